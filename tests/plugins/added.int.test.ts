import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { texts } from '@/collections/extensions/i18n'
import { systemClock } from '@/core/clock'
import type { Lang } from '@/core/lang'
import { definePlugin, type Plugin, setApp } from '@/hooks'
import { createApp } from '@/hooks/runtime'
import { house } from '@/plugins/house'
import { plugins } from '@/plugins/index'
import { modules } from '@/src/modules'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { type Browser, serve, type TestServer } from '@/tests/support/http'
import { hanging, orphan, stillborn, well, wrong } from './misbehaving'
import meteo from './outside/package/index.js'

/*
 * The page Extensions says what a plugin adds: all that its manifest declares, and nothing else. What the page says is
 * read off its HTML; what it should say is read off the manifest here, by other means than the page's own.
 */
/** Brings what no other does. */
const rare = definePlugin({
  id: 'rare',
  version: '0.0.1',
  title: { fr: 'Rare', en: 'Rare' },
  description: { fr: 'Apporte ce que nulle autre n’apporte.', en: 'Brings what no other does.' },
  globals: [{ slug: 'rare-sheet', label: { fr: 'Feuille rare', en: 'Rare sheet' }, fields: [] }],
  relays: [{ name: 'rare-rows', pending: async () => [], clear: async () => undefined }],
})
const others = [wrong, hanging, stillborn, orphan, well, rare, meteo(house)]
const all = [...plugins, ...others]
/** Fields of the manifest that add nothing: names, and what runs as it comes and goes. */
const NOTHING_ADDED = ['id', 'version', 'title', 'description', 'startsOff', 'start', 'stop', 'reasons']

let server: TestServer
const readers = new Map<Lang, Browser>()
beforeAll(async () => {
  const { app: common } = await bootApp()
  const { payload, settings, log } = common
  const app = createApp({ payload, settings, log, clock: systemClock, modules: [...modules, ...others] })
  setApp(app)
  await app.plugins.start()
  server = await serve(app)
  for (const lang of ['fr', 'en'] as const) {
    const { id } = await makePerson(app, { grants: [{ role: 'administrator' }] })
    await app.payload.db.updateOne({ collection: 'members', id, data: { lang } })
    readers.set(lang, server.as((await asVisitor(app, id)).token))
  }
})
afterAll(async () => {
  await server.stop()
  setApp((await bootApp()).app)
})

const plain = (html: string) =>
  html
    .replace(/<li[^>]*>/g, ', ')
    .replace(/<[^>]+>/g, '')
    .replace(/^, /, '')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[\u00a0\u202f]/g, ' ')

/** Kind → what is listed, as the page of a plugin says it. */
async function listed({ id }: Plugin, lang: Lang): Promise<Record<string, string>> {
  const answer = await readers.get(lang)?.get(`/bureau/extensions/${id}`)
  expect(answer?.status).toBe(200)
  const html = (await answer?.text()) ?? ''
  const heading = { fr: 'Ce qu’elle apporte', en: 'What it brings' }[lang]
  const [, after = ''] = html.split(heading)
  const [section = ''] = after.split('</section>')
  return Object.fromEntries(
    [...section.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/gs)].map(([, term, value]) => [
      plain(term ?? ''),
      plain(value ?? ''),
    ]),
  )
}

type Field = {
  type: string
  name?: string
  label?: { fr: string } | string
  fields?: Field[]
  tabs?: { fields: Field[] }[]
}
const settingsOf = (fields: readonly Field[]): string[] =>
  fields.flatMap((f) =>
    f.tabs
      ? f.tabs.flatMap((tab) => settingsOf(tab.fields))
      : f.fields
        ? settingsOf(f.fields)
        : [(typeof f.label === 'object' ? f.label.fr : f.label) ?? f.name ?? ''],
  )
const PLACES = { home: 'accueil public', today: 'Aujourd’hui', staff: 'tableau de bord' }
const named = (entity: { slug: string }, label: unknown) => (label as { fr?: string })?.fr ?? entity.slug
const titleOf = (id: string) => all.find((p) => p.id === id)?.title.fr ?? id

/** What a field of the manifest comes to, in French: kind → items. Throws for a field that this test does not know. */
function declared(plugin: Plugin, field: string): [string, string[]] {
  const p = plugin as Required<Plugin>
  switch (field as keyof Plugin) {
    case 'requires':
      return ['Ce qu’il lui faut', Object.entries(p.requires).map(([id, range]) => `${titleOf(id)} ${range}`)]
    case 'menu':
      return ['Menus', p.menu.map((m) => m.label.fr)]
    case 'collections':
      return ['Données', p.collections.map((c) => named(c, c.labels?.plural))]
    case 'globals':
      return ['Documents uniques', p.globals.map((g) => named(g, g.label))]
    case 'settings':
      return ['Réglages', settingsOf(p.settings as Field[])]
    case 'widgets':
      return ['Encarts', p.widgets.map((w) => PLACES[w.place])]
    case 'blocks':
      return ['Blocs de page', p.blocks.map((b) => b.labels.singular.fr)]
    case 'panels':
      return ['Fiches des personnes', [p.panels.length === 1 ? '1 encart' : `${p.panels.length} encarts`]]
    case 'today':
      return ['Rappels aux membres', ['Aujourd’hui']]
    case 'todo':
      return ['Rappels au bureau', ['à faire']]
    case 'mails':
      // A subject that throws is not the page's fault.
      return ['Courriels', p.mails.map((m) => (m.id === 'wrong.mail' ? m.id : m.subject(m.example, 'fr')))]
    case 'tasks':
      return ['Longs travaux', Object.keys(p.tasks)]
    case 'permissions':
      return ['Droits', p.permissions.map((x) => x.label.fr)]
    case 'exportOf':
      return ['Export des données', ['ce qu’elle sait de chaque personne']]
    case 'routes':
      return ['Pages', [...new Set(p.routes.map((r) => r.path))]]
    case 'on':
      return ['Ce qu’elle écoute', Object.keys(p.on)]
    case 'filters':
      return ['Ce qu’elle filtre', Object.keys(p.filters)]
    case 'services':
      return ['Services offerts', Object.keys(p.services)]
    case 'jobs':
      return ['Tâches', p.jobs.map((j) => `${j.id} (toutes les ${period(j.everyMs)})`)]
    case 'relays':
      return ['Files qu’elle tient', p.relays.map((r) => r.name)]
    case 'commands':
      return ['Commandes', p.commands.map((c) => c.name)]
    default:
      throw new Error(`${plugin.id}: the page Extensions says nothing of “${field}”`)
  }
}
const period = (ms: number) =>
  ms >= 3_600_000
    ? `${Math.round(ms / 3_600_000)} h`
    : ms >= 60_000
      ? `${Math.round(ms / 60_000)} min`
      : `${Math.round(ms / 1_000)} s`

/** Those that require it, or what requires it. */
const dependents = (id: string): string[] => {
  const direct = all.filter((p) => p.requires?.[id] !== undefined).map((p) => p.id)
  return [...new Set([...direct, ...direct.flatMap(dependents)])]
}

describe.each(all.map((plugin) => [plugin.id, plugin] as const))('%s', (id, plugin) => {
  it('is said to add all that it declares, and nothing else', async () => {
    const expected = Object.fromEntries(
      Object.keys(plugin)
        .filter((field) => !NOTHING_ADDED.includes(field))
        .map((field) => declared(plugin, field))
        .filter(([, items]) => items.length > 0)
        .map(([kind, items]) => [kind, items.join(', ').replace(/[\u00a0\u202f]/g, ' ')]),
    )
    const { 'Nécessaire à': neededBy, ...found } = await listed(plugin, 'fr')
    expect(found).toEqual(expected)
    const needing = dependents(id).map((other) => titleOf(other))
    expect((neededBy ?? '').split(', ').filter(Boolean).toSorted()).toEqual(needing.toSorted())
    // As much of it to who reads English.
    expect(Object.keys(await listed(plugin, 'en'))).toHaveLength(
      Object.keys(found).length + (neededBy === undefined ? 0 : 1),
    )
  })
})

it('every kind of addition there is, is declared by one of them at least', () => {
  const { neededBy: _, ...added } = texts('fr').added
  const kinds = new Set(all.flatMap((plugin) => Object.keys(plugin)))
  expect(Object.keys(added).filter((kind) => !kinds.has(kind))).toEqual([])
})
