import type { CollectionConfig } from 'payload'
import { allow, closed } from '@/collections/members/access'
import { staffFor } from '@/core/access'
import type { Bilingual } from '@/core/lang'
import { decidingFields } from '@/hooks'
import { CHOICES, LETTERS } from './contract'

const both = (fr: string, en: string): Bilingual => ({ fr, en })
const group = both('Adhésions', 'Membership')
const dayAndTime = { date: { pickerAppearance: 'dayAndTime', displayFormat: 'd MMM yyyy HH:mm' } } as const

/** Whoever may write to many: an area of staff of its own, that administrators grant. */
export const writesLetters = staffFor('letters:write')

const common = {
  access: { read: allow(writesLetters), create: closed, update: closed, delete: closed },
  disableDuplicate: true,
  lockDocuments: false,
} as const

/** A letter to many: its row decides that it leaves, once; then nobody changes a word of it. */
export const letters: CollectionConfig = {
  ...common,
  slug: LETTERS,
  labels: { singular: both('Lettre', 'Letter'), plural: both('Lettres', 'Letters') },
  custom: { deciding: true },
  admin: {
    group,
    useAsTitle: 'subject',
    defaultColumns: ['subject', 'state', 'sentAt', 'sentBy'],
    preview: (doc) => `/bureau/lettres/${String(doc.id)}`,
    description: both(
      'Les lettres s’écrivent au bureau : /bureau/lettres.',
      'Letters are written at the office: /bureau/lettres.',
    ),
  },
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    {
      name: 'state',
      label: both('État', 'State'),
      type: 'select',
      required: true,
      index: true,
      options: [
        { value: 'draft', label: both('brouillon', 'draft') },
        { value: 'sent', label: both('envoyée', 'sent') },
      ],
    },
    {
      name: 'kind',
      label: both('Nature', 'Kind'),
      type: 'select',
      required: true,
      options: [
        { value: 'news', label: both('nouvelles', 'news') },
        { value: 'statutory', label: both('vie de l’association', 'life of the association') },
      ],
    },
    { name: 'to', label: both('À qui', 'To whom'), type: 'text', required: true },
    // As it was called when it was chosen: seasons and loges may be renamed.
    { name: 'toFr', label: both('À qui, en français', 'To whom, in French'), type: 'text', required: true },
    { name: 'toEn', label: both('À qui, en anglais', 'To whom, in English'), type: 'text', required: true },
    { name: 'subject', label: both('Objet', 'Subject'), type: 'text', required: true },
    { name: 'text', label: both('Texte', 'Text'), type: 'textarea', required: true },
    { name: 'subjectEn', label: both('Objet, en anglais', 'Subject, in English'), type: 'text' },
    { name: 'textEn', label: both('Texte, en anglais', 'Text, in English'), type: 'textarea' },
    { name: 'by', label: both('Écrite par', 'Written by'), type: 'text', required: true, index: true },
    { name: 'sentBy', label: both('Envoyée par', 'Sent by'), type: 'text' },
    { name: 'sentAt', label: both('Envoyée le', 'Sent on'), type: 'date', admin: dayAndTime },
    { name: 'people', label: both('Personnes', 'People'), type: 'number' },
    ...decidingFields(),
  ],
}

/** One row a person who has said whether they wish news; without one they do. */
export const choices: CollectionConfig = {
  ...common,
  slug: CHOICES,
  labels: { singular: both('Choix', 'Choice'), plural: both('Choix de nouvelles', 'Choices of news') },
  admin: { group, useAsTitle: 'person', hidden: true },
  fields: [
    { name: 'person', label: both('Personne', 'Person'), type: 'text', required: true, unique: true },
    {
      name: 'news',
      label: both('Nouvelles', 'News'),
      type: 'select',
      required: true,
      options: [
        { value: 'yes', label: both('oui', 'yes') },
        { value: 'no', label: both('non', 'no') },
      ],
    },
    { name: 'changedAt', label: both('Dit le', 'Said on'), type: 'date', required: true, admin: dayAndTime },
  ],
}
