import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { modules } from '@/src/modules'
import { startTestServer, type TestServerProcess } from '@/tests/support/server'
import { everyRoute } from '@/web/registry'
import { BY_HAND } from './pages/byHand'
import { type Crawl, crawl, matcher, type Visit, visit } from './pages/crawl'
import { inspect, inspectShown, openViewer, type Viewer } from './pages/inspect'
import { type Asker, everyKind } from './pages/people'
import { type Form, faultsOfRefusal, formsOf, sendEmpty } from './pages/refusedForms'
import { launch } from './support/browser'

/*
 * Every page of the product's own registry of routes, the core's and each plugin's, as everybody who is shown it. Which
 * pages there are is told by the registry, which addresses they have by the links that people are shown; what no link
 * leads to stands in pages/byHand.ts. A page that neither finds fails here.
 */
const routes = everyRoute(modules).flatMap(({ route }) => (route.get ? [route.path] : []))

let browser: Browser
let server: TestServerProcess
let people: Asker[]
let found: Crawl
const viewers = new Map<Asker, Viewer>()
/** A form of each address, and where it stands. */
const forms = new Map<string, { form: Form; visit: Visit }>()

beforeAll(async () => {
  ;[browser, server] = await Promise.all([launch(), startTestServer({ TRUST_PROXY: '1' })])
  people = await everyKind(server)
  found = await crawl(people, routes)
  await askByHand()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function viewerOf(who: Asker): Promise<Viewer> {
  const open = viewers.get(who) ?? (await openViewer(browser, server.url, who))
  viewers.set(who, open)
  return open
}

/** Pages that no link leads to: an address below one that was found, or one written down. */
async function askByHand(): Promise<void> {
  for (const route of routes) {
    if (met().has(route)) continue
    for (const { who, path } of candidates(route)) {
      const { status } = await visit(who, route, path, found)
      if (status < 400) break
    }
  }
}

const met = () => new Set([...found.visits.map((v) => v.route), ...found.others])

function candidates(route: string): { who: Asker; path: string }[] {
  const written = BY_HAND[route]
  if (written) {
    const who = people.find(({ name }) => name === written.as)
    return who ? [{ who, path: written.path(found.visits) }] : []
  }
  const [stem = '', rest = ''] = split(route)
  return found.visits
    .filter((v) => v.route === stem)
    .map(({ who, path }) => ({ who, path: `${path.split('?')[0]}${rest}` }))
}

/** `/a/:id/b` → `/a/:id`, `/b` */
const split = (route: string): string[] => /^(.*:\w+)((?:\/[^:]+)*)$/.exec(route)?.slice(1) ?? []

it('every page of the registry is met, and no entry is left over', () => {
  expect(routes.filter((route) => !met().has(route))).toEqual([])
  expect(Object.keys(BY_HAND).filter((route) => !routes.includes(route))).toEqual([])
})

it('no link leads nowhere', () => {
  expect(found.dead).toEqual([])
})

it('each page, as each kind of person who is shown another', { timeout: 400_000 }, async () => {
  const faults: string[] = []
  for (const v of apart(found.visits)) {
    const t = Date.now()
    const viewer = await viewerOf(v.who)
    const said = await inspect(viewer, server.url + v.path)
    for (const form of await formsOf(viewer.page)) note(form, v)
    if (process.env.PAGES_STATS) console.log(`${Date.now() - t} ms ${v.who.name} ${v.route} ${v.path}`)
    for (const fault of said) faults.push(`${v.who.name} ${v.path}: ${fault}`)
  }
  expect(faults).toEqual([])
})

const routeOf = matcher(routes)
function note(form: Form, visit: Visit): void {
  const key = `${routeOf(form.action) ?? form.action} ${form.fields}`
  if (!forms.has(key)) forms.set(key, { form, visit })
}

it('each form sent empty says what to mend, beside its fields', { timeout: 400_000 }, async () => {
  const faults: string[] = []
  expect(forms.size).toBeGreaterThan(20)
  for (const { form, visit: v } of forms.values()) {
    const viewer = await viewerOf(v.who)
    await viewer.page.goto(server.url + v.path)
    const status = await sendEmpty(viewer.page, form)
    const said = status === 422 ? await faultsOfRefusal(viewer.page) : [`status ${status}`]
    if (status === 422) said.push(...(await inspectShown(viewer)))
    for (const fault of said) faults.push(`${v.who.name} ${v.path}, form to ${form.action}: ${fault}`)
  }
  expect(faults).toEqual([])
})

/** One of each make: pages that differ in what they say alone are looked at once. */
function apart(visits: readonly Visit[]): Visit[] {
  const seen = new Set<string>()
  return visits.filter(({ route, shape }) => {
    const key = `${route} ${shape}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
