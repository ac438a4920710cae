import { SEALS } from '../contract'
import { evidence, long, number, text } from './readOnly'

/** The chain of hashes that makes tampering show. */
export const seals = evidence({
  slug: SEALS,
  labels: { singular: { fr: 'Scellé', en: 'Seal' }, plural: { fr: 'Scellés', en: 'Seals' } },
  description: {
    fr: 'Chaque scellé porte l’empreinte d’un lot d’écritures et du scellé précédent : toute retouche se voit.',
    en: 'Each seal carries the digest of a batch of entries and of the seal before: any tampering shows.',
  },
  title: 'seq',
  columns: ['seq', 'at', 'count', 'hash'],
  search: ['hash'],
  sort: '-seq',
  fields: [
    number('seq', { fr: 'Nᵒ', en: 'No.' }, { required: true, unique: true }),
    text('at', { fr: 'Date', en: 'Date' }, { required: true, custom: { instant: true } }),
    number('count', { fr: 'Écritures', en: 'Entries' }, { required: true }),
    text('hash', { fr: 'Empreinte', en: 'Digest' }, { required: true }),
    text('prevHash', { fr: 'Empreinte précédente', en: 'Digest before' }),
    // The first seal begins before everything: an empty text, hence not required.
    text('from', { fr: 'Après l’écriture', en: 'After entry' }),
    text('to', { fr: 'Jusqu’à l’écriture', en: 'Up to entry' }),
    long('prints', { fr: 'Empreintes courtes', en: 'Short digests' }, { hidden: true }),
    long('late', { fr: 'Écritures tardives', en: 'Late entries' }),
  ],
})
