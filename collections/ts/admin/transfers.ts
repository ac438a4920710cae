import { TRANSFERS } from '../contract'
import { codeLabels, kindNames } from '../i18n/codes'
import { evidence, number, text } from './readOnly'

/** The movements: one row each, written once. The four unique columns decide who wins (contract.ts). */
export const transfers = evidence({
  slug: TRANSFERS,
  labels: {
    singular: { fr: 'Écriture', en: 'Ledger entry' },
    plural: { fr: 'Écritures', en: 'Ledger entries' },
  },
  description: {
    fr: 'Le registre des TS, écriture par écriture. Rien n’y est jamais modifié ni effacé : une erreur se corrige par une écriture inverse, sur /bureau/ts.',
    en: 'The TS ledger, entry by entry. Nothing is ever changed or deleted: a mistake is corrected by a reversal, on /bureau/ts.',
  },
  title: 'at',
  columns: ['at', 'kind', 'debit', 'credit', 'amount', 'code', 'actor'],
  search: ['key', 'debit', 'credit', 'ref'],
  sort: '-id',
  indexes: [{ fields: ['debit', 'id'] }, { fields: ['credit', 'id'] }],
  fields: [
    text('at', { fr: 'Date', en: 'Date' }, { required: true, index: true, custom: { instant: true } }),
    text('kind', { fr: 'Nature', en: 'Kind' }, { required: true, index: true, custom: { words: kindNames } }),
    text('debit', { fr: 'Compte débité', en: 'Account debited' }, { required: true }),
    text('credit', { fr: 'Compte crédité', en: 'Account credited' }, { required: true }),
    number('amount', { fr: 'TS', en: 'TS' }, { required: true }),
    text('code', { fr: 'Objet', en: 'Purpose' }, { custom: { words: codeLabels } }),
    text('ref', { fr: 'Référence', en: 'Reference' }),
    text('actor', { fr: 'Demandé par', en: 'Asked by' }, { required: true }),
    text('reason', { fr: 'Motif (code)', en: 'Reason (code)' }),
    text(
      'note',
      { fr: 'Note', en: 'Note' },
      {
        help: {
          fr: 'Clé d’une note : le texte libre est dans « Notes », d’où il peut être effacé.',
          en: 'Key of a note: the free text lies in “Notes”, from which it can be erased.',
        },
      },
    ),
    text(
      'expiresAt',
      { fr: 'Expire le', en: 'Expires' },
      {
        custom: { instant: true },
        index: true,
        help: {
          fr: 'Réserves : à partir de cet instant, elles ne peuvent plus être réglées.',
          en: 'Holds: from this instant on they can no longer be posted.',
        },
      },
    ),
    text('refusal', { fr: 'Refus', en: 'Refusal' }),
    number('seen', { fr: 'Chiffre du refus', en: 'Figure of the refusal' }),
    number('min', { fr: 'Solde minimal', en: 'Lowest balance' }),
    number('max', { fr: 'Solde maximal', en: 'Highest balance' }),
    text('batch', { fr: 'Groupe', en: 'Group' }),
    number('leg', { fr: 'Rang dans le groupe', en: 'Leg' }),
    number('legs', { fr: 'Taille du groupe', en: 'Legs' }),
    text('key', { fr: 'Clé', en: 'Key' }, { required: true, unique: true }),
    text('debitSlot', { fr: 'Rang au débit', en: 'Debit slot' }, { required: true, unique: true }),
    text('creditSlot', { fr: 'Rang au crédit', en: 'Credit slot' }, { required: true, unique: true }),
    text('settles', { fr: 'Règle', en: 'Settles' }, { required: true, unique: true }),
    text('request', { fr: 'Empreinte de la demande', en: 'Digest of the request' }, { required: true }),
    number('mark', { fr: 'À annoncer', en: 'To announce' }, { required: true, index: true, hidden: true }),
  ],
})
