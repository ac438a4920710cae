import type { CollectionConfig } from 'payload'
import { inEuros } from '@/hooks'
import { RECEIPTS, type ReceiptKind, type ReceiptMethod } from '../contract'
import { numberOfKey } from '../domain/receipt'
import { both, dayAndTime, evidence, options, paymentsGroup } from './labels'

const kinds: Record<ReceiptKind, ReturnType<typeof both>> = {
  receipt: both('reçu', 'receipt'),
  credit: both('avoir', 'credit note'),
}
export const receiptMethods: Record<ReceiptMethod, ReturnType<typeof both>> = {
  card: both('carte', 'card'),
  cash: both('espèces', 'cash'),
  cheque: both('chèque', 'cheque'),
  transfer: both('virement', 'bank transfer'),
}

/**
 * One row a number: receipts and credit notes in one series a year, without a gap. The insert of the row takes the
 * number (key `year:n`) and says for what (`payment`), at once; rows are never changed nor deleted. What a receipt must
 * go on saying, whoever leaves or moves, is copied into it (CGI art. 289; Code de commerce L. 123-22: ten years).
 */
export const receipts: CollectionConfig = {
  ...evidence,
  slug: RECEIPTS,
  labels: { singular: both('Reçu', 'Receipt'), plural: both('Reçus', 'Receipts') },
  admin: {
    group: paymentsGroup,
    useAsTitle: 'key',
    defaultColumns: ['key', 'kind', 'cents', 'method', 'name', 'issuedAt'],
    listSearchableFields: ['key', 'name', 'person', 'reference'],
    description: both(
      'Reçus et avoirs, numérotés sans trou. En lecture seule ; on les lit et on les imprime au bureau.',
      'Receipts and credit notes, numbered without a gap. Read only; they are read and printed at the office.',
    ),
  },
  indexes: [{ fields: ['year', 'n'] }],
  fields: [
    {
      name: 'key',
      label: both('Numéro', 'Number'),
      type: 'text',
      required: true,
      unique: true,
      custom: { say: numberOfKey },
    },
    { name: 'year', label: both('Année', 'Year'), type: 'number', required: true },
    { name: 'n', label: both('Rang', 'Rank'), type: 'number', required: true },
    {
      name: 'kind',
      label: both('Pièce', 'Kind'),
      type: 'select',
      required: true,
      index: true,
      options: options(kinds),
    },
    {
      name: 'payment',
      label: both('Paiement ou remboursement', 'Payment or refund'),
      type: 'text',
      required: true,
      unique: true,
    },
    { name: 'of', label: both('Annule', 'Cancels'), type: 'text', index: true },
    { name: 'person', label: both('Personne', 'Person'), type: 'text', required: true, index: true },
    { name: 'name', label: both('Nom', 'Name'), type: 'text', required: true },
    { name: 'searchKey', type: 'text', admin: { hidden: true } },
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
      options: options(receiptMethods),
    },
    {
      name: 'onDay',
      label: both('Reçu ou rendu le', 'Received or given back on'),
      type: 'text',
      required: true,
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
    { name: 'heading', label: both('Rubrique', 'Heading'), type: 'text', required: true, index: true },
    { name: 'reference', label: both('Référence', 'Reference'), type: 'text' },
    { name: 'issuer', label: both('Émetteur', 'Issuer'), type: 'textarea', required: true },
    {
      name: 'issuedAt',
      label: both('Établi le', 'Made on'),
      type: 'date',
      required: true,
      admin: dayAndTime,
    },
  ],
}
