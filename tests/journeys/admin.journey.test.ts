import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServerProcess } from '@/tests/support/server'
import { type KnownFault, knownFaults, newFaults } from './support/adminFaults'
import { launch } from './support/browser'

/**
 * Payload's admin, served by our program: who gets in and how, that nothing is fetched from elsewhere nor refused by
 * the page's policy, and that axe-core finds nothing but the faults listed in tests/admin/axe-baseline.json.
 */
let browser: Browser
let server: TestServerProcess

beforeAll(async () => {
  ;[browser, server] = await Promise.all([launch(), startTestServer()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const ADMINISTRATOR = 'bureau@demo.example'
const MEMBER = 'maelle.kervadec@demo.example'

/** Signs in as a browser does; the cookie. */
async function signIn(email: string): Promise<string> {
  const answer = await fetch(`${server.url}/connexion`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: server.url },
    body: new URLSearchParams({ email, password: server.password }),
  })
  const cookie = /compagnon=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0]
  if (!cookie) throw new Error(`${email} could not sign in: ${answer.status}`)
  return cookie
}

const get = (path: string, cookie = '') =>
  fetch(server.url + path, { redirect: 'manual', headers: { cookie, 'accept-language': 'fr' } })

describe('the door of the admin', () => {
  it.each([
    ['/admin', '/connexion?suite=%2Fadmin'],
    ['/admin/collections/seats?page=2', '/connexion?suite=%2Fadmin%2Fcollections%2Fseats%3Fpage%3D2'],
    ['/admin/login', '/connexion?suite=%2Fadmin'],
    [
      '/admin/login?redirect=%2Fadmin%2Fcollections%2Fseats',
      '/connexion?suite=%2Fadmin%2Fcollections%2Fseats',
    ],
    ['/admin/login?redirect=https%3A%2F%2Felsewhere.example', '/connexion?suite=%2F'],
    ['/admin/logout', '/deconnexion'],
    ['/admin/logout-inactivity', '/connexion?suite=%2Fadmin'],
    ['/admin/forgot', '/mot-de-passe'],
    ['/admin/reset/a-token', '/mot-de-passe'],
    ['/admin/create-first-user', '/connexion?suite=%2Fadmin'],
    ['/admin/unauthorized', '/connexion?suite=%2Fadmin'],
  ])('%s leads to %s', async (path, to) => {
    const answer = await get(path)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, to])
  })

  it('stays shut for who is not staff, with a page of ours', async () => {
    const answer = await get('/admin', await signIn(MEMBER))
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('Accès réservé')
  })

  it('gives Next’s files to nobody else, and resizes no pictures', async () => {
    expect((await get('/_next/static/chunks/main.js')).status).toBe(404)
    expect((await get('/_next/image?url=%2Fmarque.svg&w=64&q=75')).status).toBe(404)
  })

  it('follows the language of the person', async () => {
    const cookie = await signIn(ADMINISTRATOR)
    expect(await (await get('/admin', cookie)).text()).toContain(
      '<html data-theme="light" dir="LTR" lang="fr"',
    )
    expect(await (await get('/admin', `${cookie}; payload-lng=en`)).text()).toContain('lang="en"')
  })
})

describe('GraphQL', () => {
  const ask = (query: string, more: RequestInit = {}) =>
    fetch(`${server.url}/api/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      ...more,
    })

  it('tells nobody about people', async () => {
    const { data } = (await (await ask('{ Members { docs { email } } Seats { totalDocs } }')).json()) as {
      data: object
    }
    expect(data).toEqual({ Members: null, Seats: null })
    // A refusal is an answer, no incident.
    expect(server.output()).not.toMatch(/"level":(40|50)[^\n]*(Forbidden|GraphQL)/)
  })

  it.each([
    ['its schema', '{ __schema { types { name } } }', /introspection is not allowed/],
    ['ten levels', '{ a { a { a { a { a { a { a { a { a { a } } } } } } } } } }', /levels deep/],
    ['Payload’s sign-in', 'mutation { loginMember(email: "a@b.fr", password: "x") { token } }', /own pages/],
  ])('refuses %s', async (_what, query, sentence) => {
    expect(await (await ask(query)).text()).toMatch(sentence)
  })

  it('is asked by POST, briefly', async () => {
    expect((await get('/api/graphql?query={Members{totalDocs}}')).status).toBe(405)
    expect((await ask(`{ Seasons { totalDocs } } #${' '.repeat(70_000)}`)).status).toBe(413)
  })
})

/** A page at which everything foreign, refused or broken is noted. */
async function atDesk(options: { lang: string; theme: 'light' | 'dark'; width: number }): Promise<{
  page: Page
  context: BrowserContext
  complaints: string[]
}> {
  const context = await browser.newContext({
    viewport: { width: options.width, height: 900 },
    colorScheme: options.theme,
  })
  const [name = '', value = ''] = (await signIn(ADMINISTRATOR)).split('=')
  await context.addCookies([
    { name, value, url: server.url },
    { name: 'payload-lng', value: options.lang, url: server.url },
  ])
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (m) => m.type() === 'error' && complaints.push(`${page.url()} console: ${m.text()}`))
  page.on('pageerror', (e) => complaints.push(`${page.url()} script: ${e.message}`))
  page.on('request', (r) => {
    if (!/^(data|blob):/.test(r.url()) && !r.url().startsWith(`${server.url}/`))
      complaints.push(`foreign request: ${r.url()}`)
  })
  return { page, context, complaints }
}

const MAIN_DESK = { lang: 'fr', theme: 'light', width: 1500 } as const
const OTHER_DESKS = [
  { lang: 'en', theme: 'dark', width: 1500 },
  { lang: 'fr', theme: 'dark', width: 360 },
] as const

/** Where something is written: a rich text, a date, a choice, a file. */
const FORMS = ['posts', 'pages', 'media', 'seasons', 'credit-rules']
/** Lists of every kind, and one document of each, for a second look. */
const SOME = ['profiles', 'seats', 'exchanges', 'posts', 'mails']

/** Writes a draft, so that there is a document with versions to look at; its id. */
async function draftPost(page: Page): Promise<string> {
  const answer = await page.request.post(`${server.url}/api/posts?draft=true`, {
    headers: { origin: server.url },
    data: { title: 'Un brouillon', slug: `brouillon-${Date.now()}` },
  })
  const { doc } = (await answer.json()) as { doc: { id: string } }
  return doc.id
}

const hrefs = (links: Element[]) => links.map((a) => a.getAttribute('href') ?? '')

describe('the pages of the admin', () => {
  const seen = new Set<KnownFault>()

  /** Goes from page to page; what was found beyond the known faults, by page. */
  function visitor(page: Page) {
    const faults: Record<string, string[]> = {}
    const visit = async (path: string) => {
      await page.goto(server.url + path)
      await page.locator('.gutter--left').first().waitFor()
      await page.waitForLoadState('networkidle')
      const found = await newFaults(page, seen)
      if (found.length > 0) faults[path] = found
    }
    const visitRegister = async (path: string) => {
      await visit(path)
      const [first] = await page.locator(`.collection-list .table a[href^="${path}/"]`).evaluateAll(hrefs)
      if (first) await visit(first)
    }
    return { faults, visit, visitRegister }
  }

  it('are all accessible, and fetch nothing from elsewhere', async () => {
    const { page, context, complaints } = await atDesk(MAIN_DESK)
    const { faults, visit, visitRegister } = visitor(page)
    await visit('/admin')
    expect(await page.locator('h1').innerText()).toMatch(/^Bonjour /)
    const registers = await page.locator('.day__groups a').evaluateAll(hrefs)
    expect(registers.length).toBeGreaterThan(15)
    await visit('/admin/account')
    for (const register of registers) await visitRegister(register)
    for (const form of FORMS) await visit(`/admin/collections/${form}/create`)
    await visit(`/admin/collections/posts/${await draftPost(page)}`)
    await context.close()
    expect(faults).toEqual({})
    expect(complaints).toEqual([])
  }, 600_000)

  it.each(OTHER_DESKS)(
    'are so too in $lang, $theme, at $width px',
    async (desk) => {
      const { page, context, complaints } = await atDesk(desk)
      const { faults, visit, visitRegister } = visitor(page)
      await visit('/admin')
      expect(await page.locator('h1').innerText()).toMatch(desk.lang === 'fr' ? /^Bonjour / : /^Good day, /)
      await visit('/admin/account')
      for (const register of SOME) await visitRegister(`/admin/collections/${register}`)
      await visit('/admin/collections/posts/create')
      await context.close()
      expect(faults).toEqual({})
      expect(complaints).toEqual([])
    },
    300_000,
  )

  it('have no fault listed that is mended by now', () => {
    expect(knownFaults.filter((fault) => !seen.has(fault))).toEqual([])
  })
})

describe('the way out', () => {
  it('is our own: the sign-in ends, and the admin asks again', async () => {
    const { page, context } = await atDesk(MAIN_DESK)
    await page.goto(`${server.url}/admin`)
    await page.getByRole('button', { name: 'Se déconnecter' }).click()
    await page.waitForURL(`${server.url}/`)
    await page.goto(`${server.url}/admin`)
    expect(new URL(page.url()).pathname).toBe('/connexion')
    await context.close()
  })
})
