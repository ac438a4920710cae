import { HOUR, MINUTE } from '@/core/clock'
import type { Lang } from '@/core/lang'
import { type App, isPlugin, type Plugin } from '@/hooks'
import { dependentsOf } from '@/hooks/runtime'
import type { Texts } from '../i18n'

type Lines = { term: string; items: string[] }[]

/** What a plugin brings to the house, by kind: what staff meets, and what developers look for. */
export function addedBy(
  app: App,
  plugin: Plugin,
  lang: Lang,
  t: Texts,
): { forStaff: Lines; forDevelopers: Lines } {
  const a = t.added
  const name = (id: string) => app.installed.filter(isPlugin).find((p) => p.id === id)?.title[lang] ?? id
  return {
    forStaff: filled([
      [a.requires, Object.entries(plugin.requires ?? {}).map(([id, range]) => `${name(id)} ${range}`)],
      [a.neededBy, dependentsOf(app.installed, plugin.id).map((p) => p.title[lang])],
      [a.menu, (plugin.menu ?? []).map((m) => m.label[lang])],
      [a.collections, [...(plugin.collections ?? []), ...(plugin.globals ?? [])].map((c) => nameOf(c, lang))],
      [a.widgets, (plugin.widgets ?? []).map((w) => t.places[w.place])],
      [a.blocks, (plugin.blocks ?? []).map((b) => b.labels.singular[lang])],
      [a.mails, (plugin.mails ?? []).map((m) => m.subject(m.example, lang))],
      [a.permissions, (plugin.permissions ?? []).map((p) => p.label[lang])],
    ]),
    forDevelopers: filled([
      [a.routes, unique((plugin.routes ?? []).map((r) => r.path))],
      [a.hears, Object.keys(plugin.on ?? {})],
      [a.filters, Object.keys(plugin.filters ?? {})],
      [a.services, Object.keys(plugin.services ?? {})],
      [a.jobs, (plugin.jobs ?? []).map((j) => `${j.id} (${t.every(lasting(j.everyMs, t))})`)],
      [a.commands, (plugin.commands ?? []).map((c) => c.name)],
    ]),
  }
}

/** Kinds it has something of. */
const filled = (rows: [string, string[]][]): Lines =>
  rows.flatMap(([term, items]) => (items.length > 0 ? [{ term, items }] : []))

const unique = (texts: string[]): string[] => [...new Set(texts)]

/** The name staff knows it by in the admin. */
function nameOf(entity: { slug: string; labels?: unknown; label?: unknown }, lang: Lang): string {
  const label = (entity.labels as { plural?: unknown } | undefined)?.plural ?? entity.label
  const said = typeof label === 'object' && label !== null ? (label as Record<string, unknown>)[lang] : label
  return typeof said === 'string' ? said : entity.slug
}

const lasting = (ms: number, t: Texts): string =>
  ms >= HOUR
    ? t.hours(Math.round(ms / HOUR))
    : ms >= MINUTE
      ? t.minutes(Math.round(ms / MINUTE))
      : t.seconds(Math.round(ms / 1000))
