import type { CollectionConfig } from 'payload'
import { allow, closed } from '@/collections/members/access'
import { staffFor } from '@/core/access'
import { decidingFields } from '@/hooks'
import { SLOTS, type SlotState } from '../contract'
import { both, dayAndTime, membershipGroup, options } from './labels'

const states: Record<SlotState, ReturnType<typeof both>> = {
  open: both('proposé', 'offered'),
  withdrawn: both('retiré', 'withdrawn'),
}

/** Moments that staff offers for interviews. Whose it is stands in the application: see interviewFields.ts. */
export const slots: CollectionConfig = {
  slug: SLOTS,
  labels: {
    singular: both('Créneau d’entretien', 'Interview slot'),
    plural: both('Créneaux d’entretien', 'Interview slots'),
  },
  custom: { deciding: true },
  admin: {
    group: membershipGroup,
    useAsTitle: 'startsAt',
    defaultColumns: ['startsAt', 'minutes', 'place', 'state'],
    description: both(
      'Pour en publier ou en retirer, passez par le bureau : /bureau/creneaux.',
      'To publish or withdraw some, use the office: /bureau/creneaux.',
    ),
  },
  access: { read: allow(staffFor('applications')), create: closed, update: closed, delete: closed },
  disableDuplicate: true,
  lockDocuments: false,
  indexes: [{ fields: ['state', 'startsAt'] }, { fields: ['host', 'startsAt'] }],
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'host', label: both('Proposé par', 'Offered by'), type: 'text', required: true },
    {
      name: 'startsAt',
      label: both('Début', 'Start'),
      type: 'date',
      required: true,
      index: true,
      admin: dayAndTime,
    },
    {
      name: 'minutes',
      label: both('Durée, en minutes', 'Length, in minutes'),
      type: 'number',
      required: true,
    },
    { name: 'place', label: both('Lieu ou lien', 'Place or link'), type: 'text', required: true },
    {
      name: 'state',
      label: both('État', 'State'),
      type: 'select',
      required: true,
      options: options(states),
    },
    { name: 'withdrawnBy', label: both('Retiré par', 'Withdrawn by'), type: 'text' },
    ...decidingFields(),
  ],
}
