import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY } from '@/core/clock'
import { civilDate } from '@/core/dates'
import { demoAccounts } from '@/server/demo/accounts'
import { startTestServer, type TestServerProcess } from '@/tests/support/server'
import { DEVICES, type Device, launch, Somebody } from './support/browser'
import { openMailbox } from './support/mailbox'

/**
 * The association's main story, lived in a browser by an applicant, a member of staff and a member, with and without
 * JavaScript, on a phone and at a desk: apply → interview → accepted → pays → a seat → 5 TS → asks for help →
 * accepted, TS held → delivered → evaluated → TS moves → the counter shows one seat fewer.
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
const STRANGER = demoAccounts().find((a) => a.role.fr.includes('toute nouvelle'))?.email ?? ''
const HELPER = 'coordination@demo.example'

async function freeSeats(): Promise<number> {
  const answer = await fetch(`${server.url}/widgets/counter.json`)
  return ((await answer.json()) as { free: number }).free
}

describe.each(DEVICES)('the main story ($name)', (device: Device) => {
  const email = `nour.${device.name}@test.example`
  const name = `Nour ${device.name
    .split('-')
    .map((w) => w[0]?.toUpperCase() + w.slice(1))
    .join(' ')}`

  it('is lived from the first visit to the settled exchange', async () => {
    const free = await freeSeats()
    const nour = await Somebody.at(browser, server.url, device)

    // A visitor finds out and applies.
    await nour.open('/')
    expect(await nour.text()).toMatch(/il reste \d+ places/)
    await nour.look('01-home')
    await nour.open('/adhesion')
    await nour.look('02-membership')
    await nour.page.getByRole('link', { name: 'Déposer ma candidature' }).first().click()
    await nour.press('Déposer ma candidature')
    expect(await nour.text()).toContain('Citez au moins un savoir-faire')
    await nour.look('03-application-errors')
    await nour.page.fill('[name=name]', name)
    await nour.page.fill('[name=email]', email)
    await nour.page.fill('[name=activity]', 'Correctrice indépendante, à Arles')
    await nour.page.fill('[name=skills]', 'Correction\nRéécriture')
    await nour.page.fill('[name=motives]', 'Rompre l’isolement et apprendre des autres.')
    await nour.page.check('[name=charter]')
    await nour.page.check('[name=privacy]')
    await nour.press('Déposer ma candidature')
    expect(await nour.text()).toContain('confirmez votre adresse')
    await nour.look('04-application-sent')
    const sent = await mailbox.waitFor(email, /Confirmez votre adresse/)
    await nour.open(/\/adhesion\/candidature\/confirmer\/[\w.-]+/.exec(sent.text)?.[0] ?? '')
    await nour.press('Confirmer et déposer ma candidature')
    expect(await nour.text()).toContain('Merci, c’est bien arrivé')
    await nour.look('04-application-thanks')

    // The applicant sets a password by the link in a mail, and sees only the application.
    await mailbox.waitFor(email, /candidature nous est bien parvenue/)
    await nour.open('/mot-de-passe')
    await nour.page.fill('[name=email]', email)
    await nour.press('M’envoyer le lien')
    const mail = await mailbox.waitFor(email, /mot de passe/)
    const link = /\/mot-de-passe\/[\w-]+/.exec(mail.text)?.[0] ?? ''
    await nour.open(link)
    await nour.page.fill('[name=password]', PASSWORD)
    await nour.press('Enregistrer ce mot de passe')
    await nour.signIn(email, PASSWORD)
    expect(await nour.text()).toContain('Nous avons votre candidature')
    await nour.look('05-my-application')
    expect(await nour.open('/aujourdhui')).toBe(403)
    expect(await nour.open('/annuaire')).toBe(403)
    nour.complaints.length = 0

    // Staff meets and accepts the person.
    const staff = await Somebody.at(browser, server.url, device)
    await staff.signIn(STAFF, server.password)
    await staff.open(`/bureau/candidatures?q=${encodeURIComponent(name)}`)
    await staff.look('06-office-applications')
    await staff.page.locator('main').getByRole('link', { name }).first().click()
    const at = civilDate(new Date(Date.now() + 3 * DAY))
    await staff.page.fill('[name=at]', `${at}T14:30`)
    await staff.page.fill('[name=place]', '12 rue des Ateliers, Arles')
    await staff.look('07-office-file')
    await staff.press('Fixer l’entretien')
    expect(await staff.text()).toContain('L’entretien est fixé')
    await staff.page.fill('[name=report]', 'Entretien chaleureux ; veut apprendre la mise en page.')
    await staff.press('Enregistrer le compte rendu')
    await staff.press('Accepter la candidature')
    expect(await staff.text()).toContain('La candidature est acceptée')
    await staff.look('08-office-accepted')
    await mailbox.waitFor(email, /candidature est acceptée/)

    // Paid by cheque, recorded by hand: a seat and an open extranet.
    await staff.page.getByLabel('chèque').check()
    await staff.press('Enregistrer la cotisation')
    expect(await staff.text()).toContain('La cotisation est enregistrée')
    await mailbox.waitFor(email, /Bienvenue/)
    await nour.until('/', new RegExp(`il reste ${free - 1} places`))
    expect(await freeSeats()).toBe(free - 1)

    // Five TS on joining, then a request for help.
    await nour.until('/compte', '5 TS')
    await nour.look('09-account')
    await nour.open('/aujourdhui')
    await nour.look('10-today')
    const helper = await Somebody.at(browser, server.url, device)
    await helper.signIn(HELPER, server.password)
    await helper.open('/moi/profil')
    const helperName = await helper.page.locator('[name=name]').inputValue()
    await nour.open(`/entraide/demander?q=${encodeURIComponent(helperName)}`)
    await nour.look('11-choose-helper')
    await nour.page
      .locator('main')
      .getByRole('link', { name: new RegExp(helperName) })
      .last()
      .click()
    const title = `Relire un devis (${device.name})`
    await nour.page.fill('[name=objet]', title)
    await nour.page.fill('[name=besoin]', 'Un devis de quatre pages à relire avant vendredi.')
    await nour.look('12-ask')
    await nour.press(/Envoyer ma demande/)
    expect(await nour.text()).toContain(title)
    await nour.look('13-asked')
    const exchange = new URL(nour.page.url()).pathname

    // The helper accepts: the TS are held.
    await helper.open('/aujourdhui')
    await helper.look('14-helper-today')
    await helper.open(exchange)
    await helper.press(/Accepter d’aider pour 5 TS/)
    expect(await helper.text()).toContain('5 TS sont réservés pour vous')
    await helper.look('15-accepted')
    await nour.until('/compte', /réserv/)
    await nour.look('16-account-held')

    // Nobody else may look at it.
    const stranger = await Somebody.at(browser, server.url, device)
    await stranger.signIn(STRANGER, server.password)
    expect(await stranger.open(exchange)).toBe(404)
    stranger.complaints.length = 0

    // Delivered, evaluated, settled.
    await helper.open(exchange)
    await helper.press('J’ai donné mon aide')
    await nour.open('/aujourdhui')
    expect(await nour.text()).toMatch(/évalu/i)
    await nour.open(exchange)
    await nour.page.locator('input[name=note][value="5"]').check()
    await nour.page.fill('[name=commentaire]', 'Précis et rapide, merci !')
    await nour.look('17-evaluate')
    await nour.press('Enregistrer mon évaluation')
    await nour.until(exchange, /versés|réglé|payé/)
    await nour.look('18-settled')
    await nour.until('/compte', /\b0 TS/)
    await nour.open('/compte/mouvements')
    await nour.look('19-movements')
    await helper.open('/compte/mouvements')
    await helper.look('20-helper-movements')

    await Promise.all([nour.leave(), staff.leave(), helper.leave(), stranger.leave()])
  })
})
