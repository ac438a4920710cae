import type { Field } from 'payload'
import { both } from './labels'

/** What staff may set; `settingsOf(app, 'payments')` reads it. */
export const paymentsSettings: Field[] = [
  {
    name: 'issuer',
    label: both('En-tête des reçus', 'Head of receipts'),
    type: 'textarea',
    required: true,
    defaultValue: 'Compagnon\nAssociation loi 1901',
    maxLength: 400,
    admin: {
      rows: 5,
      description: both(
        'Nom de l’association sur la première ligne, puis adresse et numéro RNA ou SIREN. Un reçu garde l’en-tête du jour où il est établi.',
        'Name of the association on the first line, then address and registration number. A receipt keeps the head of the day it is made on.',
      ),
    },
  },
  {
    name: 'mentionFr',
    label: both('Mention en bas des reçus, en français', 'Line at the foot of receipts, in French'),
    type: 'text',
    required: true,
    defaultValue: 'Association à but non lucratif, non assujettie à la TVA.',
    maxLength: 300,
  },
  {
    name: 'mentionEn',
    label: both('Mention en bas des reçus, en anglais', 'Line at the foot of receipts, in English'),
    type: 'text',
    required: true,
    defaultValue: 'A non-profit association, not subject to VAT.',
    maxLength: 300,
  },
]
