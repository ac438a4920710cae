import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  FieldHook,
  TextareaField,
  TextField,
  TextFieldSingleValidation,
} from 'payload'
import { type Bilingual, isLang, type Lang } from '@/core/lang'
import { slugify } from '@/core/text'
import { appIfRunning } from '@/hooks'
import { firstSegments, RESERVED, slugRefusal } from './domain/slug'
import { texts } from './i18n'

export const adminLang = (language: string | undefined): Lang => (isLang(language) ? language : 'fr')

/**
 * Content in two languages is written in French first; English may follow, and French stands in until it does.
 * So a field that must be filled must be filled in French alone.
 */
export function frenchRefusal(
  filled: boolean,
  { locale, operation, language }: { locale?: unknown; operation?: string; language?: string },
): true | string {
  const t = texts(adminLang(language))
  if (locale === 'en') return operation === 'create' ? t.frenchFirst : true
  return filled || t.needed
}

type StaffText = {
  name: string
  label: Bilingual
  maxLength: number
  /** To be filled, in French at least. */
  needed?: boolean
  /** Several lines. */
  long?: boolean
  description?: Bilingual
}

/** A text staff writes in both languages. */
export function staffText({
  name,
  label,
  maxLength,
  needed,
  long,
  description,
}: StaffText): TextField | TextareaField {
  const validate = (
    value: unknown,
    { req, operation }: { req: { locale?: unknown; i18n?: { language?: string } }; operation?: string },
  ): true | string => {
    const language = req.i18n?.language
    const words = typeof value === 'string' ? value.trim() : ''
    if (words.length > maxLength) return texts(adminLang(language)).tooLong(maxLength)
    return needed ? frenchRefusal(words !== '', { locale: req.locale, operation, language }) : true
  }
  const admin = description ? { description } : {}
  const field = { name, label, localized: true, maxLength, validate, admin }
  return long ? { ...field, type: 'textarea' } : { ...field, type: 'text' }
}

/** An empty address is made of the title. */
const fromTitle: FieldHook = ({ value, data }) => {
  if (typeof value === 'string' && value.trim() !== '') return value.trim()
  return typeof data?.title === 'string' ? slugify(data.title) : value
}

type SlugOptions = {
  /** What stands before it, for the help text. */
  prefix: string
  /** At the root of the site, where the program has words of its own. */
  atRoot: boolean
  taken?: readonly string[]
}

/** The address of a page or of a piece of news: one for both languages, unique, made of the title when empty. */
export function slugField({ prefix, atRoot, taken = [] }: SlugOptions): TextField {
  const validate: TextFieldSingleValidation = (value, { req }) => {
    const routes = atRoot ? (appIfRunning()?.installed ?? []).flatMap((m) => m.routes ?? []) : []
    const others = [...taken, ...firstSegments(routes.map((r) => r.path))]
    const reason = slugRefusal(value, atRoot ? [...RESERVED, ...others] : others)
    return reason === null || texts(adminLang(req.i18n?.language)).reasons[reason]
  }
  return {
    name: 'slug',
    label: { fr: 'Adresse', en: 'Address' },
    type: 'text',
    required: true,
    unique: true,
    hooks: { beforeValidate: [fromTitle] },
    validate,
    admin: {
      position: 'sidebar',
      description: {
        fr: `Ce qui suit ${prefix} : minuscules, chiffres et tirets. Laissée vide, elle est faite du titre. La changer casse les liens déjà donnés.`,
        en: `What follows ${prefix}: small letters, figures and hyphens. Left empty, it is made from the title. Changing it breaks links already given.`,
      },
    },
  }
}

/** Says that what a topic covers has changed. Saving never fails for it. */
async function tell(topic: string): Promise<void> {
  const app = appIfRunning()
  if (!app) return
  await app.touch(topic).catch((error: unknown) => app.log.error({ topic, err: error }, 'touch failed'))
}

export const touchAfter = (topic: string) => ({
  afterChange: [
    (async ({ doc, previousDoc }) => {
      // A draft saved over a draft shows nowhere.
      if (doc._status !== 'draft' || previousDoc?._status === 'published') await tell(topic)
      return doc
    }) satisfies CollectionAfterChangeHook,
  ],
  afterDelete: [
    (async ({ doc }) => {
      await tell(topic)
      return doc
    }) satisfies CollectionAfterDeleteHook,
  ],
})
