import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { modules } from '@/src/modules'
import { startTestServer, type TestServerProcess } from '@/tests/support/server'
import { everyRoute } from '@/web/registry'
import { BY_HAND, ELSEWHERE } from './pages/byHand'
import { type Crawl, crawl, matcher, type Visit, visit } from './pages/crawl'
import { faultsInEnglish, frenchTexts, wordsOfRows } from './pages/english'
import { inspect, inspectShown, openEnglish, openViewer, type Viewer, type Window } from './pages/inspect'
import { type Asker, everyKind } from './pages/people'
import { type Form, faultsOfRefusal, formsOf, sendEmpty } from './pages/refusedForms'
import { setTheScene, type Unlinked } from './pages/scene'
import { launch } from './support/browser'
import { openMailbox } from './support/mailbox'

/*
 * Every page of the product's own registry of routes, the core's and each plugin's, as everybody who is shown it. Which
 * pages there are is told by the registry, which addresses they have by the links that people are shown; what no link
 * leads to stands in pages/byHand.ts. A page that neither finds fails here.
 */
const routes = everyRoute(modules).flatMap(({ route }) => (route.get ? [route.path] : []))

const routeOf = matcher(routes)

let browser: Browser
let server: TestServerProcess
let mailbox: Awaited<ReturnType<typeof openMailbox>>
let unlinked: Unlinked
let people: Asker[]
let found: Crawl
const viewers = new Map<Asker, Viewer>()
/** A form of each address, and where it stands. */
const forms = new Map<string, { form: Form; visit: Visit }>()

beforeAll(async () => {
  mailbox = await openMailbox()
  const mail = { SMTP_URL: mailbox.url, MAIL_FROM: 'Compagnon <compagnon@test.example>' }
  ;[browser, server] = await Promise.all([launch(), startTestServer({ ...mail, TRUST_PROXY: '1' })])
  people = await everyKind(server)
  const [visitor, chief] = [named('visitor'), named('administrator')]
  unlinked = await setTheScene({ chief, visitor, mailbox })
  found = await crawl(people, routes)
  await askByHand()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await mailbox?.close()
})

function named(name: string): Asker {
  const who = people.find((one) => one.name === name)
  if (!who) throw new Error(`nobody is ${name}`)
  return who
}

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

/** Of a page without parts whoever may open it; else below an address that was found, or one written down. */
function candidates(route: string): { who: Asker; path: string }[] {
  const path = BY_HAND[route] ?? unlinked[route]
  if (path || !route.includes(':')) return people.map((who) => ({ who, path: path ?? route }))
  const [stem = '', rest = ''] = /^(.*?:\w+)(.*)$/.exec(route)?.slice(1) ?? []
  // An act asked for by its address leads to what it is about, whichever that was.
  const below = rest.replace(/:\w+/g, 'x')
  return [
    ...found.acts.filter((act) => routeOf(act.path) === route),
    ...found.visits
      .filter((v) => v.route === stem)
      .map((v) => ({ who: v.who, path: `${v.path.split('?')[0]}${below}` })),
  ]
}

it('every page of the registry is met, and no entry is left over', () => {
  expect(routes.filter((route) => !met().has(route) && !(route in ELSEWHERE))).toEqual([])
  const written = [...Object.keys(BY_HAND), ...Object.keys(ELSEWHERE)]
  expect(
    written.filter((route) => !routes.includes(route) || !(route in BY_HAND || !met().has(route))),
  ).toEqual([])
})

it('no link leads nowhere', () => {
  expect(found.dead).toEqual([])
})

it('each page, as each kind of person who is shown another', { timeout: 900_000 }, async () => {
  const faults: string[] = []
  for (const v of apart(found.visits)) {
    const viewer = await viewerOf(v.who)
    const said = await inspect(viewer, server.url + v.path)
    for (const form of await formsOf(viewer.page)) note(form, v)
    for (const fault of said) faults.push(`${v.who.name} ${v.path}: ${fault}`)
  }
  expect(faults).toEqual([])
})

type Page = Pick<Visit, 'who' | 'route' | 'path' | 'html'>

/** Who is told that there is nothing, or nothing for them. */
const REFUSED = [
  ['visitor', '/nulle/part', 404],
  ['member', '/nulle/part', 404],
  ['member', '/bureau', 403],
] as const

it.each(REFUSED)('so is what a %s is told at %s (%i)', async (name, path, status) => {
  expect(await inspect(await viewerOf(named(name)), server.url + path, status)).toEqual([])
})

it('each page in English: nothing is left in French but what people wrote', {
  timeout: 300_000,
}, async () => {
  const known = { texts: await frenchTexts(), rows: await wordsOfRows(server.database) }
  const english = new Map<Asker, Window>()
  const inEnglish = async (who: Asker) => {
    const open = english.get(who) ?? (await openEnglish(browser, server.url, who))
    english.set(who, open)
    return open
  }
  const seen = new Set<string>()
  const faultsOf = async (window: Window, { who, route, path, html }: Page, status = 200) => {
    const make = seen.has(route) ? 'known' : 'new'
    seen.add(route)
    // What other sites frame is told their language.
    const url = server.url + path + (path.startsWith('/widgets/') ? '?lang=en' : '')
    const said = await faultsInEnglish(window, { url, status, make, french: html, known })
    return said.map((fault) => `${who.name} ${path}: ${fault}`)
  }
  const faults: string[] = []
  for (const v of apart(found.visits, 2)) faults.push(...(await faultsOf(await inEnglish(v.who), v)))
  for (const [name, path, status] of REFUSED) {
    const who = named(name)
    const html = await (await who.get(path)).text()
    const page = { who, route: String(status), path, html }
    faults.push(...(await faultsOf(await inEnglish(who), page, status)))
  }
  expect(faults).toEqual([])
  // One in French is found out.
  const inFrench = found.visits.find((v) => v.who.name === 'member' && v.route === '/entraide')
  const french = inFrench && (await faultsOf(await viewerOf(inFrench.who), inFrench))
  expect(french?.filter((fault) => fault.endsWith('is not in English')).length).toBeGreaterThan(10)
  await Promise.all([...english.values()].map((window) => window.close()))
})

function note(form: Form, visit: Visit): void {
  const key = `${routeOf(form.action) ?? form.action} ${form.fields}`
  if (!forms.has(key)) forms.set(key, { form, visit })
}

it('each form sent empty says what to mend, beside its fields', { timeout: 900_000 }, async () => {
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

/** Pages of a route may differ in more ways than are worth a look each. */
const MAKES = 4

/** One of each make: pages that differ in what they say alone are looked at once, and so is what stands around them. */
function apart(visits: readonly Visit[], most = MAKES): Visit[] {
  const seen = new Set<string>()
  const makes = new Map<string, number>()
  return visits.filter(({ route, shape, frame }) => {
    const key = `${route} ${shape}`
    const known = makes.get(route) ?? 0
    if (seen.has(frame) && (seen.has(key) || known >= most)) return false
    if (!seen.has(key)) makes.set(route, known + 1)
    seen.add(key)
    seen.add(frame)
    return true
  })
}
