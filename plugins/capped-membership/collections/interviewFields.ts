import type { Field } from 'payload'
import { both } from './labels'

/** What an application holds of its interview beside the moment and the place. */
export const interviewFields: Field[] = [
  {
    name: 'interviewMinutes',
    label: both('Durée de l’entretien, en minutes', 'Length of the interview, in minutes'),
    type: 'number',
  },
  // `slot:<id>` or `none:<application>`: unique, so that a slot is one person's and a move is one write. Never null,
  // which MongoDB would count as a value.
  { name: 'interviewSlot', type: 'text', unique: true, admin: { hidden: true } },
  // How often it was fixed, moved or cancelled: SEQUENCE of the invitation (RFC 5545).
  { name: 'interviewSeq', type: 'number', admin: { hidden: true } },
]
