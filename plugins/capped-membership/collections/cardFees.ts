import type { CollectionConfig } from 'payload'
import { allow, closed } from '@/collections/members/access'
import { staffFor } from '@/core/access'
import { decidingFields, inEuros } from '@/hooks'
import { CARD_FEES, type CardFeeOutcome, type CardFeeReturn } from '../contract'
import { both, dayAndTime, membershipGroup, options } from './labels'

const outcomes: Record<CardFeeOutcome, ReturnType<typeof both>> = {
  kept: both('cotisation reçue', 'fee received'),
  returned: both('rendue', 'given back'),
}
const reasons: Record<CardFeeReturn, ReturnType<typeof both>> = {
  'no-seat': both('plus de place', 'no seat left'),
  'paid-twice': both('déjà réglée autrement', 'paid another way already'),
  'not-accepted': both('dossier non accepté', 'file not accepted'),
  'wrong-amount': both('autre montant', 'another amount'),
}

/** One row a fee that came by card: it decides, once, whether it is kept or given back, and why. */
export const cardFees: CollectionConfig = {
  slug: CARD_FEES,
  labels: {
    singular: both('Cotisation par carte', 'Fee by card'),
    plural: both('Cotisations par carte', 'Fees by card'),
  },
  custom: { deciding: true },
  admin: {
    group: membershipGroup,
    useAsTitle: 'person',
    defaultColumns: ['decidedAt', 'cents', 'outcome', 'why', 'person'],
    listSearchableFields: ['person', 'application', 'checkout'],
    description: both(
      'Les cotisations arrivées en ligne : gardées, ou rendues aussitôt. En lecture seule.',
      'Fees that came online: kept, or given back at once. Read only.',
    ),
  },
  access: { read: allow(staffFor('payments')), create: closed, update: closed, delete: closed },
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    {
      name: 'checkout',
      label: both('Paiement en ligne', 'Online payment'),
      type: 'text',
      required: true,
      unique: true,
    },
    {
      name: 'application',
      label: both('Candidature', 'Application'),
      type: 'text',
      required: true,
      index: true,
    },
    { name: 'person', label: both('Personne', 'Person'), type: 'text', required: true, index: true },
    { name: 'season', label: both('Saison', 'Season'), type: 'text', required: true },
    {
      name: 'cents',
      label: both('Montant', 'Amount'),
      type: 'number',
      required: true,
      custom: inEuros,
    },
    {
      name: 'outcome',
      label: both('Suite', 'Outcome'),
      type: 'select',
      required: true,
      options: options(outcomes),
    },
    { name: 'why', label: both('Pourquoi', 'Why'), type: 'select', options: options(reasons) },
    {
      name: 'decidedAt',
      label: both('Décidé le', 'Decided on'),
      type: 'date',
      required: true,
      admin: dayAndTime,
    },
    { name: 'settled', type: 'number', required: true, index: true, admin: { hidden: true } },
    ...decidingFields(),
  ],
}
