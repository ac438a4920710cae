import { ACCOUNTS } from '../contract'
import { evidence, flag, number, text } from './readOnly'

/** Balances as pages show them: a projection, rebuilt from the entries at will. No decision relies on it. */
export const accounts = evidence({
  slug: ACCOUNTS,
  labels: {
    singular: { fr: 'Compte TS', en: 'TS account' },
    plural: { fr: 'Comptes TS', en: 'TS accounts' },
  },
  description: {
    fr: 'Soldes recalculés à partir des écritures. Pour agir sur un compte : /bureau/ts.',
    en: 'Balances computed from the entries. To act on an account: /bureau/ts.',
  },
  title: 'key',
  columns: ['key', 'balance', 'heldOut', 'heldIn', 'min', 'max', 'closed'],
  sort: '-balance',
  fields: [
    text('key', { fr: 'Compte', en: 'Account' }, { required: true, unique: true }),
    number('balance', { fr: 'Solde', en: 'Balance' }, { required: true, index: true }),
    number('heldOut', { fr: 'Réservé pour d’autres', en: 'Held for others' }, { required: true }),
    number('heldIn', { fr: 'Réservé par d’autres', en: 'Held by others' }, { required: true }),
    number('min', { fr: 'Solde minimal', en: 'Lowest balance' }, { required: true }),
    number('max', { fr: 'Solde maximal', en: 'Highest balance' }),
    flag('closed', { fr: 'Fermé', en: 'Closed' }),
    number('debits', { fr: 'Débits', en: 'Debits' }, { required: true }),
    number('credits', { fr: 'Crédits', en: 'Credits' }, { required: true }),
    number('rows', { fr: 'Écritures comptées', en: 'Entries counted' }, { required: true }),
  ],
})
