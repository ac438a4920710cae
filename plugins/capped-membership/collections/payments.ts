import type { CollectionConfig } from 'payload'
import { allow, closed } from '@/collections/members/access'
import { staffFor } from '@/core/access'
import { decidingFields } from '@/hooks'
import { PAYMENTS, type PaymentMethod } from '../contract'
import { both, dayAndTime, membershipGroup, options } from './labels'
import { personName, seasonName } from './shownNames'

export const paymentMethods: Record<PaymentMethod, ReturnType<typeof both>> = {
  cash: both('espèces', 'cash'),
  cheque: both('chèque', 'cheque'),
  transfer: both('virement', 'bank transfer'),
}

/**
 * Fees received by hand. Evidence: written once, never changed but for `settled`, which says that what
 * follows from it (the seat, the membership) stands. People and files are plain ids.
 */
export const payments: CollectionConfig = {
  slug: PAYMENTS,
  labels: { singular: both('Paiement', 'Payment'), plural: both('Paiements', 'Payments') },
  custom: { deciding: true },
  admin: {
    group: membershipGroup,
    useAsTitle: 'key',
    defaultColumns: ['receivedOn', 'cents', 'method', 'personName', 'seasonName', 'settled'],
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
    personName(),
    seasonName(),
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
      label: both('Personne (identifiant)', 'Person (id)'),
      type: 'text',
      required: true,
      index: true,
    },
    {
      name: 'season',
      label: both('Saison (identifiant)', 'Season (id)'),
      type: 'text',
      required: true,
      index: true,
    },
    {
      name: 'cents',
      label: both('Montant, en centimes', 'Amount, in cents'),
      type: 'number',
      required: true,
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
      admin: {
        description: both(
          '1 : la place et l’adhésion sont confirmées. 0 : en cours.',
          '1: seat and membership stand. 0: under way.',
        ),
      },
    },
    ...decidingFields(),
  ],
}
