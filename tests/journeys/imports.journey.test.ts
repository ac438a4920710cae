import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csv } from '@/core/csv'
import { civilDate } from '@/core/dates'
import { demoAccounts } from '@/server/demo/accounts'
import { startTestServer, type TestServerProcess } from '@/tests/support/server'
import { DEVICES, launch, Somebody } from './support/browser'

/**
 * Staff imports a list in a browser, with and without scripts; follows it, stops it, resumes it; looks at the figures of
 * the season. And the program is killed in the middle of an import, which the next one finishes.
 */
const CHIEF = demoAccounts()[0]?.email ?? ''
const folder = mkdtempSync(join(tmpdir(), 'compagnon-imports-'))
const env = { DATABASE_URI: `file:${join(folder, 'imports.sqlite')}` }

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

/** A season of its own, in preparation: nothing of it shows to the public. */
async function makeSeason(chief: Somebody, name: string, cap: number): Promise<string> {
  const made = await chief.context.request.post(`${server.url}/api/seasons`, {
    headers: { origin: server.url },
    data: { name, titleFr: name, titleEn: name, state: 'draft', cap, feeCents: 500, opensOn: '2020-01-07' },
  })
  expect(made.status()).toBe(201)
  return ((await made.json()) as { doc: { id: string } }).doc.id
}

const list = (of: string, count: number) =>
  csv([
    ['Prénom', 'Nom', 'Courriel', 'Moyen de paiement', 'Payé le'],
    ...Array.from({ length: count }, (_, i) => [
      'Zoé',
      `Œil ${i + 1}`,
      `${of}-${i + 1}@test.example`,
      'chèque',
      civilDate(new Date()),
    ]),
    ['Sans', 'Adresse', '', '', ''],
  ])

/** Uploads a list, looks at it, begins its import; returns the address of the long act. */
async function importList(chief: Somebody, season: string, text: string, look: string): Promise<string> {
  await chief.open('/bureau/importer')
  if (look) await chief.look(`${look}-01-upload`)
  await chief.page.setInputFiles('input[type=file]', {
    name: 'adherents.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  })
  await chief.page.selectOption('select[name=season]', season)
  await chief.press('Lire le fichier')
  const said = await chief.text()
  expect(said).toContain('Le courriel manque')
  if (look) await chief.look(`${look}-02-review`)
  await chief.page.locator('main summary', { hasText: 'Importer ces personnes' }).click()
  await chief.press('Importer')
  expect(await chief.text()).toContain('Confirmez que ces personnes')
  // The browser notes a refusal shown with its status, 422.
  chief.complaints.length = 0
  await chief.page.check('input[name=agreed]')
  if (look) await chief.look(`${look}-03-agree`)
  await chief.press('Importer')
  expect(new URL(chief.page.url()).pathname).toMatch(/^\/bureau\/travaux\//)
  return new URL(chief.page.url()).pathname
}

describe.each(DEVICES)('a list of members ($name)', (device) => {
  it('is imported by staff, followed, and shows in the figures', async () => {
    const chief = await Somebody.at(browser, server.url, device)
    await chief.signIn(CHIEF, server.password)
    const season = await makeSeason(chief, `Liste ${device.name}`, 50)
    const task = await importList(chief, season, list(device.name, 12), 'imports')
    await chief.look('imports-04-under-way')
    if (device.javaScript) {
      // By itself: nobody loads the page again.
      await chief.page.getByText('Le travail est terminé').waitFor({ timeout: 30_000 })
    } else await chief.until(task, 'Le travail est terminé', 30_000)
    const said = await chief.text()
    expect(said).toContain('13 sur 13')
    expect(said).toContain('Une ligne refusée')
    await chief.look('imports-05-done')
    await chief.open('/bureau/travaux')
    expect(await chief.text()).toContain('Import : adherents.csv')
    await chief.look('imports-06-list')
    await chief.until(`/bureau/saisons/${season}`, /12\s+places? prises?|12 prises/, 30_000)
    await chief.page
      .locator('main summary', { hasText: /données|chiffres/i })
      .first()
      .click()
    await chief.look('imports-07-figures')
    await chief.open('/bureau/saisons')
    await chief.look('imports-08-seasons')
    await chief.leave()
  })
})

it('goes on after the program was killed in the middle of it', { timeout: 400_000 }, async () => {
  const device = DEVICES[0]
  if (!device) throw new Error('no device')
  const chief = await Somebody.at(browser, server.url, device)
  await chief.signIn(CHIEF, server.password)
  const season = await makeSeason(chief, 'Liste coupée', 300)
  const task = await importList(chief, season, list('killed', 60), '')
  await chief.until(task, /[1-5]\d sur 61/)
  server.process.kill('SIGKILL')
  await server.stop()
  server = await startTestServer(env)
  const again = await Somebody.at(browser, server.url, device)
  await again.signIn(CHIEF, server.password)
  // A run that was cut is taken up a minute after it was last heard of (hooks/runtime/tuning.ts).
  await again.until(task, 'Le travail est terminé', 200_000)
  expect(await again.text()).toMatch(/Devenus adhérents\s+60/)
  await again.until(`/bureau/saisons/${season}`, /60 prises/, 60_000)
  await Promise.all([again.leave(), chief.context.close()])
})
