import type { CollectionBeforeDeleteHook, CollectionConfig, Field } from 'payload'
import { APIError } from 'payload'
import { allow, closed } from '@/collections/members/access'
import { adminLang, slugField, staffText, touchAfter } from '@/collections/pages/fields'
import { richTextField } from '@/collections/richtext/editor'
import { staffFor } from '@/core/access'
import { decidingFields } from '@/hooks'
import { texts } from './i18n'

const group = { fr: 'Forum', en: 'Forum' }
const moderators = allow(staffFor('moderation'))

/** A category that holds topics is moved or emptied first: its topics would lose their place. */
const keepFilled: CollectionBeforeDeleteHook = async ({ req, id }) => {
  const { totalDocs } = await req.payload.db.count({
    collection: 'forum-topics',
    where: { category: { equals: id } },
  })
  if (totalDocs > 0)
    throw new APIError(texts(adminLang(req.i18n?.language)).admin.categoryFilled, 400, undefined, true)
}

export const forumCategories: CollectionConfig = {
  slug: 'forum-categories',
  labels: {
    singular: { fr: 'Rubrique du forum', en: 'Forum category' },
    plural: { fr: 'Rubriques du forum', en: 'Forum categories' },
  },
  defaultSort: 'order',
  admin: {
    group,
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', 'order', 'updatedAt'],
    description: {
      fr: 'Les rubriques où les adhérents ouvrent leurs sujets.',
      en: 'The categories in which members open their topics.',
    },
  },
  access: { create: moderators, read: moderators, update: moderators, delete: moderators },
  hooks: { ...touchAfter('forum-categories'), beforeDelete: [keepFilled] },
  fields: [
    staffText({ name: 'title', label: { fr: 'Nom', en: 'Name' }, maxLength: 80, needed: true }),
    staffText({
      name: 'description',
      label: { fr: 'De quoi on y parle', en: 'What it is about' },
      maxLength: 300,
      long: true,
    }),
    slugField({ prefix: '« /forum/ »', atRoot: false, taken: ['sujet', 'message'] }),
    {
      name: 'order',
      label: { fr: 'Rang', en: 'Rank' },
      type: 'number',
      defaultValue: 100,
      admin: {
        position: 'sidebar',
        description: { fr: 'Le plus petit vient d’abord.', en: 'The smallest comes first.' },
      },
    },
  ],
}

const person = (name: string, fr: string, en: string): Field => ({
  name,
  label: { fr, en },
  type: 'text',
  index: name === 'author',
})

/** What a topic and a reply share. Written by services alone; staff reads them here and moderates on the pages. */
const messageFields = (): Field[] => [
  { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
  { ...person('author', 'Auteur', 'Author'), required: true } as Field,
  richTextField({ by: 'member', name: 'content', label: { fr: 'Message', en: 'Message' }, required: true }),
  { name: 'editedAt', label: { fr: 'Modifié le', en: 'Edited on' }, type: 'date' },
  {
    name: 'hidden',
    label: { fr: 'Masqué', en: 'Hidden' },
    type: 'checkbox',
    defaultValue: false,
    required: true,
    index: true,
  },
  { name: 'hiddenReason', label: { fr: 'Motif', en: 'Reason' }, type: 'text' },
  person('hiddenBy', 'Masqué par', 'Hidden by'),
]

const readOnly = { create: closed, read: moderators, update: closed, delete: closed }

export const forumTopics: CollectionConfig = {
  slug: 'forum-topics',
  labels: { singular: { fr: 'Sujet', en: 'Topic' }, plural: { fr: 'Sujets', en: 'Topics' } },
  custom: { deciding: true },
  defaultSort: '-lastPostAt',
  indexes: [{ fields: ['category', 'lastPostAt'] }],
  admin: {
    group,
    useAsTitle: 'title',
    defaultColumns: ['title', 'category', 'replyCount', 'lastPostAt', 'locked', 'hidden'],
    description: {
      fr: 'En lecture seule : la modération se fait sur les pages du forum, où elle laisse son motif.',
      en: 'Read only: moderation is done on the pages of the forum, where it leaves its reason.',
    },
    preview: (doc) => (typeof doc.id === 'string' ? `/forum/sujet/${doc.id}` : null),
  },
  access: readOnly,
  fields: [
    { name: 'title', label: { fr: 'Titre', en: 'Title' }, type: 'text', required: true },
    {
      name: 'category',
      label: { fr: 'Rubrique', en: 'Category' },
      type: 'relationship',
      relationTo: 'forum-categories',
      required: true,
      index: true,
    },
    ...messageFields(),
    {
      name: 'pinned',
      label: { fr: 'Épinglé', en: 'Pinned' },
      type: 'checkbox',
      defaultValue: false,
      required: true,
    },
    {
      name: 'locked',
      label: { fr: 'Fermé', en: 'Closed' },
      type: 'checkbox',
      defaultValue: false,
      required: true,
    },
    {
      name: 'replyCount',
      label: { fr: 'Réponses', en: 'Replies' },
      type: 'number',
      defaultValue: 0,
      required: true,
    },
    {
      name: 'lastPostAt',
      label: { fr: 'Dernier message', en: 'Last message' },
      type: 'date',
      required: true,
      index: true,
    },
    person('lastPostBy', 'Dernier auteur', 'Last author'),
    { name: 'searchKey', type: 'textarea', admin: { hidden: true } },
    ...decidingFields(),
  ],
}

export const forumReplies: CollectionConfig = {
  slug: 'forum-replies',
  labels: {
    singular: { fr: 'Réponse du forum', en: 'Forum reply' },
    plural: { fr: 'Réponses du forum', en: 'Forum replies' },
  },
  custom: { deciding: true },
  defaultSort: '-createdAt',
  admin: {
    group,
    useAsTitle: 'author',
    defaultColumns: ['topic', 'author', 'createdAt', 'hidden', 'hiddenReason'],
    listSearchableFields: ['hiddenReason'],
    description: {
      fr: 'En lecture seule : les réponses se modèrent sur les pages du forum, où leur auteur lit le motif.',
      en: 'Read only: replies are moderated on the pages of the forum, where their author reads the reason.',
    },
    preview: (doc) => (typeof doc.id === 'string' ? `/forum/message/${doc.id}` : null),
  },
  access: readOnly,
  fields: [
    {
      name: 'topic',
      label: { fr: 'Sujet', en: 'Topic' },
      type: 'relationship',
      relationTo: 'forum-topics',
      required: true,
      index: true,
    },
    ...messageFields(),
    ...decidingFields(),
  ],
}
