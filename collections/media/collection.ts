import { randomUUID } from 'node:crypto'
import { APIError, type CollectionBeforeOperationHook, type CollectionConfig } from 'payload'
import { allow, personOf } from '@/collections/members/access'
import { staffText } from '@/collections/pages/fields'
import { staffFor } from '@/core/access'
import { isLang } from '@/core/lang'
import { readMedia } from './access'
import { IMAGE_TYPES, MAX_PIXELS } from './domain/imageKind'
import { texts } from './i18n'
import { prepareImage } from './service/prepareImage'

const byStaff = staffFor('content')
const webp = { format: 'webp', options: { quality: 80 } } as const
const square = (name: string, side: number) =>
  ({ name, width: side, height: side, fit: 'cover', position: 'attention', formatOptions: webp }) as const

/** Every file, whatever its way in, is decoded and made anew before Payload sees it, under a name of ours. */
const remake: CollectionBeforeOperationHook = async ({ args, req, operation, overrideAccess }) => {
  if (!req.file || (operation !== 'create' && operation !== 'update')) return args
  // Runs before the access check: those it will refuse must not make us decode anything.
  if (!overrideAccess && !byStaff(personOf(req))) return args
  const image = await prepareImage(req.file.data)
  if (!image.ok) {
    const lang = isLang(req.i18n?.language) ? req.i18n.language : 'fr'
    throw new APIError(texts(lang).reasons[image.reason], 400, undefined, true)
  }
  const { data, type } = image.value
  req.file = { ...req.file, data, mimetype: type, size: data.length, name: `${randomUUID()}.webp` }
  return args
}

export const media: CollectionConfig = {
  slug: 'media',
  labels: { singular: { fr: 'Image', en: 'Picture' }, plural: { fr: 'Images', en: 'Pictures' } },
  admin: {
    group: { fr: 'Contenu', en: 'Content' },
    useAsTitle: 'alt',
    defaultColumns: ['filename', 'alt', 'kind', 'visibility', 'updatedAt'],
    description: {
      fr: 'Images des pages et des actualités : JPEG, PNG, WebP ou AVIF, 8 Mo au plus. Elles sont refaites à l’arrivée, sans lieu ni appareil.',
      en: 'Pictures of pages and news: JPEG, PNG, WebP or AVIF, 8 MB at most. They are made anew on arrival, without place or camera.',
    },
    // Portraits belong to their people; staff sees what it uses.
    baseListFilter: () => ({ kind: { equals: 'content' } }),
  },
  access: { read: readMedia, create: allow(byStaff), update: allow(byStaff), delete: allow(byStaff) },
  hooks: { beforeOperation: [remake] },
  upload: {
    staticDir: process.env.MEDIA_DIR ?? './media',
    mimeTypes: [...IMAGE_TYPES],
    constructorOptions: { limitInputPixels: MAX_PIXELS },
    crop: false,
    focalPoint: false,
    pasteURL: false,
    adminThumbnail: 'portraitSmall',
    imageSizes: [
      square('portraitSmall', 160),
      square('portrait', 320),
      { name: 'card', width: 640, withoutEnlargement: true, formatOptions: webp },
    ],
    // A name is never used again, so a file never changes under it.
    modifyResponseHeaders: ({ headers }) => {
      headers.set('Cache-Control', 'private, max-age=31536000, immutable')
      headers.set('X-Content-Type-Options', 'nosniff')
      headers.set('Content-Disposition', 'inline')
      return headers
    },
  },
  fields: [
    staffText({
      name: 'alt',
      label: {
        fr: 'Description pour qui ne voit pas l’image',
        en: 'Description for those who cannot see it',
      },
      maxLength: 300,
      needed: true,
      description: {
        fr: 'Ce que l’image montre, en une phrase : « Quatre personnes autour d’une table de travail. »',
        en: 'What the picture shows, in a sentence: “Four people around a work table.”',
      },
    }),
    {
      name: 'visibility',
      label: { fr: 'Visible par', en: 'Visible to' },
      type: 'select',
      required: true,
      defaultValue: 'public',
      options: [
        { value: 'public', label: { fr: 'tout le monde', en: 'everyone' } },
        { value: 'extranet', label: { fr: 'les adhérents', en: 'members' } },
      ],
    },
    {
      name: 'kind',
      label: { fr: 'Nature', en: 'Kind' },
      type: 'select',
      required: true,
      defaultValue: 'content',
      index: true,
      options: [
        { value: 'content', label: { fr: 'contenu', en: 'content' } },
        { value: 'portrait', label: 'portrait' },
      ],
      admin: { hidden: true },
      access: { create: () => false, update: () => false },
    },
    {
      name: 'owner',
      label: { fr: 'Personne', en: 'Person' },
      type: 'text',
      index: true,
      admin: { hidden: true },
      access: { read: ({ req }) => byStaff(personOf(req)), create: () => false, update: () => false },
    },
  ],
}
