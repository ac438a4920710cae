import type { Field } from 'payload'
import { HOUR, MINUTE } from '@/core/clock'
import type { Lang } from '@/core/lang'
import { type App, isPlugin, type MailTemplate, type Plugin } from '@/hooks'
import { dependentsOf } from '@/hooks/runtime'
import type { Texts } from '../i18n'

type Lines = { term: string; items: string[] }[]

/** What of a manifest is no addition: what it is called, and what runs as it comes and goes. */
type Itself = 'id' | 'version' | 'title' | 'description' | 'startsOff' | 'start' | 'stop' | 'reasons'
/** A field added to the manifest is missing here until this page says what it brings. */
type Kind = Exclude<keyof Plugin, Itself> | 'neededBy'

/** In the order in which they are shown. What staff meets stands first; the rest is for whoever develops. */
const FOR_STAFF = [
  'requires',
  'neededBy',
  'menu',
  'collections',
  'globals',
  'settings',
  'widgets',
  'blocks',
  'panels',
  'today',
  'todo',
  'mails',
  'permissions',
  'exportOf',
] as const satisfies Kind[]

/** What a plugin brings to the house, by kind: what staff meets, and what developers look for. */
export function addedBy(
  app: App,
  plugin: Plugin,
  lang: Lang,
  t: Texts,
): { forStaff: Lines; forDevelopers: Lines } {
  const titleOf = (id: string) => app.installed.filter(isPlugin).find((p) => p.id === id)?.title[lang] ?? id
  const all: Record<Kind, string[]> = {
    requires: Object.entries(plugin.requires ?? {}).map(([id, range]) => `${titleOf(id)} ${range}`),
    neededBy: dependentsOf(app.installed, plugin.id).map((p) => p.title[lang]),
    menu: (plugin.menu ?? []).map((m) => m.label[lang]),
    collections: (plugin.collections ?? []).map((c) => nameOf(c.slug, c.labels?.plural, lang)),
    globals: (plugin.globals ?? []).map((g) => nameOf(g.slug, g.label, lang)),
    settings: settingsAmong(plugin.settings ?? [], lang),
    widgets: (plugin.widgets ?? []).map((w) => t.places[w.place]),
    blocks: (plugin.blocks ?? []).map((b) => b.labels.singular[lang]),
    panels: plugin.panels?.length ? [t.panels(plugin.panels.length)] : [],
    today: plugin.today ? [t.places.today] : [],
    todo: plugin.todo ? [t.places.todo] : [],
    mails: (plugin.mails ?? []).map((m) => subjectOf(m, lang)),
    tasks: Object.keys(plugin.tasks ?? {}),
    permissions: (plugin.permissions ?? []).map((p) => p.label[lang]),
    exportOf: plugin.exportOf ? [t.exported] : [],
    routes: unique((plugin.routes ?? []).map((r) => r.path)),
    on: Object.keys(plugin.on ?? {}),
    filters: Object.keys(plugin.filters ?? {}),
    services: Object.keys(plugin.services ?? {}),
    jobs: (plugin.jobs ?? []).map((j) => `${j.id} (${t.every(lasting(j.everyMs, t))})`),
    relays: (plugin.relays ?? []).map((r) => r.name),
    commands: (plugin.commands ?? []).map((c) => c.name),
  }
  const staff: readonly string[] = FOR_STAFF
  const lines = (kinds: readonly Kind[]): Lines =>
    kinds.flatMap((kind) => (all[kind].length > 0 ? [{ term: t.added[kind], items: all[kind] }] : []))
  return {
    forStaff: lines(FOR_STAFF),
    forDevelopers: lines((Object.keys(all) as Kind[]).filter((kind) => !staff.includes(kind))),
  }
}

const unique = (texts: string[]): string[] => [...new Set(texts)]

/** One that throws is a fault of the plugin: the page that shows its faults stands. */
function subjectOf({ id, subject, example }: MailTemplate, lang: Lang): string {
  try {
    return subject(example, lang)
  } catch {
    return id
  }
}

/** The name staff knows it by in the admin. */
function nameOf(fallback: string, label: unknown, lang: Lang): string {
  const said = typeof label === 'object' && label !== null ? (label as Record<string, unknown>)[lang] : label
  return typeof said === 'string' ? said : fallback
}

/** Each setting by its name in the admin, however they are laid out there. */
const settingsAmong = (fields: readonly Field[], lang: Lang): string[] =>
  fields.flatMap((field) => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => settingsAmong(tab.fields, lang))
    if ('fields' in field && field.type !== 'array') return settingsAmong(field.fields, lang)
    return 'name' in field && field.type !== 'ui'
      ? [nameOf(field.name, 'label' in field ? field.label : undefined, lang)]
      : []
  })

const lasting = (ms: number, t: Texts): string =>
  ms >= HOUR
    ? t.hours(Math.round(ms / HOUR))
    : ms >= MINUTE
      ? t.minutes(Math.round(ms / MINUTE))
      : t.seconds(Math.round(ms / 1000))
