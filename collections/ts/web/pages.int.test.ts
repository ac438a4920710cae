import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import type { RoleGrant } from '@/core/person'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { type Browser, serve, type TestServer } from '@/tests/support/http'
import { POOL } from '../contract'
import { ledgerOf, projectorOf } from '../service/ledgerOf'
import { eraseNote, readNotes } from '../service/notes'
import { memberAccount, openMemberAccount } from '../service/openMemberAccount'
import { openPool } from '../service/openPool'
import { accountHref } from './desk'

let app: App
let server: TestServer
beforeAll(async () => {
  app = (await bootApp()).app
  server = await serve(app)
})
afterAll(() => server.stop())

async function person(...grants: RoleGrant[]): Promise<{ id: string; account: string; browser: Browser }> {
  const { id } = await makePerson(app, { grants, name: '=Camille Compte' })
  await openMemberAccount(app, id)
  await projectorOf(app).flush()
  return { id, account: memberAccount(id), browser: server.as((await asVisitor(app, id)).token) }
}

async function give(account: string, amount: number) {
  await openPool(app)
  const row = unwrap(
    await ledgerOf(app).transfer({
      ...{ actor: 'system', key: newId(), debit: POOL, credit: account, amount, code: 'joining' },
    }),
  )
  await projectorOf(app).flush()
  await new Promise((resolve) => setTimeout(resolve, 150))
  return row
}

const text = async (reply: Response): Promise<string> => {
  expect(reply.status).toBe(200)
  return reply.text()
}
const balance = async (account: string) => unwrap(await ledgerOf(app).readAccount(account)).balance

describe('my account', () => {
  it('shows balance, movements and statement, on page and as a table for spreadsheets', async () => {
    const { account, browser } = await person()
    await give(account, 5)
    expect(await text(await browser.get('/compte'))).toContain('Mon compte TS')
    const list = await text(await browser.get('/compte/mouvements?nature=received&du=2020-01-01'))
    expect(list).toContain('Adhésion')
    expect(await text(await browser.get('/compte/mouvements?nature=given'))).toContain('Aucun mouvement')
    expect(await text(await browser.get('/compte/mouvements?avec=personne-de-ce-nom'))).toContain(
      'Aucun adhérent',
    )
    expect(await text(await browser.get('/compte/releve'))).toContain('Solde à la fin de la période')
    const csv = await browser.get('/compte/releve.csv')
    expect(csv.headers.get('content-type')).toContain('text/csv')
    expect(csv.headers.get('content-disposition')).toContain('attachment')
    const body = Buffer.from(await csv.arrayBuffer()).toString('utf8')
    expect(body.startsWith('\uFEFFDate;Mouvement')).toBe(true)
    expect(body).toContain('Reçu;Adhésion;L’association;5;5;')
  })

  it('says so where there is none yet', async () => {
    const { id } = await makePerson(app)
    const browser = server.as((await asVisitor(app, id)).token)
    expect(await text(await browser.get('/compte'))).toContain('pas encore ouvert')
    expect((await browser.get('/compte/releve.csv')).status).toBe(404)
  })
})

describe('staff for the ledger', () => {
  it('finds an account, corrects a movement once, with a reason that can be erased', async () => {
    const { account } = await person()
    const row = await give(account, 5)
    const staff = await person({ role: 'staff', area: 'ledger' })
    expect(await text(await staff.browser.get('/bureau/ts'))).toContain('Comptes TS')
    expect(await text(await staff.browser.get('/bureau/ts?q=camille'))).toContain('Camille Compte')
    const href = accountHref(account)
    expect(await text(await staff.browser.get(href))).toContain('Corriger')
    const ask = `${href}/corriger?ecriture=${encodeURIComponent(row.key)}`
    const page = await text(await staff.browser.get(ask))
    expect(page).toContain('Passer l’écriture inverse')
    const fields = { ecriture: row.key, cle: newId(), motif: 'Versé deux fois par erreur' }
    expect((await staff.browser.post(`${href}/corriger`, { ...fields, motif: 'x' })).status).toBe(422)
    expect(await balance(account)).toBe(5)
    expect((await staff.browser.post(`${href}/corriger`, fields)).status).toBe(303)
    expect((await staff.browser.post(`${href}/corriger`, fields)).status).toBe(303)
    expect(await balance(account)).toBe(0)
    const again = await staff.browser.post(`${href}/corriger`, { ...fields, cle: newId() })
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('déjà corrigé')
    expect(await text(await staff.browser.get(href))).toContain('Versé deux fois par erreur')
    await eraseNote(app, fields.cle)
    expect((await readNotes(app, [fields.cle])).get(fields.cle)).toBeNull()
    expect(await text(await staff.browser.get(href))).not.toContain('Versé deux fois')
  })

  it('sets limits', async () => {
    const { account } = await person()
    const staff = await person({ role: 'staff', area: 'ledger' })
    const href = `${accountHref(account)}/limites`
    expect(await text(await staff.browser.get(href))).toContain('Solde minimal')
    const wrong = await staff.browser.post(href, {
      cle: newId(),
      min: 'beaucoup',
      max: '',
      motif: 'Parce que',
    })
    expect(wrong.status).toBe(422)
    const done = await staff.browser.post(href, {
      cle: newId(),
      min: '-10',
      max: '50',
      motif: 'Découvert convenu',
    })
    expect(done.status).toBe(303)
    expect(unwrap(await ledgerOf(app).readAccount(account))).toMatchObject({ min: -10, max: 50 })
  })

  it('is refused to all others', async () => {
    const { account } = await person()
    const row = await give(account, 5)
    const href = accountHref(account)
    const fields = { ecriture: row.key, cle: newId(), motif: 'Je voudrais bien', min: '-100', max: '' }
    const others = [
      (await person()).browser,
      (await person({ role: 'staff', area: 'payments' })).browser,
      (await person({ role: 'coordinator', loge: newId() })).browser,
    ]
    for (const browser of others) {
      expect((await browser.get(href)).status).toBe(403)
      expect((await browser.post(`${href}/corriger`, fields)).status).toBe(403)
      expect((await browser.post(`${href}/limites`, fields)).status).toBe(403)
    }
    expect((await server.as().post(`${href}/corriger`, fields)).status).toBe(303)
    expect(await balance(account)).toBe(5)
  })
})

describe('through REST', () => {
  const SLUGS = ['ts-accounts', 'ts-transfers', 'ts-notes', 'ts-seals', 'ts-checkpoints']

  it('staff for the ledger reads, nobody writes', async () => {
    const ledger = (await person({ role: 'staff', area: 'ledger' })).browser
    const admin = (await person({ role: 'administrator' })).browser
    for (const slug of SLUGS) {
      expect([slug, (await ledger.send('GET', `/api/${slug}`)).status]).toEqual([slug, 200])
      for (const browser of [ledger, admin]) {
        expect([slug, (await browser.send('POST', `/api/${slug}`, { key: 'x' })).status]).toEqual([slug, 403])
        expect((await browser.send('PATCH', `/api/${slug}?where[id][exists]=true`, {})).status).toBe(403)
        expect((await browser.send('DELETE', `/api/${slug}?where[id][exists]=true`)).status).toBe(403)
      }
    }
  })

  it('members and anonymous people read nothing', async () => {
    const { browser } = await person()
    for (const slug of SLUGS)
      for (const who of [browser, server.as()])
        expect([slug, (await who.send('GET', `/api/${slug}`)).status]).toEqual([slug, 403])
  })
})

describe('the card of the dashboard', () => {
  it('is for who keeps the ledger', async () => {
    await give((await person()).account, 5)
    const cardFor = async (...grants: RoleGrant[]) => {
      const made = await makePerson(app, { grants })
      const { person: who } = await asVisitor(app, made.id)
      const cards = unwrap(await app.call('widgets.render', { place: 'staff', who, lang: 'fr' }))
      return cards.find((card) => card.module === 'ts')?.html
    }
    expect(await cardFor({ role: 'staff', area: 'ledger' })).toMatch(/a distribué .+TS/)
    expect(await cardFor({ role: 'staff', area: 'content' })).toBeUndefined()
    expect(await cardFor()).toBeUndefined()
  })
})
