import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY } from '@/core/clock'
import { civilDate } from '@/core/dates'
import { startTestServer, type TestServerProcess } from '@/tests/support/server'
import { DEVICES, type Device, launch, Somebody } from './support/browser'
import { openMailbox } from './support/mailbox'

/**
 * From a draft to an interview, on a phone and at a desk, with and without JavaScript: a draft is kept and gone on with
 * by its link, sent in, a slot picked and moved; staff publishes slots, withdraws one, and notes a call to make.
 */
let browser: Browser
let server: TestServerProcess
let mailbox: Awaited<ReturnType<typeof openMailbox>>

beforeAll(async () => {
  mailbox = await openMailbox()
  ;[browser, server] = await Promise.all([
    launch(),
    startTestServer({ SMTP_URL: mailbox.url, MAIL_FROM: 'Compagnon <compagnon@test.example>' }),
  ])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await mailbox?.close()
})

const PASSWORD = 'sept lampes sur le quai'
const STAFF = 'accueil@demo.example'
const day = (days: number) => civilDate(new Date(Date.now() + days * DAY))

describe.each(DEVICES)('from a draft to an interview ($name)', (device: Device) => {
  const email = `iris.${device.name}@test.example`
  const name = `Iris ${device.name}`

  it('is lived by an applicant and by staff', async () => {
    const staff = await Somebody.at(browser, server.url, device)
    await staff.signIn(STAFF, server.password)

    // Staff publishes two slots of a day of this device's own.
    const on = day(20 + DEVICES.indexOf(device))
    await staff.open('/bureau/creneaux')
    await staff.page.locator('summary', { hasText: 'Une série' }).click()
    const series = staff.page.locator('#serie')
    await series.locator('[name=from]').fill(on)
    await series.locator('[name=to]').fill(on)
    for (const box of await series.locator('[name=weekdays]').all()) await box.check()
    await series.locator('[name=start]').fill('14:00')
    await series.locator('[name=end]').fill('15:00')
    await series.locator('[name=minutes]').fill('30')
    await series.locator('[name=place]').fill(`Salle ${device.name}`)
    await staff.press('Publier la série')
    expect(await staff.text()).toContain('2 créneaux publiés')
    await staff.look('interview-01-slots')

    // A visitor keeps a draft, and comes back to it by the link in the mail.
    const iris = await Somebody.at(browser, server.url, device)
    await iris.open('/adhesion/candidature')
    await iris.page.fill('[name=name]', name)
    await iris.page.fill('[name=email]', email)
    await iris.press('Enregistrer le brouillon')
    expect(await iris.text()).toContain('Votre brouillon est gardé')
    const kept = await mailbox.waitFor(email, /brouillon/)
    await iris.open(/\/adhesion\/candidature\/brouillon\/[\w.-]+/.exec(kept.text)?.[0] ?? '')
    expect(await iris.page.inputValue('[name=name]')).toBe(name)
    await iris.page.fill('[name=activity]', 'Relieuse, à Tours')
    await iris.page.fill('[name=skills]', 'Reliure')
    await iris.page.fill('[name=motives]', 'Rompre l’isolement.')
    await iris.page.check('[name=charter]')
    await iris.page.check('[name=privacy]')
    await iris.look('interview-02-draft')
    await iris.press('Déposer ma candidature')
    expect(await iris.text()).toContain('Merci, c’est bien arrivé')

    // In by a password of her own, she picks a slot, and moves it.
    await mailbox.waitFor(email, /candidature nous est bien parvenue/)
    await iris.open('/mot-de-passe')
    await iris.page.fill('[name=email]', email)
    await iris.press('M’envoyer le lien')
    const mail = await mailbox.waitFor(email, /mot de passe/)
    await iris.open(/\/mot-de-passe\/[\w-]+/.exec(mail.text)?.[0] ?? '')
    await iris.page.fill('[name=password]', PASSWORD)
    await iris.press('Enregistrer ce mot de passe')
    await iris.signIn(email, PASSWORD)
    await iris.look('interview-03-pick')
    const place = iris.page.locator('main div', { hasText: `Salle ${device.name}` }).last()
    await place.getByRole('button', { name: /14:00/ }).click()
    await iris.page.waitForLoadState()
    expect(await iris.text()).toMatch(/nous vous attendons le .* à 14:00/)
    await mailbox.waitFor(email, /Votre entretien/)
    await iris.page.locator('summary', { hasText: 'Déplacer l’entretien' }).click()
    await iris.look('interview-04-move')
    await place.getByRole('button', { name: /14:30/ }).click()
    await iris.page.waitForLoadState()
    expect(await iris.text()).toMatch(/nous vous attendons le .* à 14:30/)
    await iris.look('interview-05-moved')

    // Staff sees whose it is, withdraws it, and notes that she is to be called.
    await staff.open('/bureau/creneaux?qui=moi')
    const row = staff.page.locator('tbody tr', { hasText: name })
    await row.locator('summary', { hasText: 'Retirer…' }).click()
    expect(await staff.text()).toContain(`${name} l’a choisi`)
    await row.getByRole('button', { name: 'Retirer le créneau' }).click()
    await staff.page.waitForLoadState()
    expect(await staff.text()).toContain('Le créneau est retiré')
    await mailbox.waitFor(email, /entretien est à replacer/)
    await iris.until('/ma-candidature', 'Choisir un créneau')

    await staff.open(`/bureau/candidatures?q=${encodeURIComponent(name)}`)
    await staff.page.locator('main').getByRole('link', { name }).first().click()
    await staff.page.locator('summary', { hasText: 'Noter un échange' }).click()
    await staff.page.fill('[name=dit]', 'Rappeler pour convenir d’une autre date.')
    await staff.page.fill('[name=rappel]', day(0))
    await staff.look('interview-06-file')
    await staff.press('Noter l’échange')
    expect(await staff.text()).toContain('le rappel est dans la liste')
    await staff.open('/bureau/suivi?qui=moi')
    expect(await staff.text()).toContain(name)
    await staff.look('interview-07-calls')
    await staff.open('/bureau/suivi/silencieux')
    await staff.look('interview-08-silent')

    await Promise.all([iris.leave(), staff.leave()])
  })
})
