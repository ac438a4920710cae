import { setTimeout as sleep } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DAY, MINUTE } from '@/core/clock'
import { addDays, civilDate, startOfDay } from '@/core/dates'
import { newId } from '@/core/ids'
import { refuse, unwrap } from '@/core/result'
import { type App, compareAndSet } from '@/hooks'
import { drain, runJob } from '@/hooks/runtime'
import type { FakeStripe } from '@/tests/counterparts/stripe/fakeStripe'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { type Browser, serve, type TestServer } from '@/tests/support/http'
import { withStripe } from '@/tests/support/stripe'
import { CHECKOUTS } from '../contract'
import { askRefund } from '../service/askRefund'
import { askStripe } from '../service/askStripe'
import { issueReceipt } from '../service/issueReceipt'
import { lastReconciling, sumsOf } from '../service/reconcileTask'
import { reconcileWithStripe } from '../service/reconcileWithStripe'
import { findRefund, refundsOf } from '../service/rows'
import { reconcileHref } from '../web/paths'
import { at, opened, rowOf } from './support'

let app: App
let server: TestServer
let stripe: FakeStripe
let stop: () => Promise<void>
let cashier: Browser
beforeAll(async () => {
  app = (await bootApp()).app
  ;({ stripe, stop } = await withStripe(app))
  server = await serve(app)
  const { id } = await makePerson(app, { grants: [{ role: 'staff', area: 'payments' }] })
  cashier = server.as((await asVisitor(app, id)).token)
}, 60_000)
afterAll(async () => {
  await server.stop()
  await stop()
})
beforeEach(() => {
  stripe.trouble = 'none'
})
afterEach(() => expect(stripe.violations).toEqual([]))

/** A step that failed is tried again some seconds later. */
async function until(what: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 120; i++) {
    if (await what()) return
    await sleep(250)
  }
  throw new Error('it did not come to pass')
}

const OFFICE = '/bureau/paiements'
const text = async (path: string) => (await cashier.get(path)).text()

async function paid() {
  const row = await opened(app)
  stripe.pay(row.sessionId)
  await askStripe(app, row)
  await drain(app)
  return rowOf(app, row.id)
}

describe('the office', () => {
  it('is open to those who handle payments, and nobody else', async () => {
    const others = [
      server.as((await asVisitor(app, (await makePerson(app)).id)).token),
      server.as((await asVisitor(app, (await makePerson(app, { standing: 'applicant' })).id)).token),
      server.as(
        (
          await asVisitor(
            app,
            (
              await makePerson(app, { grants: [{ role: 'staff', area: 'applications' }] })
            ).id,
          )
        ).token,
      ),
    ]
    for (const path of [OFFICE, `${OFFICE}.csv`, `${OFFICE}/rapprochement`, `${OFFICE}/rapprochement.csv`]) {
      expect((await cashier.get(path)).status, path).toBe(path.endsWith('rapprochement.csv') ? 404 : 200)
      for (const other of others) expect((await other.get(path)).status, path).toBe(403)
      expect((await server.as().get(path)).status, path).toBe(303)
    }
    const retry = `${OFFICE}/remboursements/${newId()}/reessayer`
    for (const other of others) {
      expect((await other.post(retry)).status).toBe(403)
      expect((await other.post(`${OFFICE}/rapprochement`)).status).toBe(403)
    }
    expect((await cashier.post(retry)).status).toBe(303)
  })

  it('finds by name, way, season and kind, whatever is asked', async () => {
    const heading = newId()
    const made = (name: string, more = {}) =>
      issueReceipt(app, {
        kind: 'receipt',
        payment: newId(),
        person: newId(),
        name,
        cents: 500,
        method: 'cash',
        onDay: '2027-01-15',
        labelFr: 'Cotisation',
        labelEn: 'Fee',
        heading,
        ...more,
      })
    const first = await made('Éléonore Œuvrard')
    await made('Noé Cheval', { method: 'cheque', reference: '=HYPERLINK("x")' })
    await made('Noé Cheval', { kind: 'credit', of: first.payment, cents: -500, method: 'transfer' })
    const shown = async (query: string) => {
      const html = await text(`${OFFICE}?saison=${heading}&${query}`)
      return ['Éléonore Œuvrard', 'Noé Cheval'].filter((name) => html.includes(name))
    }
    expect(await shown('vue=all')).toEqual(['Éléonore Œuvrard', 'Noé Cheval'])
    expect(await shown('q=oeuvrard')).toEqual(['Éléonore Œuvrard'])
    expect(await shown('moyen=cheque')).toEqual(['Noé Cheval'])
    expect(await shown('vue=credit')).toEqual(['Noé Cheval'])
    expect(await shown('q=personne')).toEqual([])
    for (const odd of ['vue=rien', 'page=-1', 'page=9e9', 'moyen=or', "q=%25'", 'q=%00'])
      expect((await cashier.get(`${OFFICE}?${odd}`)).status, odd).toBe(200)
    const csv = await (await cashier.get(`${OFFICE}.csv?vue=all&saison=${heading}`)).text()
    const rows = parse(csv, { bom: true, delimiter: ';' }) as string[][]
    expect(rows).toHaveLength(4)
    expect(rows.map((row) => row[8])).toEqual(['Montant (EUR)', '-5,00', '5,00', '5,00'])
    expect(rows[2]?.[9]).toBe('\'=HYPERLINK("x")')
    expect(rows[1]?.[10]).toBe(rows[3]?.[0])
  })

  it('shows a refund that failed, and tries it again', async () => {
    const row = await paid()
    stripe.refundStatus = 'pending'
    const { refund } = unwrap(await askRefund(app, { checkout: row.id, reason: 'departure', by: 'system' }))
    await drain(app)
    stripe.refundStatus = 'succeeded'
    stripe.takeEvents()
    const [there] = [...stripe.refunds.values()].filter((r) => r.payment_intent === row.paymentIntent)
    stripe.endRefund(String(there?.id), 'failed')
    for (const event of stripe.takeEvents()) await stripe.deliver(server.url, event)
    await drain(app)
    const path = `${OFFICE}/remboursements/${refund}/reessayer`
    expect(await text(`${OFFICE}?vue=underway`)).toContain(path)
    expect((await cashier.post(path)).status).toBe(303)
    await drain(app)
    expect((await findRefund(app, refund))?.state).toBe('done')
    expect(await text(`${OFFICE}?vue=underway`)).not.toContain(path)
  })
})

const today = () => civilDate(new Date())

describe('reconciliation', () => {
  const days = () => ({ from: today(), to: today() })
  const about = async (checkout: string) =>
    unwrap(await reconcileWithStripe(app, days())).differences.filter((d) => d.checkout === checkout)

  it('agrees where both say the same, foreign payments apart', async () => {
    const row = await paid()
    const before = unwrap(await reconcileWithStripe(app, days())).foreign
    stripe.foreignPayment(4_200)
    const after = unwrap(await reconcileWithStripe(app, days()))
    expect(await about(row.id)).toEqual([])
    expect(after.foreign).toEqual({ count: before.count + 1, cents: before.cents + 4_200 })
  })

  it('finds what was paid and given back behind our back, and takes it over', async () => {
    const [silent, handed] = [await opened(app), await paid()]
    stripe.pay(silent.sessionId)
    stripe.refundByHand(String(handed.paymentIntent), 200)
    expect(await about(silent.id)).toMatchObject([{ kind: 'payment-unknown', theirs: 500, ours: null }])
    expect(await about(handed.id)).toMatchObject([{ kind: 'refund-unknown', theirs: 200, ours: null }])
    const page = await text(`${OFFICE}/rapprochement`)
    expect(page).toContain('Payé chez Stripe, pas noté ici')
    expect((await cashier.post(`${OFFICE}/rapprochement?du=${today()}&au=${today()}`)).status).toBe(303)
    await drain(app)
    expect((await rowOf(app, silent.id)).state).toBe('paid')
    expect(await refundsOf(app, handed.id)).toMatchObject([{ cents: 200, state: 'done' }])
    expect([...(await about(silent.id)), ...(await about(handed.id))]).toEqual([])
  })

  it('finds what we say and Stripe does not know', async () => {
    const row = await paid()
    const charge = [...stripe.charges.values()].find((c) => c.payment_intent === row.paymentIntent)
    stripe.charges.delete(String(charge?.id))
    stripe.intents.delete(String(row.paymentIntent))
    expect(await about(row.id)).toMatchObject([{ kind: 'payment-missing', theirs: null, ours: 500 }])
  })

  it('does not call missing what we noted long after it came to pass', async () => {
    const row = await paid()
    // Noted on a day of its own: where much is missing, as others' payments are here, nothing is asked by name.
    const noted = new Date(Date.now() + 40 * DAY)
    await compareAndSet(app, CHECKOUTS, { id: { equals: row.id } }, { paidAt: noted.toISOString() })
    const on = civilDate(noted)
    const then = at(app, noted)
    const found = unwrap(await reconcileWithStripe(then, { from: on, to: on })).differences
    expect(found).toEqual([])
    stripe.intents.delete(String(row.paymentIntent))
    expect(unwrap(await reconcileWithStripe(then, { from: on, to: on })).differences).toMatchObject([
      { kind: 'payment-missing', checkout: row.id },
    ])
  })

  it('of more than somebody waits for is a long act, whole, resumed, kept as page and file', async () => {
    const silent = await opened(app)
    stripe.pay(silent.sessionId)
    // Half past midnight here: in UTC it is still the day before.
    const charge = [...stripe.charges.values()].at(-1)
    const paidAt = new Date(startOfDay(today()).getTime() + 30 * MINUTE)
    Object.assign(charge ?? {}, { created: paidAt.getTime() / 1000 })
    for (let i = 0; i < 1_050; i++) stripe.foreignPayment(100)
    const long = { from: '2026-01-01', to: today() }
    const here = reconcileHref(long)
    // Neither a long period nor a full day is answered in part.
    expect(await reconcileWithStripe(app, days())).toEqual(refuse('payments.long'))
    expect(await text(here)).toContain('Lancer la comparaison')
    expect(await text(`${OFFICE}/rapprochement?du=${today()}&au=${today()}`)).toContain(
      'Lancer la comparaison',
    )
    const begun = await cashier.post(here)
    const task = String(begun.headers.get('location'))
    expect(task).toMatch(/^\/bureau\/travaux\//)
    expect(String((await cashier.post(here)).headers.get('location'))).toBe(task)
    expect(await text(here)).toContain(task)
    expect((await cashier.get(`${OFFICE}/rapprochement.csv?du=${long.from}&au=${long.to}`)).status).toBe(404)
    // Stopped, then Stripe is down for a while, then to the end.
    expect((await cashier.post(`${task}/arreter`)).status).toBe(303)
    await runJob(app, 'tasks.run')
    expect(await text(here)).toContain('arrêtée avant la fin')
    stripe.trouble = 'down'
    await cashier.post(`${task}/reprendre`)
    await runJob(app, 'tasks.run')
    expect(await text(here)).toContain('en cours')
    stripe.trouble = 'none'
    await until(async () => {
      await runJob(app, 'tasks.run')
      return (await lastReconciling(app, long))?.state === 'done'
    })
    const done = await lastReconciling(app, long)
    expect(done && sumsOf(done).foreign.count).toBeGreaterThanOrEqual(1_050)
    // What other tests have paid elsewhere is listed too, on as many pages as it takes.
    let html = ''
    for (let n = 1; n <= 50 && !html.includes('Payé chez Stripe, pas noté ici'); n++)
      html = await text(`${here}&page=${n}`)
    expect(html).toContain('Payé chez Stripe, pas noté ici')
    expect(html).toContain(reconcileHref(days()).replaceAll('&', '&amp;'))
    const csv = await text(`${OFFICE}/rapprochement.csv?du=${long.from}&au=${long.to}`)
    const rows = parse(csv, { bom: true, delimiter: ';' }) as string[][]
    expect(rows.find((r) => r[4] === silent.id)?.slice(0, 4)).toEqual([
      today(),
      'Payé chez Stripe, pas noté ici',
      '5,00',
      '',
    ])
    for (const one of [...stripe.charges.values()]) if (one.amount === 100) stripe.charges.delete(one.id)
    stripe.takeEvents()
  })

  it.each([
    ['2026-02-30', '2026-03-01'],
    ['2026-03-02', '2026-03-01'],
  ])('of %s to %s is no period', async (from, to) => {
    expect(await reconcileWithStripe(app, { from, to })).toEqual(refuse('payments.period'))
  })

  it.each([
    ['2009-12-31', today(), 'du', 'à partir du 1er janvier 2010'],
    [today(), addDays(today(), 2), 'au', 'qui ne dépasse pas demain'],
    [today(), addDays(today(), -1), 'au', 'du jour le plus ancien au plus récent'],
  ])('of %s to %s is refused beside its field, and begins nothing', async (from, to, field, said) => {
    const answer = await cashier.get(reconcileHref({ from, to }))
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toMatch(new RegExp(`id="[^"]*${field}-erreur"[^>]*>(?:(?!</p>).)*${said}`))
    expect(html).not.toContain('Lancer la comparaison')
    expect((await cashier.post(reconcileHref({ from, to }))).headers.get('location')).toBe(
      reconcileHref({ from, to }),
    )
    expect(await lastReconciling(app, { from, to })).toBeNull()
  })

  it('while Stripe is down says so', async () => {
    stripe.trouble = 'down'
    expect((await cashier.get(`${OFFICE}/rapprochement`)).status).toBe(503)
  })
})
