import type { CollectionConfig } from 'payload'
import { decidingFields, inEuros } from '@/hooks'
import { PROVIDER_EVENTS } from '../contract'
import { both, dayAndTime, evidence, paymentsGroup } from './labels'

/** What Stripe told us about payments of ours, once an event. Holds ids and figures, nothing about people. */
export const providerEvents: CollectionConfig = {
  ...evidence,
  slug: PROVIDER_EVENTS,
  labels: {
    singular: both('Nouvelle de Stripe', 'News of Stripe'),
    plural: both('Nouvelles de Stripe', 'News of Stripe'),
  },
  custom: { deciding: true },
  admin: {
    group: paymentsGroup,
    useAsTitle: 'type',
    defaultColumns: ['createdAt', 'type', 'status', 'checkout', 'key'],
    listSearchableFields: ['key', 'checkout', 'paymentIntent'],
    description: both(
      'Ce que Stripe a annoncé à propos de nos paiements. Une même nouvelle n’y est qu’une fois.',
      'What Stripe announced about payments of ours. The same piece of news stands once.',
    ),
  },
  fields: [
    { name: 'key', label: both('Événement', 'Event'), type: 'text', required: true, unique: true },
    { name: 'type', label: both('Type', 'Type'), type: 'text', required: true },
    { name: 'kind', type: 'text', required: true, admin: { hidden: true } },
    { name: 'checkout', label: both('Paiement en ligne', 'Online payment'), type: 'text', index: true },
    { name: 'object', label: both('Objet Stripe', 'Stripe object'), type: 'text', required: true },
    { name: 'status', label: both('État', 'State'), type: 'text' },
    { name: 'cents', label: both('Montant', 'Amount'), type: 'number', custom: inEuros },
    { name: 'paymentIntent', label: both('Paiement Stripe', 'Stripe payment'), type: 'text' },
    { name: 'refund', label: both('Remboursement', 'Refund'), type: 'text' },
    { name: 'attempt', type: 'number', admin: { hidden: true } },
    {
      name: 'happenedAt',
      label: both('Arrivé le', 'Happened on'),
      type: 'date',
      required: true,
      admin: dayAndTime,
    },
    ...decidingFields(),
  ],
}
