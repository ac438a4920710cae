import type { CollectionConfig } from 'payload'
import { allow, closed } from '@/collections/members/access'
import { staffFor } from '@/core/access'
import { decidingFields, inEuros } from '@/hooks'
import { REFUNDS, type RefundMethod } from '../contract'
import { both, dayAndTime, membershipGroup, options } from './labels'

export const refundMethodLabels: Record<RefundMethod, ReturnType<typeof both>> = {
  cash: both('espèces', 'cash'),
  cheque: both('chèque', 'cheque'),
  transfer: both('virement', 'bank transfer'),
  card: both('carte', 'card'),
}

/** Money given back, once a payment, or again what of it failed later. Evidence: written once, never changed. */
export const refunds: CollectionConfig = {
  slug: REFUNDS,
  labels: { singular: both('Remboursement', 'Refund'), plural: both('Remboursements', 'Refunds') },
  custom: { deciding: true },
  admin: {
    group: membershipGroup,
    useAsTitle: 'person',
    defaultColumns: ['givenOn', 'cents', 'method', 'person', 'season'],
    listSearchableFields: ['person', 'reference'],
    description: both(
      'Cotisations rendues. Un remboursement ne se modifie pas ; il s’enregistre depuis le départ, au bureau.',
      'Fees given back. A refund is never changed; record it from the departure, at the office.',
    ),
  },
  access: { read: allow(staffFor('payments')), create: closed, update: closed, delete: closed },
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'departure', label: both('Départ', 'Departure'), type: 'text', required: true, index: true },
    { name: 'payment', label: both('Paiement', 'Payment'), type: 'text', required: true },
    { name: 'person', label: both('Personne', 'Person'), type: 'text', required: true, index: true },
    { name: 'season', label: both('Saison', 'Season'), type: 'text', required: true, index: true },
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
      options: options(refundMethodLabels),
    },
    { name: 'givenOn', label: both('Rendu le', 'Given back on'), type: 'text', required: true, index: true },
    { name: 'reference', label: both('Référence', 'Reference'), type: 'text' },
    { name: 'recordedBy', label: both('Enregistré par', 'Recorded by'), type: 'text', required: true },
    {
      name: 'recordedAt',
      label: both('Enregistré le', 'Recorded on'),
      type: 'date',
      required: true,
      admin: dayAndTime,
    },
    ...decidingFields(),
  ],
}
