import type { CollectionConfig, Where } from 'payload'
import { personOf } from '@/collections/members/access'
import { contentStaff } from '@/collections/pages/access'
import { frenchRefusal, slugField, staffText, touchAfter } from '@/collections/pages/fields'
import { richTextField } from '@/collections/richtext/editor'
import { staffFor } from '@/core/access'

/** Published and its time come. Staff for content reads everything. */
const outWhere = (now: Date): Where => ({
  and: [{ _status: { equals: 'published' } }, { publishedAt: { less_than_equal: now.toISOString() } }],
})

export const posts: CollectionConfig = {
  slug: 'posts',
  labels: { singular: { fr: 'Actualité', en: 'Piece of news' }, plural: { fr: 'Actualités', en: 'News' } },
  admin: {
    group: { fr: 'Contenu', en: 'Content' },
    useAsTitle: 'title',
    defaultColumns: ['title', 'publishedAt', '_status', 'author'],
    description: {
      fr: 'Les nouvelles du site public, la plus récente d’abord. Une date à venir : elle paraîtra ce jour-là.',
      en: 'The news of the public site, the latest first. With a date to come, it appears on that day.',
    },
    preview: (doc) => (typeof doc.slug === 'string' ? `/actualites/${doc.slug}?apercu=1` : null),
  },
  defaultSort: '-publishedAt',
  versions: { drafts: true, maxPerDoc: 50 },
  access: {
    read: ({ req }) => staffFor('content')(personOf(req)) || outWhere(new Date()),
    readVersions: contentStaff,
    create: contentStaff,
    update: contentStaff,
    delete: contentStaff,
  },
  hooks: touchAfter('posts'),
  fields: [
    staffText({ name: 'title', label: { fr: 'Titre', en: 'Title' }, maxLength: 120, needed: true }),
    staffText({
      name: 'excerpt',
      label: { fr: 'Chapeau', en: 'Excerpt' },
      maxLength: 400,
      long: true,
      description: {
        fr: 'L’essentiel en deux phrases, pour la liste et l’accueil. Vide : le début du texte.',
        en: 'The gist in two sentences, for the list and the home page. Empty: the beginning of the text.',
      },
    }),
    {
      name: 'cover',
      label: { fr: 'Image', en: 'Picture' },
      type: 'upload',
      relationTo: 'media',
      filterOptions: { kind: { equals: 'content' } },
    },
    richTextField({
      by: 'staff',
      name: 'content',
      label: { fr: 'Texte', en: 'Text' },
      localized: true,
      check: frenchRefusal,
    }),
    slugField({ prefix: '« /actualites/ »', atRoot: false }),
    {
      name: 'publishedAt',
      label: { fr: 'Parution', en: 'Appears on' },
      type: 'date',
      required: true,
      index: true,
      defaultValue: () => new Date().toISOString(),
      admin: { position: 'sidebar', date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'author',
      label: { fr: 'Signature', en: 'Byline' },
      type: 'text',
      maxLength: 80,
      admin: {
        position: 'sidebar',
        description: {
          fr: 'Comme elle doit paraître : « Le bureau », un nom.',
          en: 'As it should appear: “The board”, a name.',
        },
      },
    },
  ],
}
