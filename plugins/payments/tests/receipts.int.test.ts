import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { dies, dying } from '@/tests/support/dying'
import { serve, type TestServer } from '@/tests/support/http'
import { meanwhile } from '@/tests/support/meanwhile'
import { RECEIPTS } from '../contract'
import { receiptPdf } from '../pdf/receiptPdf'
import { auditReceipts } from '../service/auditReceipts'
import { issueReceipt, type NewReceipt } from '../service/issueReceipt'
import { readPaper } from '../service/readPaper'
import { creditForHand } from '../service/receiptsFor'
import { findReceiptOf, many, type ReceiptRow } from '../service/rows'
import { at } from './support'

let app: App
let server: TestServer
beforeAll(async () => {
  app = (await bootApp()).app
  server = await serve(app)
}, 60_000)
afterAll(() => server.stop())

const receipt = (more: Partial<NewReceipt> = {}): NewReceipt => ({
  kind: 'receipt',
  payment: newId(),
  person: newId(),
  name: 'Éléonore Œuvrard',
  cents: 500,
  method: 'cash',
  onDay: '2027-01-15',
  labelFr: 'Cotisation, saison 2027',
  labelEn: 'Fee, season 2027',
  heading: 'essai',
  ...more,
})

const inYear = (year: number) => many<ReceiptRow>(app, RECEIPTS, { year: { equals: year } }, { sort: 'n' })
const later = (year: number, time = '06-15T12:00:00Z') => at(app, new Date(`${year}-${time}`))

describe('numbers', () => {
  it('of fifty payments at once, each told three times, are 1 to 50', { timeout: 120_000 }, async () => {
    const now = later(2101)
    const all = Array.from({ length: 50 }, () => receipt())
    await Promise.all([...all, ...all, ...all].map((r) => issueReceipt(now, r)))
    const made = await inYear(2101)
    expect(made.map((r) => r.n)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
    expect(new Set(made.map((r) => r.payment))).toEqual(new Set(all.map((r) => r.payment)))
  })

  it('have no gap where each of them dies first', async () => {
    const now = later(2102)
    for (let i = 0; i < 12; i++) {
      const one = receipt()
      expect(await dies(issueReceipt(dying(now, 1), one))).toBe(true)
      if (i % 3 !== 0) await issueReceipt(now, one)
    }
    expect((await inYear(2102)).map((r) => r.n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('begin again at one with the year of the association’s zone', async () => {
    const eve = at(app, new Date('2103-12-31T22:59:59.999Z'))
    const midnight = at(app, new Date('2103-12-31T23:00:00.000Z'))
    const [a, b, c] = [
      await issueReceipt(eve, receipt()),
      await issueReceipt(midnight, receipt()),
      await issueReceipt(midnight, receipt()),
    ]
    expect([a, b, c].map((r) => r.key)).toEqual(['2103:1', '2104:1', '2104:2'])
  })

  it('that were written past us are found', async () => {
    const now = later(2105)
    await issueReceipt(now, receipt())
    const third = { ...(await issueReceipt(now, receipt())) }
    await app.payload.db.updateOne({
      collection: RECEIPTS,
      where: { id: { equals: third.id } },
      data: { key: '2105:3', n: 3 },
    } as Parameters<typeof app.payload.db.updateOne>[0])
    expect(await auditReceipts(app)).toEqual([{ year: 2105, n: 2 }])
    await app.payload.db.deleteMany({ collection: RECEIPTS, where: { year: { equals: 2105 } } })
    expect(await auditReceipts(app)).toEqual([])
  })
})

describe('money by hand', () => {
  it('has its receipt, once, and its credit note after it, whichever is told first', async () => {
    const { id: person } = await makePerson(app)
    const [payment, refund] = [newId(), newId()]
    const returned = { refund, payment, cents: 500, method: 'transfer' as const, returnedOn: '2027-03-01' }
    await app.emit('money.returned', refund, returned)
    await drain(app)
    expect(await findReceiptOf(app, refund)).toBeNull()
    const received = {
      payment,
      person,
      cents: 500,
      method: 'cheque' as const,
      receivedOn: '2027-01-15',
      labelFr: 'Cotisation',
      labelEn: 'Fee',
      heading: 'essai',
      reference: 'n° 12',
    }
    await app.emit('money.received', payment, received)
    await app.emit('money.received', payment, received)
    await drain(app)
    expect(await findReceiptOf(app, payment)).toMatchObject({
      cents: 500,
      name: 'Camille Essai',
      reference: 'n° 12',
    })
    await creditForHand(app, returned)
    expect(await findReceiptOf(app, refund)).toMatchObject({ cents: -500, of: payment, method: 'transfer' })
  })

  it('given back twice at once has credit notes of no more than was paid', async () => {
    const { payment } = await issueReceipt(app, receipt())
    const back = (cents: number) => ({
      refund: newId(),
      payment,
      cents,
      method: 'cash' as const,
      returnedOn: '2027-03-01',
    })
    const other = meanwhile(app, { verb: 'create', collection: RECEIPTS }, () =>
      creditForHand(app, back(300)),
    )
    expect((await creditForHand(other, back(500))).note).toMatchObject({ cents: -200 })
    expect((await creditForHand(app, back(100))).note).toBeNull()
    const sum = (await many<ReceiptRow>(app, RECEIPTS, { of: { equals: payment } })).map((r) => r.cents)
    expect(sum.sort()).toEqual([-200, -300])
  })
})

describe('the paper', () => {
  it('is the same PDF whenever it is asked for, and says what it must', async () => {
    const row = await issueReceipt(app, receipt({ name: 'Łucja Œuvrard', cents: 123_450 }))
    const pdf = await receiptPdf(await readPaper(app, row, 'fr'), 'fr')
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    const text = textOf(pdf)
    for (const said of [
      row.key.replace(':', '-').replace(/-(\d+)$/, (_, n) => `-${n.padStart(4, '0')}`),
      'Lucja Œuvrard',
      '1 234,50 €',
      'Cotisation',
      'espèces',
      '15 janvier 2027',
    ])
      expect(text).toContain(said)
  })

  it('is for its person and for those who handle payments', async () => {
    const { id: person } = await makePerson(app)
    const row = await issueReceipt(app, receipt({ person }))
    const credit = await issueReceipt(app, receipt({ person, kind: 'credit', of: row.payment, cents: -500 }))
    const as = async (id: string) => server.as((await asVisitor(app, id)).token)
    const mine = await as(person)
    const cashier = await as((await makePerson(app, { grants: [{ role: 'staff', area: 'payments' }] })).id)
    const others = [
      await as((await makePerson(app)).id),
      await as((await makePerson(app, { standing: 'applicant' })).id),
      await as((await makePerson(app, { grants: [{ role: 'staff', area: 'content' }] })).id),
    ]
    for (const path of [`/recus/${row.id}`, `/recus/${row.id}/pdf`, `/recus/${credit.id}`]) {
      expect((await mine.get(path)).status).toBe(200)
      expect((await cashier.get(path)).status).toBe(200)
      for (const other of others) expect((await other.get(path)).status).toBe(404)
      expect((await server.as().get(path)).status).toBe(303)
    }
    const list = await (await mine.get('/recus')).text()
    expect(list).toContain(`/recus/${row.id}`)
    expect(list).toContain(`/recus/${credit.id}`)
    const page = await (await mine.get(`/recus/${row.id}`)).text()
    expect(page).toContain('Remboursé')
    expect((await mine.get(`/recus/${row.id}/pdf`)).headers.get('content-type')).toBe('application/pdf')
  })

  it('nobody writes by the doors of Payload', async () => {
    const { id } = await makePerson(app, { grants: [{ role: 'administrator' }] })
    const chief = server.as((await asVisitor(app, id)).token)
    const row = await issueReceipt(app, receipt())
    for (const [method, path] of [
      ['POST', '/api/receipts'],
      ['PATCH', `/api/receipts/${row.id}`],
      ['DELETE', `/api/receipts/${row.id}`],
      ['DELETE', `/api/card-refunds/${row.id}`],
      ['POST', '/api/checkouts'],
      ['POST', '/api/provider-events'],
    ] as const)
      expect((await chief.send(method, path, {})).status, path).toBe(403)
    expect(unwrap({ ok: true, value: await findReceiptOf(app, row.payment) })).toMatchObject({ id: row.id })
  })
})

/** The words of a PDF whose fonts are the built-in ones: hexadecimal strings of WinAnsi in deflated streams. */
function textOf(pdf: Buffer): string {
  const latin = pdf.toString('latin1')
  let text = ''
  for (const match of latin.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    let content: string
    try {
      content = inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('latin1')
    } catch {
      continue
    }
    for (const array of content.matchAll(/\[([^\]]*)\] TJ/g)) {
      const hex = [...(array[1] ?? '').matchAll(/<([0-9a-f]*)>/gi)].map((m) => m[1]).join('')
      text += `${new TextDecoder('windows-1252').decode(Buffer.from(hex, 'hex'))}\n`
    }
  }
  return text.replace(/\u00A0/g, ' ')
}
