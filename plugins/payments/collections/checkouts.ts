import type { CollectionConfig } from 'payload'
import { decidingFields, inEuros } from '@/hooks'
import { CHECKOUTS, type CheckoutState } from '../contract'
import { both, dayAndTime, evidence, options, paymentsGroup } from './labels'

const states: Record<CheckoutState, ReturnType<typeof both>> = {
  new: both('en préparation', 'being made'),
  open: both('page ouverte', 'page open'),
  processing: both('la banque n’a pas répondu', 'the bank has not answered'),
  expired: both('page expirée', 'page expired'),
  failed: both('refusé par la banque', 'refused by the bank'),
  paid: both('payé', 'paid'),
}

/** One row a page at Stripe: it decides whether that page was paid, once, in whatever order the news comes. */
export const checkouts: CollectionConfig = {
  ...evidence,
  slug: CHECKOUTS,
  labels: {
    singular: both('Paiement en ligne', 'Online payment'),
    plural: both('Paiements en ligne', 'Online payments'),
  },
  custom: { deciding: true },
  admin: {
    group: paymentsGroup,
    useAsTitle: 'ref',
    defaultColumns: ['createdAt', 'cents', 'state', 'person', 'ref', 'sessionId'],
    listSearchableFields: ['person', 'ref', 'sessionId', 'paymentIntent'],
    description: both(
      'Une ligne par page de paiement ouverte chez Stripe. En lecture seule : Stripe dit ce qui a été payé.',
      'One line a payment page opened at Stripe. Read only: Stripe says what was paid.',
    ),
  },
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'ref', label: both('Pour', 'For'), type: 'text', required: true, index: true },
    { name: 'attempt', label: both('Essai', 'Attempt'), type: 'number', required: true },
    { name: 'person', label: both('Personne', 'Person'), type: 'text', required: true, index: true },
    {
      name: 'cents',
      label: both('Montant', 'Amount'),
      type: 'number',
      required: true,
      custom: inEuros,
    },
    {
      name: 'labelFr',
      label: both('Libellé, en français', 'Label, in French'),
      type: 'text',
      required: true,
    },
    {
      name: 'labelEn',
      label: both('Libellé, en anglais', 'Label, in English'),
      type: 'text',
      required: true,
    },
    { name: 'heading', label: both('Rubrique', 'Heading'), type: 'text', required: true },
    { name: 'lang', label: both('Langue', 'Language'), type: 'text', required: true },
    { name: 'returnTo', label: both('Retour à', 'Back to'), type: 'text', required: true },
    {
      name: 'state',
      label: both('État', 'State'),
      type: 'select',
      required: true,
      index: true,
      options: options(states),
    },
    { name: 'sessionId', label: both('Session Stripe', 'Stripe session'), type: 'text' },
    { name: 'url', type: 'text', admin: { hidden: true } },
    {
      name: 'expiresAt',
      label: both('Payable jusqu’à', 'Payable until'),
      type: 'date',
      required: true,
      index: true,
      admin: dayAndTime,
    },
    { name: 'paymentIntent', label: both('Paiement Stripe', 'Stripe payment'), type: 'text', index: true },
    { name: 'paidCents', label: both('Payé', 'Paid'), type: 'number', custom: inEuros },
    { name: 'paidAt', label: both('Payé le', 'Paid on'), type: 'date', index: true, admin: dayAndTime },
    { name: 'dispute', label: both('Litige', 'Dispute'), type: 'text', index: true },
    ...decidingFields(),
  ],
}
