import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServerProcess } from '@/tests/support/server'
import { launch } from './support/browser'

/** A whole visit by keyboard; that each page is reached and left by it: tests/journeys/pages.journey.test.ts. */
let browser: Browser
let server: TestServerProcess
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launch(), startTestServer()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
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
    expect(await page.locator('body').innerText()).toContain('Votre session est fermée')
    await context.close()
  })
})
