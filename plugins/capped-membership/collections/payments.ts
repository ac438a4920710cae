import type { CollectionConfig } from 'payload'
import { allow, closed } from '@/collections/members/access'
import { staffFor } from '@/core/access'
import { decidingFields, inEuros } from '@/hooks'
import { PAYMENTS, type PaymentMethod } from '../contract'
import { both, dayAndTime, membershipGroup, options } from './labels'

export const paymentMethods: Record<PaymentMethod, ReturnType<typeof both>> = {
  cash: both('espèces', 'cash'),
  cheque: both('chèque', 'cheque'),
  transfer: both('virement', 'bank transfer'),
  card: both('carte, en ligne', 'card, online'),
  free: both('gratuit', 'free'),
}

/**
 * Fees received, by hand or by card. Evidence: written once, never changed but for `settled` and `announced`, which
 * say that what follows from it (the seat and the membership; the receipt) is done or on its way. People and files are plain ids.
 */
export const payments: CollectionConfig = {
  slug: PAYMENTS,
  labels: { singular: both('Paiement', 'Payment'), plural: both('Paiements', 'Payments') },
  custom: { deciding: true },
  admin: {
    group: membershipGroup,
    useAsTitle: 'person',
    defaultColumns: ['receivedOn', 'cents', 'method', 'person', 'season', 'settled'],
    listSearchableFields: ['person', 'reference'],
    description: both(
      'Cotisations reçues. Un paiement enregistré ne se modifie pas ; il s’enregistre depuis le dossier, au bureau.',
      'Fees received. A payment is never changed once recorded; record it from the file, at the office.',
    ),
  },
  access: { read: allow(staffFor('payments')), create: closed, update: closed, delete: closed },
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    {
      name: 'application',
      label: both('Candidature', 'Application'),
      type: 'text',
      required: true,
      index: true,
    },
    {
      name: 'person',
      label: both('Personne', 'Person'),
      type: 'text',
      required: true,
      index: true,
    },
    {
      name: 'season',
      label: both('Saison', 'Season'),
      type: 'text',
      required: true,
      index: true,
    },
    {
      name: 'cents',
      label: both('Montant', 'Amount'),
      type: 'number',
      required: true,
      custom: inEuros,
    },
    {
      name: 'method',
      label: both('Moyen', 'Way'),
      type: 'select',
      required: true,
      options: options(paymentMethods),
    },
    { name: 'receivedOn', label: both('Reçu le', 'Received on'), type: 'text', required: true, index: true },
    { name: 'reference', label: both('Référence', 'Reference'), type: 'text' },
    {
      name: 'checkout',
      label: both('Paiement en ligne', 'Online payment'),
      type: 'text',
      admin: { condition: (row) => Boolean(row?.checkout) },
    },
    { name: 'recordedBy', label: both('Enregistré par', 'Recorded by'), type: 'text', required: true },
    {
      name: 'recordedAt',
      label: both('Enregistré le', 'Recorded on'),
      type: 'date',
      required: true,
      admin: dayAndTime,
    },
    {
      name: 'settled',
      label: both('Suivi', 'Followed up'),
      type: 'number',
      required: true,
      index: true,
      custom: {
        words: {
          0: both('en cours', 'under way'),
          1: both('place et adhésion confirmées', 'seat and membership stand'),
        },
      },
    },
    // Whether those who make receipts were told.
    { name: 'announced', type: 'number', defaultValue: 0, index: true, admin: { hidden: true } },
    ...decidingFields(),
  ],
}
