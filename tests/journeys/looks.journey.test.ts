import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServerProcess } from '@/tests/support/server'
import { DEVICES, launch, plain, Somebody } from './support/browser'

/** Pages much enlarged, on paper and without their stylesheet; in the dark: tests/journeys/pages.journey.test.ts. */
let browser: Browser
let server: TestServerProcess
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launch(), startTestServer()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const MEMBER = 'maelle.kervadec@demo.example'
const CHIEF = 'bureau@demo.example'
const PUBLIC = ['/', '/adhesion', '/adhesion/candidature', '/loges', '/actualites', '/connexion', '/nowhere']
const EXTRANET = ['/aujourdhui', '/annuaire', '/entraide', '/missions', '/forum', '/compte', '/compte/releve']
const OFFICE = ['/bureau/candidatures', '/bureau/personnes', '/bureau/ts', '/bureau/extensions']

const desktop = DEVICES[0] ?? { name: 'desktop', width: 1440, height: 900, javaScript: true }

async function withPage(
  email: string | undefined,
  device: typeof desktop,
  use: (page: Page) => Promise<void>,
) {
  const somebody = await Somebody.at(browser, server.url, device)
  if (email) await somebody.signIn(email, server.password)
  await use(somebody.page)
  await somebody.context.close()
}

describe.each([
  ['a visitor', undefined, PUBLIC],
  ['a member', MEMBER, EXTRANET],
  ['the office', CHIEF, OFFICE],
])('the pages of %s', (_who, email, paths) => {
  it('never scroll sideways, enlarged four times (WCAG 1.4.10)', async () => {
    await withPage(email, { ...desktop, name: 'enlarged', width: 320, height: 256 }, async (page) => {
      for (const path of paths) {
        await page.goto(server.url + path)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(wide, path).toBeLessThanOrEqual(0)
      }
    })
  })
})

it('a statement on paper is the sheet and nothing around it, black on white', async () => {
  await withPage(MEMBER, desktop, async (page) => {
    await page.goto(`${server.url}/compte/releve`)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const text = plain(await page.locator('body').innerText())
    expect(text).toContain('Relevé de compte TS')
    expect(text).toContain('Maëlle Kervadec')
    for (const around of ['Aujourd’hui', 'Filtrer', 'Télécharger', 'Me déconnecter', 'Mentions légales'])
      expect(text).not.toContain(around)
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(ground)
  })
})

it('without its stylesheet a page reads from top to bottom, its words apart', async () => {
  await withPage(MEMBER, desktop, async (page) => {
    await page.goto(`${server.url}/aujourdhui`)
    await page.evaluate(() => {
      for (const sheet of document.querySelectorAll('link[rel=stylesheet]')) sheet.remove()
    })
    const text = plain(await page.locator('body').innerText())
    const order = ['Aller au contenu', 'Entraide', 'Bonjour Maëlle', 'Ce qui vous attend', 'Mentions légales']
    const places = order.map((words) => text.indexOf(words))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(text).toMatch(/\d{4} par /)
  })
})
