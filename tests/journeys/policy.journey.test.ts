import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAccounts } from '@/server/demo/accounts'
import { startTestServer, type TestServerProcess } from '@/tests/support/server'
import { DEVICES, launch, Somebody } from './support/browser'

/** Every page: what it weighs, what it asks for, that its content policy holds, that it is accessible. */
let browser: Browser
let server: TestServerProcess
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launch(), startTestServer()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const PUBLIC = [
  '/',
  '/adhesion',
  '/adhesion/candidature',
  '/adhesion/candidature/brouillon',
  '/adhesion/candidature/confirmez',
  '/loges',
  '/actualites',
  '/association',
  '/connexion',
  '/mot-de-passe',
  '/nowhere',
]
const EXTRANET = [
  '/aujourdhui',
  '/annuaire',
  '/annuaire?q=vide%20de%20sens',
  '/entraide',
  '/entraide/demander',
  '/missions',
  '/forum',
  '/compte',
  '/compte/mouvements',
  '/compte/releve',
  '/moi/profil',
  '/moi/compte',
]
const OFFICE = [
  '/bureau/candidatures',
  '/bureau/creneaux',
  '/bureau/suivi',
  '/bureau/suivi/silencieux',
  '/bureau/personnes',
  '/bureau/ts',
  '/bureau/entraide',
  '/bureau/missions',
  '/missions/proposer',
]
const MAX_BYTES = 40_000
const MAX_REQUESTS = 6

/** Opens a page as a browser that has never been here, under the page's own policy. */
async function cold(path: string, cookie?: { name: string; value: string }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' })
  if (cookie) await context.addCookies([{ ...cookie, url: server.url }])
  const page = await context.newPage()
  const complaints: string[] = []
  let bytes = 0
  const asked: string[] = []
  page.on('console', (m) => m.type() === 'error' && !m.text().includes('404') && complaints.push(m.text()))
  page.on('pageerror', (e) => complaints.push(e.message))
  const sizes: Promise<void>[] = []
  page.on('requestfinished', (request) => {
    // Portraits are loaded lazily and count apart.
    if (request.resourceType() === 'image' && request.url().includes('/api/media/')) return
    asked.push(request.url())
    sizes.push(
      request.sizes().then((s) => {
        bytes += s.responseBodySize + s.responseHeadersSize
      }),
    )
  })
  await page.goto(server.url + path, { waitUntil: 'networkidle' })
  await Promise.all(sizes)
  await context.close()
  return { complaints, bytes, asked }
}

async function signedIn(email: string) {
  const somebody = await Somebody.at(
    browser,
    server.url,
    DEVICES[0] ?? { name: 'd', width: 1280, height: 800, javaScript: true },
  )
  await somebody.signIn(email, server.password)
  const cookie = (await somebody.context.cookies()).find((c) => c.name === 'compagnon')
  return { somebody, cookie: { name: 'compagnon', value: cookie?.value ?? '' } }
}

async function check(path: string, cookie?: { name: string; value: string }) {
  const { complaints, bytes, asked } = await cold(path, cookie)
  expect(complaints, path).toEqual([])
  expect(bytes, `${path} weighs ${bytes}: ${asked.join(' ')}`).toBeLessThanOrEqual(MAX_BYTES)
  expect(asked.length, asked.join(' ')).toBeLessThanOrEqual(MAX_REQUESTS)
}

describe('each page keeps its policy, weighs little and is accessible', () => {
  it('the public site', async () => {
    const visitor = await Somebody.at(
      browser,
      server.url,
      DEVICES[1] ?? { name: 'p', width: 360, height: 740, javaScript: true },
    )
    for (const path of PUBLIC) {
      await check(path)
      await visitor.open(path)
      await visitor.look(`public${path.replace(/\W+/g, '-')}`)
    }
  })

  it('the extranet', async () => {
    const { somebody, cookie } = await signedIn('coordination@demo.example')
    for (const path of EXTRANET) {
      await check(path, cookie)
      await somebody.open(path)
      await somebody.look(`extranet${path.replace(/\W+/g, '-')}`)
    }
    await somebody.leave()
  })

  it('the office', async () => {
    const { somebody, cookie } = await signedIn(demoAccounts()[0]?.email ?? '')
    for (const path of OFFICE) {
      await check(path, cookie)
      await somebody.open(path)
      await somebody.look(`office${path.replace(/\W+/g, '-')}`)
    }
    await somebody.leave()
  })
})

describe('by keyboard alone', () => {
  it('one signs in, asks for help and signs out', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' })
    const page = await context.newPage()
    /** Tabs until what has the focus reads so. */
    const tabTo = async (name: RegExp) => {
      for (let i = 0; i < 80; i++) {
        await page.keyboard.press('Tab')
        const label = await page.evaluate(() => {
          const at = document.activeElement as HTMLElement | null
          const id = at?.id ?? ''
          const said = id ? document.querySelector(`label[for="${id}"]`)?.textContent : ''
          return `${said ?? ''} ${at?.getAttribute('aria-label') ?? ''} ${at?.textContent ?? ''}`
        })
        if (name.test(label)) return
      }
      throw new Error(`no way by keyboard to ${name} on ${page.url()}`)
    }
    await page.goto(`${server.url}/`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Aller au contenu')
    await tabTo(/Me connecter/)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/connexion')
    await tabTo(/Adresse/)
    await page.keyboard.type('coordination@demo.example')
    await tabTo(/Mot de passe/)
    await page.keyboard.type(server.password)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/aujourdhui')
    await tabTo(/Entraide/)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/entraide')
    await tabTo(/Demander de l’aide/)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/entraide/demander')
    await tabTo(/mon compte|Mon compte/)
    await page.keyboard.press('Enter')
    await tabTo(/Me déconnecter|Se déconnecter/)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${server.url}/`)
    expect(await page.locator('body').innerText()).toContain('Vous êtes déconnecté')
    await context.close()
  })
})
