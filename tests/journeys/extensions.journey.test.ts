import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAccounts } from '@/server/demo/accounts'
import { startTestServer, type TestServerProcess } from '@/tests/support/server'
import { DEVICES, launch, Somebody } from './support/browser'

/**
 * The page Extensions, lived in a browser: an administrator turns a plugin off with what needs it, a visitor no longer
 * finds its pages; turned on again from the message, they are back. Staff without the right is told so.
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

const [chiefAccount, staffAccount] = demoAccounts()

describe.each(DEVICES)('plugins ($name)', (device) => {
  it('are turned off and on by an administrator', async () => {
    const chief = await Somebody.at(browser, server.url, device)
    const visitor = await Somebody.at(browser, server.url, device)
    await chief.signIn(chiefAccount?.email ?? '', server.password)
    await chief.open('/bureau/extensions')
    await chief.look('extensions-01-list')
    await chief.page.locator('main').getByRole('link', { name: 'Adhésions à places comptées' }).click()
    await chief.page.waitForLoadState()
    await chief.look('extensions-02-one')

    await chief.page.locator('main summary', { hasText: 'Arrêter…' }).click()
    expect(await chief.text()).toMatch(
      /Cela arrêtera aussi : (Carte d’adhérent, )?Règles de TS(, Carte d’adhérent)?\./,
    )
    await chief.look('extensions-03-confirm')
    await chief.press('Arrêter')
    expect(await chief.text()).toContain('« Adhésions à places comptées » est arrêtée.')
    await chief.look('extensions-04-off')
    expect(await visitor.open('/adhesion')).toBe(404)
    await visitor.open('/')
    await visitor.look('extensions-05-home-without')

    // Undone from the message; what needed it stays off until it is wanted again.
    await chief.page.getByRole('button', { name: 'Remettre en marche' }).click()
    await chief.page.waitForLoadState()
    expect(await chief.text()).toContain('« Adhésions à places comptées » est en marche.')
    expect(await visitor.open('/adhesion')).toBe(200)
    await chief.open('/bureau/extensions/credit-rules')
    await chief.page.locator('main summary', { hasText: 'Mettre en marche…' }).click()
    await chief.look('extensions-06-confirm-on')
    await chief.press('Mettre en marche')
    expect(await chief.text()).toContain('« Règles de TS » est en marche.')
    await chief.look('extensions-07-on')

    await chief.open('/bureau/remises')
    await chief.look('extensions-08-deliveries')
    visitor.complaints.length = 0
    await Promise.all([chief.leave(), visitor.leave()])
  })

  it('are not for staff without the right', async () => {
    const staff = await Somebody.at(browser, server.url, device)
    await staff.signIn(staffAccount?.email ?? '', server.password)
    expect(await staff.open('/bureau/extensions')).toBe(403)
    await staff.look('extensions-09-refused')
    await staff.open('/aujourdhui')
    expect(await staff.text()).not.toContain('Extensions')
    staff.complaints.length = 0
    await staff.leave()
  })
})
