import type { Field, GlobalConfig, GlobalSlug, PayloadRequest, TypedGlobal } from 'payload'
import { staff, staffFor } from '@/core/access'
import type { Bilingual } from '@/core/lang'
import type { Visitor } from '@/core/person'
import { type App, appIfRunning } from './app'
import type { Plugin } from './module'
import { secretsAmong } from './secretField'

type SettingsSlug<P extends string> = Extract<GlobalSlug, `${P}-settings`>
/** What staff has set for a plugin, typed by its fields (payload-types.ts). */
export type SettingsOf<P extends string> = Omit<
  TypedGlobal[SettingsSlug<P>],
  'id' | 'createdAt' | 'updatedAt' | 'globalType'
>

/** Topic of what a plugin's settings show: pages kept in memory name it in `cache`. */
export const settingsTopic = (plugin: string): string => `${plugin}-settings`

const label: Bilingual = { fr: 'Réglages', en: 'Settings' }
const visitor = (req: PayloadRequest): Visitor =>
  (req.user as { person?: Visitor } | null | undefined)?.person ?? null

/** The page of the admin where a plugin's settings are edited; none where it has none. */
export function settingsGlobal(plugin: Plugin): GlobalConfig[] {
  if (!plugin.settings || plugin.settings.length === 0) return []
  // Throws where one stands where it could not be kept: here rather than at the first save.
  secretsAmong(plugin.settings)
  return [
    {
      slug: settingsTopic(plugin.id),
      label: {
        fr: `${label.fr} : ${plugin.title.fr}`,
        en: `${label.en}: ${plugin.title.en}`,
      },
      admin: { group: { fr: 'Extensions', en: 'Plugins' } },
      access: {
        read: ({ req }) => staff(visitor(req)),
        update: ({ req }) => staffFor('settings')(visitor(req)),
      },
      hooks: { afterChange: [() => appIfRunning()?.touch(settingsTopic(plugin.id))] },
      fields: plugin.settings,
    },
  ]
}

/**
 * What staff has set for a plugin, with the defaults where nothing was: one query. Secrets as they are: never hand
 * the whole to a page or a log.
 */
export async function settingsOf<P extends string>(app: App, plugin: P): Promise<SettingsOf<P>> {
  const slug = settingsTopic(plugin)
  const saved = (await app.payload.db.findGlobal({ slug: slug as GlobalSlug })) as Record<
    string,
    unknown
  > | null
  const config = app.payload.globals.config.find((g) => g.slug === slug)
  if (!config) throw new Error(`${plugin} has no settings`)
  return withDefaults(config.fields, saved ?? {}) as SettingsOf<P>
}

/** The values saved, and the default of each field that has none. */
export function withDefaults(
  fields: readonly Field[],
  saved: Record<string, unknown>,
): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const field of fields) {
    if (field.type === 'tabs') {
      for (const tab of field.tabs)
        Object.assign(
          values,
          'name' in tab && tab.name
            ? { [tab.name]: withDefaults(tab.fields, asRow(saved[tab.name])) }
            : withDefaults(tab.fields, saved),
        )
    } else if (field.type === 'group' && 'name' in field && field.name) {
      values[field.name] = withDefaults(field.fields, asRow(saved[field.name]))
    } else if (
      (field.type === 'row' || field.type === 'collapsible' || field.type === 'group') &&
      field.fields
    ) {
      Object.assign(values, withDefaults(field.fields, saved))
    } else if ('name' in field && field.name) {
      values[field.name] = saved[field.name] ?? defaultOf(field)
    }
  }
  return values
}

const asRow = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

const defaultOf = (field: Field): unknown => {
  const value = 'defaultValue' in field ? field.defaultValue : undefined
  return typeof value === 'function' ? undefined : (value ?? undefined)
}
