import { evidence, long, text } from './readOnly'

export const NOTES = 'ts-notes'

/** Free text of reasons, apart from the entries so that it can be erased without touching them. */
export const notes = evidence({
  slug: NOTES,
  labels: { singular: { fr: 'Note', en: 'Note' }, plural: { fr: 'Notes', en: 'Notes' } },
  description: {
    fr: 'Le texte libre des motifs. Une note effacée garde sa date et son auteur ; les écritures ne changent pas.',
    en: 'The free text of reasons. An erased note keeps its date and author; the entries do not change.',
  },
  title: 'at',
  columns: ['at', 'text', 'by', 'erasedAt'],
  search: ['key', 'text'],
  sort: '-id',
  fields: [
    text('key', { fr: 'Clé', en: 'Key' }, { required: true, unique: true }),
    long('text', { fr: 'Texte', en: 'Text' }),
    text('by', { fr: 'Écrite par', en: 'Written by' }, { required: true, index: true }),
    text('about', { fr: 'Compte concerné', en: 'Account concerned' }, { index: true }),
    text('at', { fr: 'Date', en: 'Date' }, { required: true, custom: { instant: true } }),
    text('erasedAt', { fr: 'Effacée le', en: 'Erased' }, { custom: { instant: true } }),
  ],
})
