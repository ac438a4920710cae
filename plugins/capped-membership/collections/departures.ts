import type { CollectionConfig } from 'payload'
import { allow, closed } from '@/collections/members/access'
import { or, staffFor } from '@/core/access'
import { decidingFields, inEuros } from '@/hooks'
import { type Channel, DEPARTURES, type DepartureReason, type MoneyState } from '../contract'
import { both, dayAndTime, membershipGroup, options } from './labels'

export const channelLabels: Record<Channel, ReturnType<typeof both>> = {
  email: both('par courriel', 'by e-mail'),
  phone: both('par téléphone', 'by phone'),
  sms: both('par SMS', 'by SMS'),
  letter: both('par lettre', 'by letter'),
  'in-person': both('de vive voix', 'in person'),
  self: both('depuis son compte', 'from their account'),
  office: both('départ enregistré au bureau', 'departure recorded at the office'),
}

export const departureReasonLabels: Record<DepartureReason, ReturnType<typeof both>> = {
  moving: both('déménagement', 'moving away'),
  time: both('manque de temps', 'lack of time'),
  job: both('changement d’activité', 'change of work'),
  expectations: both('attentes déçues', 'expectations not met'),
  health: both('santé ou famille', 'health or family'),
  other: both('autre, ou non dit', 'other, or not said'),
}

export const moneyLabels: Record<MoneyState, ReturnType<typeof both>> = {
  none: both('rien à rendre', 'nothing to give back'),
  'by-card': both('remboursement par carte demandé', 'card refund under way'),
  'by-hand': both('à rembourser à la main', 'to be given back by hand'),
  refunded: both('remboursé', 'given back'),
}

/**
 * One row a membership that ends on request. It decides; access, membership, seat, money and mail follow from it, and are
 * marked here.
 */
export const departures: CollectionConfig = {
  slug: DEPARTURES,
  labels: { singular: both('Départ', 'Departure'), plural: both('Départs', 'Departures') },
  custom: { deciding: true },
  admin: {
    group: membershipGroup,
    useAsTitle: 'name',
    defaultColumns: ['name', 'askedAt', 'channel', 'cents', 'money', 'season'],
    description: both(
      'En lecture seule : un départ s’enregistre depuis la fiche de la personne, au bureau, ou par elle-même.',
      'Read only: a departure is recorded from the person’s file, at the office, or by the person.',
    ),
  },
  access: {
    read: allow(or(staffFor('applications'), staffFor('payments'))),
    create: closed,
    update: closed,
    delete: closed,
  },
  disableDuplicate: true,
  lockDocuments: false,
  indexes: [{ fields: ['season', 'money'] }],
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'membership', label: both('Adhésion', 'Membership'), type: 'text', required: true, index: true },
    { name: 'person', label: both('Personne', 'Person'), type: 'text', required: true, index: true },
    { name: 'name', label: both('Nom', 'Name'), type: 'text', required: true },
    { name: 'season', label: both('Saison', 'Season'), type: 'text', required: true },
    { name: 'seat', label: both('Place', 'Seat'), type: 'number', required: true },
    { name: 'application', label: both('Candidature', 'Application'), type: 'text' },
    { name: 'payment', label: both('Paiement', 'Payment'), type: 'text' },
    {
      name: 'cents',
      label: both('À rendre', 'To give back'),
      type: 'number',
      required: true,
      custom: inEuros,
    },
    {
      name: 'money',
      label: both('Argent', 'Money'),
      type: 'select',
      required: true,
      index: true,
      options: options(moneyLabels),
    },
    {
      name: 'moneyWhy',
      label: both('Refus du remboursement par carte', 'Why the card refund failed'),
      type: 'text',
    },
    {
      name: 'channel',
      label: both('Demande reçue', 'Request received'),
      type: 'select',
      required: true,
      options: options(channelLabels),
    },
    {
      name: 'reasonCode',
      label: both('Raison', 'Reason'),
      type: 'select',
      required: true,
      options: options(departureReasonLabels),
    },
    { name: 'note', label: both('Note', 'Note'), type: 'textarea' },
    { name: 'askedBy', label: both('Enregistré par', 'Recorded by'), type: 'text', required: true },
    {
      name: 'askedAt',
      label: both('Enregistré le', 'Recorded on'),
      type: 'date',
      required: true,
      index: true,
      admin: dayAndTime,
    },
    // Counts what is due: again where a card refund noted as given failed later. Empty: once.
    { name: 'round', type: 'number', admin: { hidden: true } },
    { name: 'returned', label: both('TS rendus', 'TS given back'), type: 'number' },
    { name: 'shortfall', label: both('TS manquants', 'TS short'), type: 'number' },
    { name: 'settled', label: both('Suivi', 'Followed up'), type: 'number', required: true, index: true },
    ...decidingFields(),
  ],
}
