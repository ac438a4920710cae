import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServerProcess } from '@/tests/support/server'
import { axeFaults, DEVICES, launch, plain, Somebody } from './support/browser'

/** The counter of seats on a site of somebody else, which has the snippets of /bureau/compteur in its pages. */
const SHOTS = resolve('screenshots')
const STAFF = 'accueil@demo.example'

let browser: Browser
let server: TestServerProcess
let site: { url: string; close: () => void }
let staff: string

beforeAll(async () => {
  ;[browser, server] = await Promise.all([launch(), startTestServer()])
  staff = await signIn(STAFF)
  site = await startSite()
})
afterAll(async () => {
  await browser?.close()
  site?.close()
  await server?.stop()
})

const post = (path: string, fields: Record<string, string>, cookie = '') =>
  fetch(server.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: server.url },
    body: new URLSearchParams(fields),
  })

async function signIn(email: string): Promise<string> {
  const answer = await post('/connexion', { email, password: server.password })
  return answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ')
}

const office = async (path: string) =>
  (await fetch(server.url + path, { headers: { cookie: staff, 'accept-language': 'fr' } })).text()
type Figures = { taken: number; held: number; free: number }
async function counter(): Promise<Figures> {
  const answer = await fetch(`${server.url}/widgets/counter.json`)
  const { taken, held, free } = (await answer.json()) as Figures
  return { taken, held, free }
}

/** What the office page says to paste, with what is chosen there. */
async function snippets(query = ''): Promise<string[]> {
  const page = await office(`/bureau/compteur${query}`)
  const plainOf = (html: string) =>
    html
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&')
  return [...page.matchAll(/<code>(.*?)<\/code>/gs)].map((m) => plainOf(m[1] ?? '')).slice(0, 3)
}

/** Another origin: pages with the snippets, `/strict` under a policy as docs/embedding.md has it. */
async function startSite() {
  const http = createServer(async (req, res) => {
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://site')
    const query = `?${searchParams}`
    const [element = '', frame = '', image = ''] = await snippets(query)
    if (pathname === '/strict')
      res.setHeader(
        'Content-Security-Policy',
        `default-src 'none'; script-src ${server.url}; connect-src ${server.url}; frame-src ${server.url}; img-src ${server.url}; require-trusted-types-for 'script'`,
      )
    if (pathname === '/closed') res.setHeader('Content-Security-Policy', "default-src 'none'")
    res.setHeader('Content-Type', 'text/html; charset=utf-8')
    res.end(
      `<!doctype html><html lang="fr"><head><title>Un site ami</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"></head><body><main><h1>Un site ami</h1><h2>Élément</h2>${element}<h2>Cadre</h2>${frame}<h2>Image</h2>${image}</main></body></html>`,
    )
  })
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  const { port } = http.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => http.close().closeAllConnections() }
}

async function visit(
  path: string,
  { width = 1280, colorScheme = 'light' as 'light' | 'dark', javaScriptEnabled = true } = {},
) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    javaScriptEnabled,
    locale: 'fr-FR',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (m) => m.type() === 'error' && complaints.push(m.text()))
  page.on('pageerror', (e) => complaints.push(e.message))
  await page.goto(site.url + path)
  return { page, context, complaints }
}

/** What the element shows, wherever it comes from. */
const elementSays = async (page: Page) =>
  plain(await page.locator('compagnon-compteur').locator('.text').innerText())
const frameSays = async (page: Page) =>
  plain(await page.frameLocator('iframe').locator('compagnon-compteur .text:visible').first().innerText())

const sentence = (now: { taken: number; free: number }) =>
  new RegExp(`^${now.taken} adhésions?, il reste ${now.free} places?$`)

/** Within the seconds that a visitor may wait. */
async function soon(what: () => Promise<string>, says: RegExp, within = 2_000): Promise<number> {
  const began = performance.now()
  for (;;) {
    const said = await what().catch((e: Error) => e.message)
    const took = performance.now() - began
    if (says.test(said)) return took
    if (took > within) throw new Error(`after ${within} ms it says « ${said} », not ${says}`)
    await new Promise((r) => setTimeout(r, 50))
  }
}

/** The files of the office in a state, by id. */
const files = async (state: string) => [
  ...new Set(
    [
      ...(await office(`/bureau/candidatures?etat=${state}`)).matchAll(/bureau\/candidatures\/([\w-]{30,})/g),
    ].map((m) => String(m[1])),
  ),
]

async function keep(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true })
  await page.screenshot({ path: join(SHOTS, `counter-${name}.png`), fullPage: true })
}

describe('the counter on a page of another origin', () => {
  it('shows the figures in element, frame and picture, and follows a seat within two seconds', async () => {
    const before = await counter()
    const { page, context, complaints } = await visit('/')
    await soon(() => elementSays(page), sentence(before), 5_000)
    await soon(() => frameSays(page), sentence(before), 5_000)
    const image = page.locator('img')
    await image.scrollIntoViewIfNeeded()
    expect(await image.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))).toBe(
      340,
    )

    // Staff accepts somebody: a seat is held.
    const [toDecide] = await files('interviewed')
    expect(toDecide).toBeDefined()
    expect((await post(`/bureau/candidatures/${toDecide}/accepter`, {}, staff)).status).toBe(303)
    const held = { ...before, held: before.held + 1, free: before.free - 1 }
    await soon(() => elementSays(page), sentence(held))
    await soon(() => frameSays(page), sentence(held))

    // Staff records the fee: the seat is taken.
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date())
    const money = { amount: '5', method: 'cash', receivedOn: today, reference: '' }
    expect((await post(`/bureau/candidatures/${toDecide}/cotisation`, money, staff)).status).toBe(303)
    const taken = { ...held, taken: held.taken + 1, held: held.held - 1 }
    await soon(() => elementSays(page), sentence(taken))
    await soon(() => frameSays(page), sentence(taken))
    expect(await counter()).toEqual(taken)
    expect(complaints).toEqual([])
    expect(await context.cookies()).toEqual([])
    await context.close()
  })

  it('draws in the element what the server draws', async () => {
    const { page, context } = await visit('/')
    await soon(() => elementSays(page), /adhésion/, 5_000)
    const drawn = await page
      .locator('compagnon-compteur')
      .evaluate((el) =>
        [...(el.shadowRoot?.querySelectorAll('path') ?? [])].map((p) => p.getAttribute('d') ?? ''),
      )
    const svg = await (await fetch(`${server.url}/widgets/counter.svg`)).text()
    const made = [...svg.matchAll(/<path class="(\w+)" d="([^"]*)"/g)].map((m) => [m[1], m[2]])
    const rounded = (d: string) => d.replace(/\d+\.\d+/g, (n) => String(Math.round(Number(n) * 100) / 100))
    const names = ['taken', 'held', 'half', 'free']
    expect(names.map((name, i) => [name, rounded(drawn[i] ?? '')]).filter(([, d]) => d)).toEqual(made)
    await context.close()
  })

  it('works under the strict policy that the docs give, trusted types included', async () => {
    const { page, context, complaints } = await visit('/strict')
    const now = await counter()
    await soon(() => elementSays(page), sentence(now), 5_000)
    await soon(() => frameSays(page), sentence(now), 5_000)
    await page.locator('img').scrollIntoViewIfNeeded()
    expect(await page.locator('img').evaluate((img: HTMLImageElement) => img.decode().then(() => true))).toBe(
      true,
    )
    // The site's own icon is not of our snippets.
    expect(complaints.filter((c) => !c.includes('data:,'))).toEqual([])
    await context.close()
  })

  it('shows the text inside and the picture where scripts are blocked, and the frame is whole', async () => {
    const { page, context } = await visit('/', { javaScriptEnabled: false })
    await expect
      .poll(async () => plain(await page.locator('compagnon-compteur').innerText()))
      .toBe('Adhésion : voir les places de la saison')
    const now = await counter()
    await soon(() => frameSays(page), sentence(now), 5_000)
    const box = await page.locator('img').boundingBox()
    expect(box?.height).toBeGreaterThan(100)
    await keep(page, 'no-scripts-1280-light')
    await context.close()
  })

  it('shows the text inside where the site allows nothing of ours', async () => {
    const { page, context } = await visit('/closed')
    expect(await page.locator('compagnon-compteur').innerText()).toContain('voir les places de la saison')
    await context.close()
  })

  it('falls back on asking now and then when too many listen, or events are not to be had', async () => {
    const { page, context } = await visit('/closed')
    await context.route('**/widgets/counter/events*', (route) => route.fulfill({ status: 503 }))
    await page.goto(site.url)
    const now = await counter()
    await soon(() => elementSays(page), sentence(now), 5_000)
    await context.close()
  })

  it.each(
    [360, 1280].flatMap((width) => (['light', 'dark'] as const).map((scheme) => [width, scheme] as const)),
  )('is well seen at %i, %s', async (width, colorScheme) => {
    const { page, context } = await visit('/', { width, colorScheme })
    await soon(() => elementSays(page), /adhésion/, 5_000)
    await soon(() => frameSays(page), /adhésion/, 5_000)
    await page.locator('img').scrollIntoViewIfNeeded()
    await page.locator('img').evaluate((img: HTMLImageElement) => img.decode())
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    await keep(page, `site-${width}-${colorScheme}`)
    expect(await axeFaults(page)).toEqual([])
    await context.close()
  })

  it.each(['light', 'dark'] as const)('is a frame that is accessible by itself, %s', async (colorScheme) => {
    // axe comes inline, which the frame's own policy refuses.
    const context = await browser.newContext({ bypassCSP: true, colorScheme })
    const page = await context.newPage()
    await page.goto(`${server.url}/widgets/counter`)
    await page.waitForFunction(() => document.querySelector('compagnon-compteur')?.shadowRoot)
    expect(await axeFaults(page)).toEqual([])
    await context.close()
  })

  it('speaks English, in the colours that were chosen', async () => {
    const { page, context } = await visit('/?lang=en&theme=dark', { width: 360 })
    await soon(() => elementSays(page), /^\d+ memberships, \d+ seats? left$/, 5_000)
    await soon(() => frameSays(page), /^\d+ memberships, \d+ seats? left$/, 5_000)
    await page.locator('img').scrollIntoViewIfNeeded()
    await keep(page, 'site-360-english-dark')
    await context.close()
  })
})

describe('the page of snippets', () => {
  it.each(DEVICES)('shows, offers to copy, and stands without scripts ($name)', async (device) => {
    const chief = await Somebody.at(browser, server.url, device)
    if (device.javaScript) await chief.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await chief.signIn(STAFF, server.password)
    await chief.open('/bureau/compteur')
    expect(await chief.text()).toContain('<compagnon-compteur lang="fr">')
    if (device.javaScript) {
      await soon(() => elementSays(chief.page), /adhésion/, 5_000)
      await chief.press('Copier')
      await chief.page.getByRole('button', { name: 'Copié' }).waitFor()
      const copied = await chief.page.evaluate(() => navigator.clipboard.readText())
      expect(copied).toContain(`${server.url}/widgets/counter.js`)
    }
    for (const picture of await chief.page.locator('.embed__preview :is(img, iframe)').all())
      await picture.scrollIntoViewIfNeeded()
    await chief.page.waitForTimeout(300)
    await chief.look('counter-office')
    await chief.page.selectOption('select[name=lang]', 'en')
    await chief.press('Montrer')
    expect(await chief.text()).toContain('<compagnon-compteur lang="en">')
    await chief.leave()
  })
})

describe('when the server stops', () => {
  it('who listens holds nobody up, and keeps the last figures for a while', async () => {
    const now = await counter()
    const { page, context } = await visit('/')
    await soon(() => elementSays(page), sentence(now), 5_000)
    const began = performance.now()
    await server.stop()
    expect(performance.now() - began).toBeLessThan(8_000)
    expect(await elementSays(page)).toMatch(sentence(now))
    await context.close()
  })
})
