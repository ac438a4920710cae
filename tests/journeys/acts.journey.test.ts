import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csv } from '@/core/csv'
import { addDays, civilDate } from '@/core/dates'
import { demoAccounts } from '@/server/demo/accounts'
import { startTestServer, type TestServerProcess } from '@/tests/support/server'
import { DEVICES, launch, Somebody } from './support/browser'

/**
 * Long acts of staff in a browser, with and without scripts: a letter to many, written, tried, sent and followed; the
 * passage to the next season. And the program is killed in the middle of a letter, which the next one finishes.
 */
const CHIEF = demoAccounts()[0]?.email ?? ''
const folder = mkdtempSync(join(tmpdir(), 'compagnon-acts-'))
const env = { DATABASE_URI: `file:${join(folder, 'acts.sqlite')}` }
const today = civilDate(new Date())

let browser: Browser
let server: TestServerProcess
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launch(), startTestServer(env)])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function chiefAt(device = DEVICES[0]): Promise<Somebody> {
  if (!device) throw new Error('no device')
  const chief = await Somebody.at(browser, server.url, device)
  await chief.signIn(CHIEF, server.password)
  return chief
}

/** A season of its own that nobody applies to, with people who have a seat. */
async function seasonWith(chief: Somebody, name: string, people: number): Promise<string> {
  const headers = { origin: server.url }
  const days = { opensOn: addDays(today, -300), endsOn: addDays(today, 30) }
  const titles = { name, titleFr: name, titleEn: name }
  const made = await chief.context.request.post(`${server.url}/api/seasons`, {
    headers,
    data: { ...titles, ...days, state: 'closed', cap: people + 5, feeCents: 500 },
  })
  expect(made.status()).toBe(201)
  const { id } = ((await made.json()) as { doc: { id: string } }).doc
  const lines = Array.from({ length: people }, (_, i) => [
    `Zoé Œil ${i + 1}`,
    `${id}-${i + 1}@test.example`,
    'chèque',
    today,
  ])
  const text = csv([['Nom', 'Courriel', 'Moyen de paiement', 'Payé le'], ...lines])
  const list = await chief.context.request.post(`${server.url}/bureau/importer`, {
    headers,
    multipart: { season: id, file: { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(text) } },
    maxRedirects: 0,
  })
  const review = list.headers().location ?? ''
  await chief.context.request.post(`${server.url}${review}/lancer`, {
    headers,
    form: { agreed: 'oui' },
    maxRedirects: 0,
  })
  await chief.until(`/bureau/saisons/${id}`, new RegExp(`${people} (places )?prises`), 300_000)
  return id
}

async function writeLetter(chief: Somebody, season: string, subject: string): Promise<void> {
  await chief.open('/bureau/lettres/nouvelle')
  await chief.page.selectOption('select[name=a]', `members:${season}`)
  await chief.page.fill('input[name=objet]', subject)
  await chief.page.fill(
    'textarea[name=texte]',
    'La fête a lieu le 12.\n\nTout est sur https://exemple.fr/fete.',
  )
}

describe.each(DEVICES)('long acts ($name)', (device) => {
  it('a letter is written, mended, looked at, tried, sent and followed', { timeout: 120_000 }, async () => {
    const chief = await chiefAt(device)
    const season = await seasonWith(chief, `Lettre ${device.name}`, 4)
    await writeLetter(chief, season, ' ')
    await chief.press('Relire avant d’envoyer')
    expect(await chief.text()).toContain('Donnez un objet à la lettre')
    // The browser notes a refusal shown with its status, 422.
    chief.complaints.length = 0
    await chief.page.fill('input[name=objet]', `La fête ${device.name}`)
    await chief.look('acts-01-letter')
    await chief.press('Relire avant d’envoyer')
    const looked = await chief.text()
    expect(looked).toContain('4 personnes la recevront')
    expect(looked).toContain('Zoé Œil 1')
    await chief.look('acts-02-looked-at')
    await chief.press('M’envoyer un essai')
    expect(await chief.text()).toContain(`L’essai part à ${CHIEF}`)
    await chief.page.locator('main summary', { hasText: 'Envoyer à 4 personnes' }).click()
    await chief.look('acts-03-confirm')
    await chief.press(/^Envoyer$/)
    const task = new URL(chief.page.url()).pathname
    expect(task).toMatch(/^\/bureau\/travaux\//)
    if (device.javaScript) await chief.page.getByText('Le travail est terminé').waitFor({ timeout: 30_000 })
    else await chief.until(task, 'Le travail est terminé', 30_000)
    expect(await chief.text()).toContain('4 sur 4')
    await chief.look('acts-04-done')
    await chief.page.getByRole('link', { name: 'Voir le résultat' }).click()
    await chief.page.waitForLoadState()
    await chief.look('acts-05-sent')
    await chief.open('/bureau/lettres')
    expect(await chief.text()).toContain(`La fête ${device.name}`)
    await chief.look('acts-06-letters')
    await chief.open('/moi/nouvelles')
    await chief.look('acts-07-news')
    await chief.leave()
  })

  it('one season is followed by the next', { timeout: 120_000 }, async () => {
    const chief = await chiefAt(device)
    const season = await seasonWith(chief, `Saison 2026 ${device.name}`, 3)
    await chief.open(`/bureau/saisons/${season}`)
    await chief.page.getByRole('link', { name: 'Passer à la saison suivante' }).click()
    await chief.page.waitForLoadState()
    expect(await chief.text()).toContain('Perdraient l’accès sans renouveler')
    await chief.page.fill('input[name=places]', 'beaucoup')
    await chief.press('Relire ce qui sera fait')
    expect(await chief.text()).toContain('Indiquez un nombre de places')
    chief.complaints.length = 0
    await chief.page.fill('input[name=places]', '10')
    await chief.page.fill('input[name=renouvellement]', today)
    await chief.look('acts-11-settings')
    await chief.press('Relire ce qui sera fait')
    expect(await chief.text()).toContain('Une place est gardée à chaque adhérent')
    await chief.look('acts-12-review')
    await chief.press('Passer à la saison suivante')
    const task = new URL(chief.page.url()).pathname
    await chief.until(task, 'Le travail est terminé', 30_000)
    expect(await chief.text()).toContain('3 sur 3')
    await chief.look('acts-13-done')
    await chief.open(`/bureau/saisons/${season}/suivante`)
    expect(await chief.text()).toContain('Suivre le passage')
    await chief.look('acts-14-begun')
    await chief.leave()
  })
})

it('a letter goes on after the program was killed in the middle of it: one mail to each', {
  timeout: 600_000,
}, async () => {
  const PEOPLE = 80
  const chief = await chiefAt()
  const season = await seasonWith(chief, 'Lettre coupée', PEOPLE)
  await writeLetter(chief, season, 'Coupée')
  await chief.press('Relire avant d’envoyer')
  await chief.page.locator('main summary', { hasText: `Envoyer à ${PEOPLE} personnes` }).click()
  const database = createClient({ url: env.DATABASE_URI })
  const ask = async (sql: string): Promise<Record<string, unknown>> => ({
    ...(await database.execute(sql)).rows[0],
  })
  const mails = `SELECT count(*) AS n, count(DISTINCT "to") AS people FROM mails WHERE template = 'letters.letter'
    AND subject = 'Coupée'`
  const pressed = chief.press(/^Envoyer$/)
  // As soon as some have been written to, and not all.
  for (;;) {
    const n = Number((await ask(mails)).n)
    expect(n).toBeLessThan(PEOPLE)
    if (n > 10) break
    await new Promise((r) => setTimeout(r, 5))
  }
  server.process.kill('SIGKILL')
  await pressed.catch(() => undefined)
  await server.stop()
  const cut = Number((await ask(mails)).n)
  expect(cut).toBeGreaterThan(10)
  expect(cut).toBeLessThan(PEOPLE)
  const act = await ask(`SELECT id FROM tasks WHERE kind = 'letters.send' AND input LIKE '%Coupée%'`)
  server = await startTestServer(env)
  const again = await chiefAt()
  // A run that was cut is taken up a minute after it was last heard of (hooks/runtime/tuning.ts).
  await again.until(`/bureau/travaux/${String(act.id)}`, 'Le travail est terminé', 200_000)
  expect(await again.text()).toContain(`${PEOPLE} sur ${PEOPLE}`)
  expect(await ask(mails)).toMatchObject({ n: PEOPLE, people: PEOPLE })
  database.close()
  await Promise.all([again.leave(), chief.context.close()])
})
