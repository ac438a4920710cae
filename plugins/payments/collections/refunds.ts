import type { CollectionConfig } from 'payload'
import { decidingFields, inEuros } from '@/hooks'
import { CARD_REFUNDS, type RefundState } from '../contract'
import { both, dayAndTime, evidence, options, paymentsGroup } from './labels'

const states: Record<RefundState, ReturnType<typeof both>> = {
  asked: both('demandé', 'asked'),
  sent: both('chez Stripe', 'at Stripe'),
  done: both('rendu', 'given back'),
  failed: both('échoué', 'failed'),
  replaced: both('rendu autrement', 'given otherwise'),
}

/** One row a payment by card given back; besides, one for each refund made at Stripe by hand. */
export const cardRefunds: CollectionConfig = {
  ...evidence,
  slug: CARD_REFUNDS,
  labels: {
    singular: both('Remboursement par carte', 'Refund to a card'),
    plural: both('Remboursements par carte', 'Refunds to cards'),
  },
  custom: { deciding: true },
  admin: {
    group: paymentsGroup,
    useAsTitle: 'ref',
    defaultColumns: ['createdAt', 'cents', 'state', 'person', 'reason', 'ref'],
    listSearchableFields: ['person', 'ref', 'stripeId'],
    description: both(
      'Ce qui a été rendu sur une carte. En lecture seule : un remboursement demandé se poursuit de lui-même.',
      'What was given back to a card. Read only: a refund that was asked goes on by itself.',
    ),
  },
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    {
      name: 'checkout',
      label: both('Paiement en ligne', 'Online payment'),
      type: 'text',
      required: true,
      index: true,
    },
    { name: 'ref', label: both('Pour', 'For'), type: 'text', required: true, index: true },
    { name: 'person', label: both('Personne', 'Person'), type: 'text', required: true, index: true },
    {
      name: 'cents',
      label: both('Montant', 'Amount'),
      type: 'number',
      required: true,
      custom: inEuros,
    },
    { name: 'reason', label: both('Motif', 'Reason'), type: 'text', required: true },
    { name: 'askedBy', label: both('Demandé par', 'Asked by'), type: 'text', required: true },
    {
      name: 'state',
      label: both('État', 'State'),
      type: 'select',
      required: true,
      index: true,
      options: options(states),
    },
    { name: 'attempt', label: both('Essai', 'Attempt'), type: 'number', required: true },
    { name: 'stripeId', label: both('Remboursement Stripe', 'Stripe refund'), type: 'text', index: true },
    { name: 'failure', label: both('Échec', 'Failure'), type: 'text' },
    {
      name: 'doneAt',
      label: both('Rendu le', 'Given back on'),
      type: 'date',
      index: true,
      admin: dayAndTime,
    },
    ...decidingFields(),
  ],
}
