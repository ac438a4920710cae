import { CHECKPOINTS } from '../contract'
import { evidence, flag, number, text } from './readOnly'

/** States of accounts at a seal, so that long histories need not be read from their beginning. */
export const checkpoints = evidence({
  slug: CHECKPOINTS,
  labels: {
    singular: { fr: 'Point d’étape', en: 'Checkpoint' },
    plural: { fr: 'Points d’étape', en: 'Checkpoints' },
  },
  description: {
    fr: 'L’état d’un compte à un scellé donné, écrit une fois pour toutes.',
    en: 'An account’s state at a given seal, written once and for all.',
  },
  title: 'account',
  columns: ['account', 'seq', 'balance', 'heldOut', 'heldIn', 'rows'],
  sort: '-id',
  indexes: [{ fields: ['account', 'seq'] }],
  fields: [
    text('key', { fr: 'Clé', en: 'Key' }, { required: true, unique: true }),
    text('account', { fr: 'Compte', en: 'Account' }, { required: true }),
    number('seq', { fr: 'Scellé nᵒ', en: 'Seal no.' }, { required: true }),
    text('upTo', { fr: 'Jusqu’à l’écriture', en: 'Up to entry' }, { required: true }),
    flag('opened', { fr: 'Ouvert', en: 'Open' }),
    number('balance', { fr: 'Solde', en: 'Balance' }, { required: true }),
    number('heldOut', { fr: 'Réservé pour d’autres', en: 'Held for others' }, { required: true }),
    number('heldIn', { fr: 'Réservé par d’autres', en: 'Held by others' }, { required: true }),
    number('debits', { fr: 'Débits', en: 'Debits' }, { required: true }),
    number('credits', { fr: 'Crédits', en: 'Credits' }, { required: true }),
    number('min', { fr: 'Solde minimal', en: 'Lowest balance' }, { required: true }),
    number('max', { fr: 'Solde maximal', en: 'Highest balance' }),
    number('limitAt', { fr: 'Limites depuis le débit', en: 'Limits since debit' }, { required: true }),
    flag('closed', { fr: 'Fermé', en: 'Closed' }),
    number('rows', { fr: 'Écritures comptées', en: 'Entries counted' }, { required: true }),
  ],
})
