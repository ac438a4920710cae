import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import type { StaffArea } from '@/core/person'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { turnOff, turnOn } from '@/hooks/runtime'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp, testDatabase } from '@/tests/support/app'
import { serve, type TestServer } from '@/tests/support/http'
import { startCounting, stopCounting, watchQueries } from '@/tests/support/queries'
import { SEASONS } from '../contract'
import { freeSeat } from '../service'
import { confirmSeat } from '../service/confirmSeat'
import { holdSeat } from '../service/holdSeat'
import { todayOf } from '../service/readCounter'
import { allSeasons } from '../service/rows'
import { hubOf } from '../web/counter/hub'
import { counterScript } from '../web/counter/script'
import { openSeason } from './support'

let app: App
let server: TestServer

beforeAll(async () => {
  watchQueries(testDatabase)
  app = (await bootApp()).app
  server = await serve(app)
})
afterAll(() => server.stop())

type Told = Record<string, unknown> & { fr: Record<string, string>; en: Record<string, string> }
const ask = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers })
const json = async (query = '') => (await (await ask(`/widgets/counter.json${query}`)).json()) as Told
const text = async (path: string) => (await ask(path)).text()
const hold = (season: string, person = newId()) =>
  holdSeat(app, { season, person, until: new Date(Date.now() + 3_600_000) })

/** Listens as a browser does. */
async function listen(query = '', headers: Record<string, string> = {}) {
  const leave = new AbortController()
  const answer = await fetch(`${server.url}/widgets/counter/events${query}`, {
    headers: { accept: 'text/event-stream', ...headers },
    signal: leave.signal,
  })
  let said = ''
  let ended = false
  const reading = (async () => {
    for await (const part of answer.body ?? []) said += Buffer.from(part).toString()
  })()
  reading
    .catch(() => undefined)
    .finally(() => {
      ended = true
    })
  const events = () =>
    said
      .split('\n\n')
      .map((block) => Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2))))
      .filter((event) => event.id)
      .map(({ id, data }) => ({ id: String(id), data: JSON.parse(data) as Told }))
  const until = async (what: () => boolean, within: number) => {
    const end = performance.now() + within
    while (!what() && performance.now() < end) await sleep(10)
    return what()
  }
  return {
    answer,
    events,
    said: () => said,
    /** Whether it was told so within a second. */
    told: (figures: object) =>
      until(() => {
        const last = events().at(-1)?.data
        return Object.entries(figures).every(([name, value]) => last?.[name] === value)
      }, 1_000),
    ended: (within = 1_000) => until(() => ended, within),
    leave: () => leave.abort(),
  }
}

describe('what the counter says', () => {
  it('of an open season: its figures and their sentences, in both languages', async () => {
    const season = await openSeason(app, 6)
    unwrap(await confirmSeat(app, { season: season.id, person: newId() }))
    unwrap(await hold(season.id))
    const said = await json()
    expect(said).toMatchObject({
      season: season.slug,
      cap: 6,
      taken: 1,
      held: 1,
      free: 4,
      state: 'open',
      opensOn: season.opensOn,
      closesOn: null,
      href: `${app.settings.publicUrl}/adhesion`,
    })
    expect(said.fr).toMatchObject({ title: 'Saison d’essai', text: '1 adhésion, il reste 4 places' })
    expect(said.en).toMatchObject({ title: 'Test season', text: '1 membership, 4 seats left' })
    expect(said.en.detail).toBe('1 taken, 1 held, 4 free of 6 seats')
  })

  it('of a full one', async () => {
    const season = await openSeason(app, 1)
    unwrap(await hold(season.id))
    expect(await json()).toMatchObject({ state: 'full', free: 0, held: 1 })
    for (const path of ['/widgets/counter', '/widgets/counter.svg'])
      expect(await text(path)).toContain('0 adhésion, plus de place libre')
  })

  it('of one that opens later', async () => {
    await openSeason(app, 3, { opensOn: '2099-01-07' })
    const said = await json()
    expect(said).toMatchObject({ state: 'upcoming', opensOn: '2099-01-07' })
    expect(said.fr.text).toBe('Les candidatures ouvrent le 7\u00a0janvier 2099.')
    expect(await text('/widgets/counter?lang=en')).toContain('Applications open on 7\u00a0January 2099.')
  })

  it('of one that is over', async () => {
    await openSeason(app, 3, { opensOn: '2001-01-01', closesOn: todayOf(app) })
    expect(await json()).toMatchObject({ state: 'closed' })
    expect(await text('/widgets/counter.svg?lang=en')).toContain('This season is closed.')
  })

  it('of no season', async () => {
    const seasons = await allSeasons(app)
    for (const { id } of seasons)
      await app.payload.update({ collection: SEASONS, id, data: { state: 'draft' } })
    expect(await json()).toMatchObject({ season: null, state: 'none', cap: 0, updatedAt: null })
    const frame = await text('/widgets/counter')
    expect(frame).toContain('Aucune saison n’est annoncée')
    expect(frame).not.toContain('<path')
    expect(await text('/widgets/counter.svg')).not.toContain('<path')
  })

  it('of the season that is asked for, and of none for one that is unknown or a draft', async () => {
    const one = await openSeason(app, 2)
    await openSeason(app, 5)
    expect(await json()).toMatchObject({ cap: 5 })
    expect(await json(`?season=${one.slug}`)).toMatchObject({ season: one.slug, cap: 2, state: 'closed' })
    expect(await json('?season=nowhere')).toMatchObject({ state: 'none' })
    await app.payload.update({ collection: SEASONS, id: one.id, data: { state: 'draft' } })
    expect(await json(`?season=${one.slug}`)).toMatchObject({ state: 'none' })
  })

  it('escapes what staff wrote', async () => {
    await openSeason(app, 2, { titleFr: 'A <b> & "C"' })
    for (const path of ['/widgets/counter', '/widgets/counter.svg']) {
      const body = await text(path)
      expect(body).toContain('A &lt;b&gt; &amp; &quot;C&quot;')
      expect(body).not.toContain('<b>')
    }
  })
})

const EACH = ['.json', '.svg', '', '.js', '/events'].map((end) => `/widgets/counter${end}`)

describe('what every site may do with it', () => {
  beforeAll(async () => {
    await openSeason(app, 120)
  })

  it.each(EACH)('%s: read and shown from anywhere, without a cookie', async (path) => {
    const answer = await ask(path, { origin: 'https://elsewhere.example' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(answer.headers.get('x-frame-options')).toBeNull()
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(answer.headers.get('vary') ?? '').not.toMatch(/cookie|language/i)
    await answer.arrayBuffer()
  })

  it.each(EACH.slice(0, 4))('%s: kept for a while, and not sent twice', async (path) => {
    const first = await ask(path)
    expect(first.headers.get('cache-control')).toMatch(/^public, max-age=\d+, stale-while-revalidate=\d+$/)
    const etag = first.headers.get('etag') ?? ''
    // Said outright, since fetch would add no-cache to a conditional request.
    const again = await ask(path, { 'if-none-match': etag, 'cache-control': 'max-age=0' })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(again.headers.get('access-control-allow-origin')).toBe('*')
  })

  it('frames the page and no other, whose policy lets it load nothing of others', async () => {
    const policy = (await ask('/widgets/counter?theme=dark')).headers.get('content-security-policy') ?? ''
    expect(policy).toContain('frame-ancestors *')
    expect(policy).not.toContain('unsafe')
    expect((await ask('/')).headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })

  it('costs no query while no seat changes, and no other body', async () => {
    const bodies = async () => Promise.all(EACH.slice(0, 4).map(text))
    const before = await bodies()
    startCounting()
    expect(await bodies()).toEqual(before)
    expect(stopCounting().flatMap((counted) => counted.queries)).toEqual([])
  })

  it('says the same of itself when it is sent again, under a number of its own', async () => {
    const path = `/widgets/counter.json?again=${newId()}`
    const [first, second] = [await ask(path), await ask(path, { 'x-request-id': 'given-by-a-proxy' })]
    const said = ({ headers }: Response) =>
      Object.fromEntries([...headers].filter(([name]) => name !== 'date' && name !== 'x-request-id'))
    expect(said(second)).toEqual(said(first))
    expect(second.headers.get('x-request-id')).toBe('given-by-a-proxy')
    expect(await second.text()).toBe(await first.text())
    expect((await fetch(server.url + path, { method: 'HEAD' })).status).toBe(200)
    expect((await fetch(server.url + path, { method: 'POST' })).status).toBe(404)
  })

  it('answers in French and in English, light and dark, as its address says and nothing else', async () => {
    expect(await text('/widgets/counter?lang=en')).toMatch(/<html lang="en">.*About membership/s)
    const german = await ask('/widgets/counter', { 'accept-language': 'en', cookie: 'langue=en' })
    expect(await german.text()).toContain('<html lang="fr">')
    expect(await text('/widgets/counter.svg')).toContain('prefers-color-scheme')
    expect(await text('/widgets/counter.svg?theme=dark')).not.toContain('prefers-color-scheme')
  })
})

describe('counter.js', () => {
  it('weighs 3 kB at most on the wire', async () => {
    const script = counterScript('https://association.example')
    expect(gzipSync(script).length).toBeLessThanOrEqual(3_000)
    const answer = await ask('/widgets/counter.js', { 'accept-encoding': 'gzip' })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect(answer.headers.get('content-type')).toMatch(/javascript/)
  })

  it('stands alone: no module, no storage, no markup from text', () => {
    const script = counterScript('https://association.example')
    expect(script).not.toMatch(/\bimport\b|require\(|cookie|localStorage|innerHTML|eval\(|__vi|__name/)
    expect(() => new Function(script)).not.toThrow()
  })
})

describe('live', () => {
  afterEach(() => {
    hubOf(app).most = 1_000
  })

  it('tells within a second that a seat is held, confirmed and freed', async () => {
    const season = await openSeason(app, 4)
    const ear = await listen()
    expect(ear.answer.headers.get('content-type')).toMatch(/^text\/event-stream/)
    expect(ear.answer.headers.get('cache-control')).toContain('no-transform')
    expect(ear.answer.headers.get('content-encoding')).toBeNull()
    expect(await ear.told({ free: 4, held: 0 })).toBe(true)
    expect(ear.said()).toMatch(/^retry: \d{4}\n\n/)
    const person = newId()
    unwrap(await hold(season.id, person))
    expect(await ear.told({ free: 3, held: 1 })).toBe(true)
    expect(await json()).toMatchObject({ free: 3, held: 1 })
    unwrap(await freeSeat(app, { season: season.id, person, by: 'system' }))
    expect(await ear.told({ free: 4, held: 0 })).toBe(true)
    unwrap(await confirmSeat(app, { season: season.id, person }))
    expect(await ear.told({ free: 3, taken: 1 })).toBe(true)
    ear.leave()
  })

  it('does not repeat what who comes back was told, and tells what came since', async () => {
    const season = await openSeason(app, 4)
    const first = await listen()
    await first.told({ free: 4 })
    const id = first.events().at(-1)?.id ?? ''
    first.leave()
    const back = await listen('', { 'last-event-id': id })
    await sleep(300)
    expect(back.events()).toEqual([])
    unwrap(await hold(season.id))
    expect(await back.told({ free: 3 })).toBe(true)
    back.leave()
  })

  it('tells each the season they asked for', async () => {
    const one = await openSeason(app, 2)
    await openSeason(app, 5)
    const [of, current] = await Promise.all([listen(`?season=${one.slug}`), listen()])
    expect(await of.told({ cap: 2 })).toBe(true)
    expect(await current.told({ cap: 5 })).toBe(true)
    of.leave()
    current.leave()
  })

  it('has one ear however many listen, refuses politely beyond its number, and forgets who left', async () => {
    await openSeason(app, 5)
    const hub = hubOf(app)
    expect(await until(() => hub.open === 0)).toBe(true)
    hub.most = 3
    const ears = await Promise.all([listen(), listen(), listen()])
    for (const ear of ears) expect(await ear.told({ cap: 5 })).toBe(true)
    const refused = await listen()
    expect(refused.answer.status).toBe(503)
    expect(refused.answer.headers.get('retry-after')).toBe('30')
    expect(refused.answer.headers.get('access-control-allow-origin')).toBe('*')
    ears[0]?.leave()
    expect(await until(() => hub.open === 2)).toBe(true)
    const next = await listen()
    expect(next.answer.status).toBe(200)
    for (const ear of [...ears, next]) ear.leave()
    expect(await until(() => hub.open === 0)).toBe(true)
  })

  it('answers HEAD, and who does not listen, at once', async () => {
    const url = `${server.url}/widgets/counter/events`
    const head = await fetch(url, { method: 'HEAD', headers: { accept: 'text/event-stream' } })
    expect(head.status).toBe(200)
    expect(hubOf(app).open).toBe(0)
    expect(await (await fetch(url)).text()).toMatch(/^id: \S+\ndata: \{.*\}\n\n$/)
  })

  const until = async (what: () => boolean) => {
    for (let n = 0; n < 100 && !what(); n++) await sleep(10)
    return what()
  }
})

describe('while the plugin is off', () => {
  it('there is nothing of it, and who listened is let go', async () => {
    const ear = await listen()
    await ear.told({ state: 'open' })
    const { turned } = unwrap(
      await turnOff(app, { plugin: 'capped-membership', by: 'tests', withOthers: true }),
    )
    try {
      for (const path of EACH) expect((await ask(path)).status, path).toBe(404)
      hubOf(app).close()
      expect(await ear.ended()).toBe(true)
    } finally {
      for (const plugin of turned.toReversed())
        unwrap(await turnOn(app, { plugin, by: 'tests', waiting: 'deliver' }))
    }
    expect((await ask('/widgets/counter.json')).status).toBe(200)
  })
})

describe('the page of snippets', () => {
  const open = async (area: StaffArea | null) => {
    const { id } = await makePerson(app, {
      standing: 'active',
      grants: area ? [{ role: 'staff', area }] : [],
    })
    return server.as((await asVisitor(app, id)).token)
  }

  it.each(['content', 'applications'] as const)('is for staff for %s', async (area) => {
    const answer = await (await open(area)).get('/bureau/compteur')
    expect(answer.status).toBe(200)
    const page = await answer.text()
    const { publicUrl } = app.settings
    for (const end of ['.js', '.svg', '.json', '?'])
      expect(page).toContain(`${publicUrl}/widgets/counter${end}`)
    expect(page).toContain('&lt;compagnon-compteur')
  })

  it.each(['payments', 'ledger', null] as const)('is not for %s', async (area) => {
    const answer = await (await open(area)).get('/bureau/compteur')
    expect(answer.status).toBe(403)
  })

  it('leads who is not known to sign in', async () => {
    const answer = await server.as().get('/bureau/compteur')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch(/^\/connexion/)
  })
})
