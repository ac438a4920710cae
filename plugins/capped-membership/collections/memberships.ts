import type { CollectionConfig } from 'payload'
import { allow, closed } from '@/collections/members/access'
import { staff } from '@/core/access'
import { decidingFields } from '@/hooks'
import { MEMBERSHIPS, type MembershipState } from '../contract'
import { both, dayAndTime, membershipGroup, options } from './labels'

const states: Record<MembershipState, ReturnType<typeof both>> = {
  confirmed: both('en cours', 'in force'),
  ended: both('terminée', 'ended'),
}

/** One row a person and season: who is a member, on which seat, by which payment. */
export const memberships: CollectionConfig = {
  slug: MEMBERSHIPS,
  labels: { singular: both('Adhésion', 'Membership'), plural: both('Adhésions', 'Memberships') },
  custom: { deciding: true },
  admin: {
    group: membershipGroup,
    useAsTitle: 'person',
    defaultColumns: ['person', 'season', 'seat', 'state', 'since'],
    listSearchableFields: ['person'],
    description: both(
      'Qui est adhérent pour quelle saison, à quelle place et par quel paiement. En lecture seule : une adhésion naît d’un paiement enregistré au bureau.',
      'Who is a member for which season, on which seat and by which payment. Read only: a membership comes of a payment recorded at the office.',
    ),
  },
  access: { read: allow(staff), create: closed, update: closed, delete: closed },
  disableDuplicate: true,
  lockDocuments: false,
  indexes: [{ fields: ['season', 'state'] }],
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    {
      name: 'person',
      label: both('Personne', 'Person'),
      type: 'text',
      required: true,
      index: true,
    },
    { name: 'season', label: both('Saison', 'Season'), type: 'text', required: true },
    {
      name: 'seat',
      label: both('Place', 'Seat'),
      type: 'number',
      required: true,
      admin: { description: both('0 : permanent, sans place comptée.', '0: staff, no counted seat.') },
    },
    { name: 'state', label: both('État', 'State'), type: 'select', required: true, options: options(states) },
    { name: 'since', label: both('Depuis', 'Since'), type: 'date', required: true, admin: dayAndTime },
    { name: 'endedAt', label: both('Terminée le', 'Ended on'), type: 'date', admin: dayAndTime },
    { name: 'endReason', label: both('Motif de fin', 'Why ended'), type: 'text' },
    { name: 'paymentRef', label: both('Paiement', 'Payment'), type: 'text', index: true },
    ...decidingFields(),
  ],
}
