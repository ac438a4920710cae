import type { BaseDatabaseAdapter, Field, GlobalSlug, Payload, TextField } from 'payload'
import type { Bilingual } from '@/core/lang'
import { keepSecret, LONG_ENOUGH } from './secrets'

/** Typed in place of a secret to take it away. */
export const FORGET = '-'

const kept: Bilingual = {
  fr: 'Une fois enregistré, il ne se montre plus. Laissez vide pour le garder, un tiret seul pour l’effacer.',
  en: 'Once saved it is not shown again. Leave empty to keep it, a single hyphen to remove it.',
}
const tooShort = (least: number): Bilingual => ({
  fr: `Il faut au moins ${least} caractères : un secret plus court se devine, et ne peut pas être caché partout.`,
  en: `At least ${least} characters are needed: a shorter secret can be guessed, and cannot be hidden everywhere.`,
})
const tooLong = (most: number): Bilingual => ({
  fr: `Au plus ${most} caractères.`,
  en: `${most} characters at most.`,
})

const DEFAULT_LONGEST = 4_000

/**
 * A setting that no answer and no page ever shows again: a key, a password; not inside a group. Kept when the form
 * comes back empty; a single hyphen removes it. `settingsOf` reads it. Shorter than `minLength` (8, or more where the
 * declaration says so) it is refused beside the field.
 */
export function secretField(field: Omit<TextField, 'type' | 'hooks' | 'custom' | 'validate'>): TextField {
  const least = Math.max(LONG_ENOUGH, field.minLength ?? 0)
  const most = field.maxLength ?? DEFAULT_LONGEST
  const about = field.admin?.description
  return {
    ...field,
    type: 'text',
    custom: { secret: true },
    admin: {
      ...field.admin,
      autoComplete: 'off',
      description: typeof about === 'object' && 'fr' in about ? join(about as Bilingual) : kept,
    },
    validate: (value: unknown, { req }: { req: { i18n?: { language?: string } } }) => {
      const said = req.i18n?.language === 'en' ? 'en' : 'fr'
      if (typeof value !== 'string' || value === '' || value === FORGET) return true
      if (value.length < least) return tooShort(least)[said]
      return value.length > most ? tooLong(most)[said] : true
    },
    hooks: {
      // Known before anything is done with it: what fails on its way to the database may repeat it.
      beforeValidate: [
        ({ value }) => {
          if (typeof value !== 'string') return value
          const given = value.trim()
          if (given.length >= least) keepSecret(given)
          return given
        },
      ],
      beforeChange: [
        async ({ value, req, global }) => {
          if (value === FORGET) return null
          if (typeof value === 'string' && value !== '') return value
          if (!global) throw new Error(`${field.name}: a secret stands in settings only`)
          // Past the hooks: what they show of it is nothing.
          const saved = (await req.payload.db.findGlobal({
            slug: global.slug as GlobalSlug,
          })) as Record<string, unknown> | null
          return saved?.[field.name] ?? null
        },
      ],
      afterRead: [() => null],
    },
  } as TextField
}

const join = (about: Bilingual): Bilingual => ({
  fr: `${about.fr} ${kept.fr}`,
  en: `${about.en} ${kept.en}`,
})

/**
 * The names of the secrets among the fields of settings. Throws where one stands inside a named group: it would be kept
 * under another name than it is read by.
 */
export function secretsAmong(fields: readonly Field[], group?: string): string[] {
  return fields.flatMap((field): string[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) =>
        secretsAmong(tab.fields, 'name' in tab && tab.name ? tab.name : group),
      )
    if ('fields' in field) return secretsAmong(field.fields, ('name' in field && field.name) || group)
    if (!('name' in field) || field.custom?.secret !== true) return []
    if (group) throw new Error(`${field.name}: a secret does not stand inside a group (${group})`)
    return [field.name]
  })
}

/** Reads the secrets of all settings, so that this process hides them from now on. A query for settings that have some. */
export async function learnSecrets(payload: Payload, only?: string): Promise<void> {
  for (const { slug, fields } of payload.config.globals) {
    if (only !== undefined && slug !== only) continue
    // The adapter keeps what passes (below).
    if (secretsAmong(fields).length > 0) await payload.db.findGlobal({ slug: slug as GlobalSlug })
  }
}

/**
 * A database adapter through which no secret of settings passes without being kept from the log from then on, whoever
 * reads or writes it: `settingsOf`, the admin, or a plugin past both.
 */
export function keepingSecrets<A extends BaseDatabaseAdapter>(adapter: A): A {
  const { findGlobal, updateGlobal, createGlobal } = adapter
  const keep = (slug: string, row: unknown) => {
    const config = adapter.payload.config.globals.find((g) => g.slug === slug)
    for (const name of config ? secretsAmong(config.fields) : [])
      keepSecret((row as Record<string, unknown> | null | undefined)?.[name])
  }
  return Object.assign(adapter, {
    async findGlobal(args) {
      const row = await findGlobal.call(adapter, args)
      keep(args.slug, row)
      return row as never
    },
    updateGlobal(args) {
      keep(args.slug, args.data)
      return updateGlobal.call(adapter, args) as never
    },
    createGlobal(args) {
      keep(args.slug, args.data)
      return createGlobal.call(adapter, args) as never
    },
  } satisfies Pick<BaseDatabaseAdapter, 'findGlobal' | 'updateGlobal' | 'createGlobal'>)
}
