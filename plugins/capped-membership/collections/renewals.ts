import type { CollectionConfig } from 'payload'
import { allow, closed } from '@/collections/members/access'
import { or, staffFor } from '@/core/access'
import { decidingFields } from '@/hooks'
import { RENEWAL_ROUNDS, RENEWALS, type RenewalState } from '../contract'
import { both, dayAndTime, membershipGroup, options } from './labels'

const states: Record<RenewalState, ReturnType<typeof both>> = {
  offered: both('sans réponse', 'no answer yet'),
  wanted: both('demandé, cotisation attendue', 'asked for, fee awaited'),
  renewed: both('renouvelé', 'renewed'),
  declined: both('décliné', 'declined'),
  left: both('parti', 'left'),
}

const offices = allow(or(staffFor('applications'), staffFor('payments')))

/** One row a member and season they may renew into: it decides who has asked, and who has declined. */
export const renewals: CollectionConfig = {
  slug: RENEWALS,
  labels: { singular: both('Renouvellement', 'Renewal'), plural: both('Renouvellements', 'Renewals') },
  custom: { deciding: true },
  admin: {
    group: membershipGroup,
    useAsTitle: 'name',
    defaultColumns: ['name', 'state', 'season', 'askedAt'],
    listSearchableFields: ['searchKey'],
    description: both(
      'Qui renouvelle, qui a décliné, qui n’a pas répondu : /bureau/renouvellements.',
      'Who renews, who declined, who has not answered: /bureau/renouvellements.',
    ),
  },
  access: { read: offices, create: closed, update: closed, delete: closed },
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'person', label: both('Personne', 'Person'), type: 'text', required: true, index: true },
    { name: 'name', label: both('Nom', 'Name'), type: 'text' },
    { name: 'season', label: both('Saison', 'Season'), type: 'text', required: true, index: true },
    { name: 'state', label: both('État', 'State'), type: 'select', required: true, options: options(states) },
    { name: 'askedAt', label: both('Répondu le', 'Answered on'), type: 'date', admin: dayAndTime },
    // More than the first round: asked for again after it was taken back.
    { name: 'round', label: both('Tour', 'Round'), type: 'number' },
    { name: 'by', label: both('Réponse notée par', 'Answer noted by'), type: 'text' },
    { name: 'searchKey', type: 'text', admin: { hidden: true } },
    { name: 'sortKey', type: 'text', admin: { hidden: true } },
    ...decidingFields(),
  ],
}

/** One row a season whose members' seats have been kept: from then on the others may take what is left. */
export const renewalRounds: CollectionConfig = {
  slug: RENEWAL_ROUNDS,
  labels: {
    singular: both('Places gardées d’une saison', 'Seats kept of a season'),
    plural: both('Places gardées', 'Seats kept'),
  },
  admin: { group: membershipGroup, useAsTitle: 'season', hidden: true },
  access: { read: offices, create: closed, update: closed, delete: closed },
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    { name: 'season', label: both('Saison', 'Season'), type: 'text', required: true, unique: true },
    { name: 'until', label: both('Jusqu’au', 'Until'), type: 'text', required: true },
  ],
}
