import type { CollectionConfig } from 'payload'
import { allow, closed } from '@/collections/members/access'
import { staffFor } from '@/core/access'
import { decidingFields } from '@/hooks'
import { type LineState, WAITING } from '../contract'
import { both, dayAndTime, membershipGroup, options } from './labels'

const states: Record<LineState, ReturnType<typeof both>> = {
  waiting: both('attend une place', 'waits for a seat'),
  invited: both('invitée, place gardée', 'invited, seat held'),
  seated: both('a sa place', 'has a seat'),
  missed: both('délai passé', 'time ran out'),
  withdrawn: both('a renoncé', 'gave up'),
  removed: both('retirée', 'taken off'),
}

/** One row a person and season; its place in the order is computed, never stored. */
export const waiting: CollectionConfig = {
  slug: WAITING,
  labels: {
    singular: both('Attente d’une place', 'Wait for a seat'),
    plural: both('Liste d’attente', 'Waiting list'),
  },
  custom: { deciding: true },
  admin: {
    group: membershipGroup,
    useAsTitle: 'name',
    defaultColumns: ['name', 'state', 'since', 'priority', 'season'],
    description: both(
      'En lecture seule : la liste se tient d’elle-même, les actions se font au bureau, /bureau/liste-d-attente.',
      'Read only: the list keeps itself, the acts are at the office, /bureau/liste-d-attente.',
    ),
  },
  access: { read: allow(staffFor('applications')), create: closed, update: closed, delete: closed },
  disableDuplicate: true,
  lockDocuments: false,
  indexes: [{ fields: ['season', 'state', 'priority', 'since'] }],
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'season', label: both('Saison', 'Season'), type: 'text', required: true },
    { name: 'person', label: both('Personne', 'Person'), type: 'text', required: true, index: true },
    {
      name: 'application',
      label: both('Candidature', 'Application'),
      type: 'text',
      required: true,
      index: true,
    },
    { name: 'name', label: both('Nom', 'Name'), type: 'text', required: true },
    {
      name: 'state',
      label: both('État', 'State'),
      type: 'select',
      required: true,
      index: true,
      options: options(states),
    },
    { name: 'since', label: both('Depuis', 'Since'), type: 'date', required: true, admin: dayAndTime },
    {
      name: 'priority',
      label: both('Priorité', 'Priority'),
      type: 'number',
      required: true,
      defaultValue: 0,
      custom: {
        words: {
          0: both('aucune', 'none'),
          1: both('donnée par l’équipe', 'given by staff'),
          2: both('a payé sans trouver de place', 'paid and found no seat'),
        },
      },
    },
    { name: 'why', label: both('Pourquoi', 'Why'), type: 'text' },
    { name: 'reason', label: both('Motif', 'Reason'), type: 'textarea' },
    { name: 'by', label: both('Par', 'By'), type: 'text' },
    {
      name: 'until',
      label: both('Invitée jusqu’au', 'Invited until'),
      type: 'date',
      index: true,
      admin: dayAndTime,
    },
    ...decidingFields(),
  ],
}
