import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAccounts } from '@/server/demo/accounts'
import { startTestServer, type TestServerProcess } from '@/tests/support/server'
import { DEVICES, type Device, launch, Somebody } from './support/browser'

/**
 * The office's people, lived in a browser: an administrator gives a member a role and the door opens; suspends the
 * member, who is out at once; lifts the suspension, and the member is back, role included; ends the role.
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

const CHIEF = demoAccounts()[0]?.email ?? ''
/** A member of their own for each device, so that the stories do not meet. */
const MEMBERS = ['Brahim Touati', 'Doriane Fabre-Klein', 'Fabrice Nollet', 'Hakim Zerrouki']
const MAILS = ['brahim.touati', 'doriane.fabre-klein', 'fabrice.nollet', 'hakim.zerrouki']

describe.each(DEVICES.map((device, i) => ({ ...device, i })))('people of the office ($name)', (device) => {
  const name = MEMBERS[device.i] ?? ''
  const email = `${MAILS[device.i]}@demo.example`

  it('are given a role, suspended, taken back', async () => {
    const chief = await Somebody.at(browser, server.url, device as Device)
    const member = await Somebody.at(browser, server.url, device as Device)
    await chief.signIn(CHIEF, server.password)
    await member.signIn(email, server.password)
    expect(await member.open('/bureau/candidatures')).toBe(403)
    member.complaints.length = 0

    // Found by a piece of the address, then opened.
    await chief.open('/bureau/personnes')
    await chief.look('people-01-list')
    await chief.page.fill('input[name=q]', MAILS[device.i]?.split('.')[1] ?? '')
    await chief.page.locator('main search button').click()
    await chief.page.waitForLoadState()
    expect(new URL(chief.page.url()).searchParams.get('q')).toBeTruthy()
    await chief.page.locator('main').getByRole('link', { name }).click()
    await chief.page.waitForLoadState()
    expect(await chief.text()).toContain(`${name} a accès à l’extranet`)
    await chief.look('people-02-file')

    // A role, asked twice; without one chosen the question says so.
    await open(chief, 'Donner un rôle…')
    await chief.press('Donner ce rôle')
    expect(await chief.text()).toContain('Choisissez un rôle')
    await chief.look('people-03-role-missing')
    await chief.page.selectOption('select[name=role]', 'staff:applications')
    await chief.press('Donner ce rôle')
    expect(await chief.text()).toContain('Rôle donné')
    await chief.look('people-04-role')
    expect(await member.open('/bureau/candidatures')).toBe(200)

    // Suspended: out at once, and not let in again.
    await open(chief, 'Suspendre l’accès…')
    await chief.press('Suspendre l’accès')
    expect(await chief.text()).toContain('Écrivez le motif')
    await chief.look('people-05-suspend')
    // The browser notes a refusal shown with its status, 422.
    chief.complaints.length = 0
    await chief.page.fill('#suspendre textarea[name=reason]', 'Propos blessants sur le forum.')
    await chief.press('Suspendre l’accès')
    expect(await chief.text()).toMatch(/L’accès .* est suspendu/)
    await chief.look('people-06-suspended')
    await member.open('/annuaire')
    expect(new URL(member.page.url()).pathname).toBe('/connexion')
    await member.signIn(email, server.password)
    expect(await member.text()).toContain('Votre accès est suspendu')
    member.complaints.length = 0

    // Lifted: back, role included.
    await open(chief, 'Lever la suspension…')
    await chief.look('people-07-lift')
    await chief.page.locator('#lever').getByRole('button', { name: 'Lever la suspension' }).click()
    await chief.page.waitForLoadState()
    expect(await chief.text()).toContain('La suspension est levée')
    await member.signIn(email, server.password)
    expect(await member.open('/bureau/candidatures')).toBe(200)

    // The role ended, given back by the message, ended for good.
    for (const last of [false, true]) {
      await open(chief, 'Retirer…')
      if (last) await chief.look('people-08-end')
      await chief.page.locator('main').getByRole('button', { name: 'Retirer ce rôle' }).last().click()
      await chief.page.waitForLoadState()
      expect(await chief.text()).toContain('Rôle retiré')
      expect(await member.open('/bureau/candidatures')).toBe(403)
      if (last) break
      await chief.page.getByRole('button', { name: 'Le rendre' }).click()
      await chief.page.waitForLoadState()
      expect(await chief.text()).toContain('Rôle donné')
      expect(await member.open('/bureau/candidatures')).toBe(200)
    }
    member.complaints.length = 0
    await chief.page.locator('summary', { hasText: 'rôles passés' }).click()
    await chief.look('people-09-history')

    // One's own file and an administrator's say why there is nothing to press.
    await chief.open('/bureau/personnes?role=administrator')
    await chief.page.locator('main tbody a').first().click()
    await chief.page.waitForLoadState()
    expect(await chief.text()).toContain('C’est votre propre fiche')
    await chief.look('people-10-own')
    await chief.open('/bureau/personnes?q=vide%20de%20sens')
    await chief.look('people-11-empty')
    await Promise.all([chief.leave(), member.leave()])
  })
})

/** Unfolds a question. */
async function open(somebody: Somebody, label: string): Promise<void> {
  await somebody.page.locator('main summary', { hasText: label }).click()
}
