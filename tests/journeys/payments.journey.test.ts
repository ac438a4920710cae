import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emailOf, everybody } from '@/server/demo/people'
import { FakeStripe } from '@/tests/counterparts/stripe/fakeStripe'
import { startTestServer, type TestServerProcess } from '@/tests/support/server'
import { DEVICES, type Device, launch, plain, Somebody } from './support/browser'

/**
 * An accepted person pays online in a browser that keeps to our policy (its forms lead to Stripe and nowhere else), with
 * and without scripts; comes back, is a member, has a receipt; staff compares. Then one of them leaves, and has the money back.
 */
let browser: Browser
let server: TestServerProcess
let stripe: FakeStripe

beforeAll(async () => {
  stripe = await FakeStripe.start()
  const { secretKey, webhookSecret, apiBase } = stripe.settings
  ;[browser, server] = await Promise.all([
    launch(),
    startTestServer({
      STRIPE_SECRET_KEY: secretKey,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      STRIPE_API_BASE: apiBase,
    }),
  ])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await stripe?.stop()
})

const PAYERS = [
  ['wassila', DEVICES[1]],
  ['gaspard', DEVICES[2]],
] as const

describe.each(PAYERS)('%s pays the fee', (key, device) => {
  it('and is a member, with a receipt', async () => {
    const { width, height, javaScript, name } = device as Device
    const context = await browser.newContext({
      viewport: { width, height },
      javaScriptEnabled: javaScript,
      locale: 'fr-FR',
    })
    const page = await context.newPage()
    const refused: string[] = []
    // Of our pages: what the counterpart lacks (an icon) is its own.
    page.on(
      'console',
      (m) => m.type() === 'error' && !m.location().url.startsWith(stripe.url) && refused.push(m.text()),
    )
    const person = everybody.find((p) => p.key === key)
    if (!person) throw new Error(`demo: nobody is called ${key}`)
    await page.goto(`${server.url}/connexion`)
    await page.fill('input[name=email]', emailOf(person))
    await page.fill('input[name=password]', server.password)
    await page.locator('main').getByRole('button', { name: 'Me connecter' }).click()
    await page.goto(`${server.url}/ma-candidature`)
    await shoot(page, `payments-1-mine-${name}`)

    // To Stripe, back without paying, and there again.
    await page.getByRole('button', { name: /Payer .* en ligne/ }).click()
    await page.waitForURL(`${stripe.url}/c/pay/**`)
    const first = page.url()
    await page.getByRole('link', { name: 'Retour' }).click()
    expect(await text(page)).toContain('rien n’a été débité')
    await page.getByRole('button', { name: /Payer .* en ligne/ }).click()
    await page.waitForURL(`${stripe.url}/c/pay/**`)
    expect(page.url()).toBe(first)
    await page.getByRole('button', { name: 'Payer' }).click()
    await page.waitForURL(`${server.url}/ma-candidature`)
    expect(await text(page)).toContain('Votre paiement est bien arrivé')
    await shoot(page, `payments-2-paid-${name}`)

    await until(page, '/ma-candidature', 'adhésion confirmée')
    await until(page, '/recus', 'Reçu n° ')
    await shoot(page, `payments-3-receipts-${name}`)
    await page.getByRole('link', { name: /^Reçu n° / }).click()
    expect(await text(page)).toContain('Reçu de paiement')
    await shoot(page, `payments-4-receipt-${name}`)
    const pdf = await page.request.get(`${page.url()}/pdf`)
    expect(pdf.headers()['content-type']).toBe('application/pdf')
    await context.close()
    expect(refused).toEqual([])
    expect(stripe.violations).toEqual([])
  })
})

it.each(DEVICES.slice(0, 2))('staff sees what came in and that all agrees ($name)', async (device) => {
  const staff = await Somebody.at(browser, server.url, device)
  await staff.signIn('bureau@demo.example', server.password)
  await staff.open('/bureau/paiements')
  expect(await staff.text()).toContain('carte')
  await staff.look('payments-5-office')
  await staff.open('/bureau/paiements?vue=underway')
  await staff.look('payments-6-underway')
  await staff.open('/bureau/paiements/rapprochement')
  expect(await staff.text()).toContain('Tout concorde')
  await staff.look('payments-7-reconcile')
  await staff.leave()
})

it('news that Stripe did not sign changes nothing', async () => {
  const [event] = stripe.events
  if (!event) throw new Error('Stripe has told nothing')
  expect(await stripe.deliver(server.url, event, 'whsec_somebody_elses')).toBe(400)
  expect(await stripe.deliver(server.url, event)).toBe(200)
})

it('who leaves has the money back on the card, and both see it', async () => {
  const member = await Somebody.at(browser, server.url, DEVICES[1] as Device)
  const person = everybody.find((p) => p.key === 'wassila')
  await member.signIn(person ? emailOf(person) : '', server.password)
  await member.open('/moi/compte/depart')
  expect(await member.text()).toMatch(/Vos \d+ € de cotisation vous sont rendus sur la carte/)
  await member.page.check('input[name=reason][value=moving]')
  await member.look('payments-8-leave')
  await member.press('Quitter l’association')
  expect(await member.text()).toContain('C’est fait')
  await member.leave()
  const staff = await Somebody.at(browser, server.url, DEVICES[0] as Device)
  await staff.signIn('bureau@demo.example', server.password)
  await staff.until('/bureau/paiements?vue=credit', /Avoir \d{4}-\d{4}/)
  expect(await staff.text()).toMatch(/−\d+,\d\d €/)
  await staff.look('payments-9-credit')
  await staff.leave()
  expect(stripe.refunds.size).toBe(1)
  expect(stripe.violations).toEqual([])
})

async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(resolve('screenshots'), { recursive: true })
  await page.screenshot({ path: join(resolve('screenshots'), `${name}.png`), fullPage: true })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wide, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0)
}

const text = async (page: Page): Promise<string> => plain(await page.locator('body').innerText())

async function until(page: Page, path: string, says: string): Promise<void> {
  const end = Date.now() + 30_000
  for (;;) {
    await page.goto(server.url + path)
    if ((await text(page)).includes(says)) return
    if (Date.now() > end) throw new Error(`${path} never said ${says}:\n${await text(page)}`)
    await new Promise((r) => setTimeout(r, 300))
  }
}
