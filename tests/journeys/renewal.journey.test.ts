import { readFileSync } from 'node:fs'
import jsQR from 'jsqr'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServerProcess } from '@/tests/support/server'
import { DEVICES, launch, Somebody } from './support/browser'

/** A member shows their card, and goes on into the next season; staff sees who has answered. */
let browser: Browser
let server: TestServerProcess
let chief: string
/** « la saison 2027 »: the demo's next one, into which its members renew. */
let season: string

beforeAll(async () => {
  ;[browser, server] = await Promise.all([launch(), startTestServer()])
  chief = await cookieOf('bureau@demo.example')
  const found = await api<{ docs: { titleFr: string; renews?: object | string | null }[] }>(
    'GET',
    '/api/seasons?limit=10',
  )
  const title = found.docs.find((s) => s.renews)?.titleFr ?? ''
  season = `la ${title.charAt(0).toLowerCase()}${title.slice(1)}`
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function cookieOf(email: string): Promise<string> {
  const answer = await fetch(`${server.url}/connexion`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: server.url },
    body: new URLSearchParams({ email, password: server.password }),
  })
  return answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ')
}

async function api<T>(method: string, path: string, json?: object): Promise<T> {
  const answer = await fetch(server.url + path, {
    method,
    headers: { cookie: chief, origin: server.url, 'content-type': 'application/json' },
    ...(json ? { body: JSON.stringify(json) } : {}),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}

/** What a phone held before the screen reads. */
async function scan(png: Buffer): Promise<string | null> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? null
}

/** Signs in, and waits until that is done. */
async function enter(somebody: Somebody, email: string): Promise<void> {
  await somebody.signIn(email, server.password)
  await somebody.page.waitForURL((url) => url.pathname !== '/connexion')
}

/** Waits for the page that says so. */
const says = (somebody: Somebody, text: string) => somebody.page.getByText(text).first().waitFor()

const MEMBERS: Record<string, string> = {
  desktop: 'maelle.kervadec@demo.example',
  phone: 'ombeline.chauvin@demo.example',
  'desktop-no-js': 'maelle.kervadec@demo.example',
  'phone-no-js': 'ombeline.chauvin@demo.example',
}

describe('a member', () => {
  it.each(DEVICES)('shows a card whose code is read from the screen: $name', async (device) => {
    const member = await Somebody.at(browser, server.url, device)
    await enter(member, MEMBERS[device.name] ?? '')
    expect(await member.open('/ma-carte')).toBe(200)
    await member.look('renewal-01-card')
    // The name keeps to its lines however narrow the screen.
    const name = await member.page.locator('.member-card__name').boundingBox()
    expect(name?.height ?? 0).toBeLessThan(120)
    const address = await scan(await member.page.locator('.member-card').screenshot())
    expect(address).toMatch(new RegExp(`^${server.url}/carte/[\\w-]{22}$`))
    const [download] = await Promise.all([
      member.page.waitForEvent('download'),
      member.page.getByRole('link', { name: 'Télécharger en PDF' }).click(),
    ])
    expect(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')

    // Whoever scans it is somebody else, not signed in.
    const stranger = await Somebody.at(browser, server.url, device)
    await stranger.open(new URL(String(address)).pathname)
    const said = await stranger.text()
    expect(said).toContain('carte valable')
    expect(said).not.toContain('@')
    await stranger.look('renewal-02-verified')
    await stranger.open('/carte/AAAAAAAAAAAAAAAAAAAAAA')
    expect(await stranger.text()).toContain('carte inconnue')
    await stranger.look('renewal-03-unknown')
    // The browser notes that the page of an unknown card is a 404.
    stranger.complaints.length = 0
    await Promise.all([member.leave(), stranger.leave()])
  })

  it('prints it at the size of a bank card, alone', async () => {
    const desktop = DEVICES[0]
    if (!desktop) throw new Error('no device')
    const member = await Somebody.at(browser, server.url, desktop)
    await enter(member, 'maelle.kervadec@demo.example')
    await member.open('/ma-carte')
    await member.page.emulateMedia({ media: 'print' })
    await member.page.screenshot({ path: 'screenshots/renewal-04-print.png' })
    const box = await member.page.locator('.member-card').boundingBox()
    // 85.6 × 54 mm at 96 pixels an inch.
    expect(Math.round(box?.width ?? 0)).toBe(324)
    expect(Math.round(box?.height ?? 0)).toBe(204)
    expect(await member.page.locator('.header').isVisible()).toBe(false)
    const inside = await member.page.evaluate(() => {
      const card = document.querySelector('.member-card')
      return card ? card.scrollHeight - card.clientHeight : -1
    })
    expect(inside).toBeLessThanOrEqual(0)
    expect(await scan(await member.page.locator('.member-card').screenshot({ scale: 'css' }))).toContain(
      '/carte/',
    )
    await member.leave()
  })

  it.each([
    [DEVICES[0], 'maelle.kervadec@demo.example'],
    [DEVICES[3], 'ombeline.chauvin@demo.example'],
  ] as const)('renews in one act, or declines first', async (device, email) => {
    if (!device) throw new Error('no device')
    const member = await Somebody.at(browser, server.url, device)
    await enter(member, email)
    await member.open('/aujourdhui')
    expect((await member.text()).replace(/[\u00a0\u202f]/g, ' ')).toContain(
      `Votre place pour ${season} vous attend.`,
    )
    await member.open('/moi/adhesion')
    await member.look('renewal-05-offered')
    await member.page.locator('main summary', { hasText: 'Ne pas renouveler…' }).click()
    await member.look('renewal-06-decline')
    await member.page.locator('.confirm').getByRole('button', { name: 'Ne pas renouveler' }).last().click()
    await says(member, 'vous ne renouvelez pas. Merci')
    await member.look('renewal-07-declined')
    await member.press('Renouveler mon adhésion')
    await says(member, 'Mon renouvellement')
    await member.look('renewal-08-to-pay')
    await member.open('/moi/adhesion')
    expect(await member.text()).toContain('Il reste à régler votre cotisation.')
    await member.look('renewal-09-wanted')

    // And takes it back: the seat is another's, until they change their mind.
    await member.page.locator('main summary', { hasText: 'Annuler mon renouvellement…' }).click()
    await member.look('renewal-13-take-back')
    await member.page
      .locator('.confirm')
      .getByRole('button', { name: 'Annuler mon renouvellement' })
      .last()
      .click()
    await says(member, 'Votre renouvellement est annulé. Merci')
    await member.look('renewal-14-taken-back')
    await member.open('/ma-candidature')
    expect(await member.text()).toContain('Vous avez annulé ce renouvellement.')
    await member.look('renewal-15-file-closed')
    await member.open('/moi/adhesion')
    await member.press('Renouveler mon adhésion')
    await says(member, 'Mon renouvellement')
    await member.leave()
  })

  it.each([
    [DEVICES[0], 'Doriane Fabre-Klein'],
    [DEVICES[3], 'Marius Chastel'],
  ] as const)('is renewed by staff, who then records the fee', async (device, name) => {
    if (!device) throw new Error('no device')
    const staff = await Somebody.at(browser, server.url, device)
    await enter(staff, 'accueil@demo.example')
    await staff.open('/bureau')
    await staff.look('renewal-16-bureau')
    await staff.open(`/bureau/renouvellements?q=${encodeURIComponent(name)}`)
    await staff.look('renewal-17-found')
    await staff.page.locator('main').getByRole('link', { name, exact: true }).first().click()
    await says(staff, 'pas encore de réponse')
    await staff.look('renewal-18-person')
    await staff.page.getByRole('link', { name: `Renouveler pour ${name}` }).click()
    await says(staff, 'un clic suffit')
    await staff.look('renewal-19-renew-for')
    await staff.press('Renouveler son adhésion')
    await says(staff, 'Il reste à enregistrer la cotisation.')
    await staff.look('renewal-20-fee')
    await staff.page.getByLabel('espèces').check()
    await staff.press('Enregistrer la cotisation')
    await says(staff, 'Cotisation reçue')
    await staff.leave()
  })

  it('is found by staff in the list, with the file to pay', async () => {
    for (const device of [DEVICES[0], DEVICES[1]]) {
      if (!device) throw new Error('no device')
      const staff = await Somebody.at(browser, server.url, device)
      await enter(staff, 'bureau@demo.example')
      await staff.open('/bureau/renouvellements')
      await staff.look('renewal-10-office')
      await staff.open('/bureau/renouvellements?reponse=wanted')
      await staff.look('renewal-11-wanted')
      await staff.page.locator('main tbody a').first().click()
      await says(staff, 'Enregistrer la cotisation')
      await staff.open('/bureau/renouvellements')
      await staff.page.locator('main summary', { hasText: 'Clore la saison…' }).click()
      await staff.look('renewal-12-close')
      await staff.leave()
    }
  })
})
