import type { CollectionConfig } from 'payload'
import { richTextField } from '@/collections/richtext/editor'
import { contentStaff, publishedOrContentStaff } from './access'
import { MENUS } from './contract'
import { frenchRefusal, slugField, staffText, touchAfter } from './fields'

const menuLabels = {
  none: { fr: 'dans aucun menu', en: 'in no menu' },
  header: { fr: 'en haut', en: 'at the top' },
  footer: { fr: 'en bas', en: 'at the bottom' },
}

export const pages: CollectionConfig = {
  slug: 'pages',
  labels: { singular: { fr: 'Page', en: 'Page' }, plural: { fr: 'Pages', en: 'Pages' } },
  admin: {
    group: { fr: 'Contenu', en: 'Content' },
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', 'menu', '_status', 'updatedAt'],
    description: {
      fr: 'Les pages du site public. Un brouillon n’est vu que d’ici ; l’anglais, s’il manque, est remplacé par le français.',
      en: 'The pages of the public site. A draft is seen from here only; where English is missing, French stands in.',
    },
    preview: (doc) => (typeof doc.slug === 'string' ? `/${doc.slug}?apercu=1` : null),
  },
  versions: { drafts: true, maxPerDoc: 50 },
  access: {
    read: publishedOrContentStaff,
    readVersions: contentStaff,
    create: contentStaff,
    update: contentStaff,
    delete: contentStaff,
  },
  hooks: touchAfter('pages'),
  fields: [
    staffText({ name: 'title', label: { fr: 'Titre', en: 'Title' }, maxLength: 120, needed: true }),
    staffText({
      name: 'description',
      label: { fr: 'Résumé', en: 'Summary' },
      maxLength: 300,
      long: true,
      description: {
        fr: 'Une ou deux phrases, sous le titre et dans les moteurs de recherche.',
        en: 'A sentence or two, under the title and in search engines.',
      },
    }),
    richTextField({
      by: 'staff',
      name: 'content',
      label: { fr: 'Texte', en: 'Text' },
      localized: true,
      check: frenchRefusal,
    }),
    slugField({ prefix: '« / »', atRoot: true }),
    {
      name: 'menu',
      label: { fr: 'Place dans les menus', en: 'Place in the menus' },
      type: 'select',
      required: true,
      defaultValue: 'none',
      options: MENUS.map((value) => ({ value, label: menuLabels[value] })),
      admin: { position: 'sidebar' },
    },
    {
      name: 'order',
      label: { fr: 'Rang dans le menu', en: 'Rank in the menu' },
      type: 'number',
      defaultValue: 100,
      admin: {
        position: 'sidebar',
        condition: (data) => data?.menu !== 'none',
        description: { fr: 'Le plus petit vient d’abord.', en: 'The smallest comes first.' },
      },
    },
  ],
}
