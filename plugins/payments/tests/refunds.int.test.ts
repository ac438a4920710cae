import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MINUTE } from '@/core/clock'
import { newId } from '@/core/ids'
import { refuse, unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime'
import type { FakeStripe } from '@/tests/counterparts/stripe/fakeStripe'
import { bootApp } from '@/tests/support/app'
import { dies, dying } from '@/tests/support/dying'
import { withStripe } from '@/tests/support/stripe'
import { RECEIPTS } from '../contract'
import { aboutRef } from '../service/about'
import { askRefund } from '../service/askRefund'
import { askStripe } from '../service/askStripe'
import { sendRefunds } from '../service/jobs'
import { noteEvent } from '../service/noteEvent'
import { creditForRefund, mailCredit } from '../service/receiptsFor'
import { retryRefund } from '../service/retryRefund'
import { type CheckoutRow, findRefund, many, type ReceiptRow, refundsOf } from '../service/rows'
import { sendRefund } from '../service/sendRefund'
import { settleRefund } from '../service/settleRefund'
import { startCheckout } from '../service/startCheckout'
import { at, opened, wish } from './support'

let app: App
let stripe: FakeStripe
let stop: () => Promise<void>
beforeAll(async () => {
  app = (await bootApp()).app
  ;({ stripe, stop } = await withStripe(app))
}, 60_000)
afterAll(() => stop())
beforeEach(() => {
  stripe.trouble = 'none'
  stripe.refundStatus = 'succeeded'
})
afterEach(() => expect(stripe.violations).toEqual([]))

async function paid(): Promise<CheckoutRow> {
  const row = await opened(app)
  stripe.pay(row.sessionId)
  const settled = await askStripe(app, row)
  await drain(app)
  return settled
}

const ask = (row: CheckoutRow) => askRefund(app, { checkout: row.id, reason: 'departure', by: 'system' })
const atStripe = (row: CheckoutRow) =>
  [...stripe.refunds.values()].filter((r) => r.payment_intent === row.paymentIntent)
async function news(): Promise<void> {
  for (const event of stripe.takeEvents().filter((e) => e.type.startsWith('refund.')))
    await noteEvent(app, event)
  await drain(app)
}
const later = (minutes: number) => at(app, Date.now() + minutes * MINUTE)
const credits = (row: CheckoutRow) =>
  many<ReceiptRow>(app, RECEIPTS, { and: [{ of: { equals: row.id } }, { kind: { equals: 'credit' } }] })

describe('a refund', () => {
  it('is one, whoever asks and however often, and has its credit note', async () => {
    const row = await paid()
    const asked = (await Promise.all([1, 2, 3, 4, 5].map(() => ask(row)))).map((r) => unwrap(r).refund)
    expect(new Set(asked).size).toBe(1)
    await drain(app)
    expect(unwrap(await ask(row)).state).toBe('done')
    await drain(app)
    expect(atStripe(row)).toMatchObject([{ amount: 500, metadata: { checkout: row.id, refund: asked[0] } }])
    expect(await credits(row)).toMatchObject([{ cents: -500, method: 'card', payment: asked[0] }])
  })

  it('of what was never paid, or is not there, is refused', async () => {
    const row = await opened(app)
    expect(await ask(row)).toEqual(refuse('payments.not-paid'))
    const nothing = { checkout: newId(), reason: 'departure', by: 'system' }
    expect(await askRefund(app, nothing)).toEqual(refuse('payments.unknown'))
  })

  it('waits while Stripe is down, and goes on by itself', async () => {
    const row = await paid()
    stripe.trouble = 'down'
    const { refund } = unwrap(await ask(row))
    await sendRefunds(later(2))
    expect((await findRefund(app, refund))?.state).toBe('asked')
    stripe.trouble = 'none'
    await sendRefunds(later(4))
    expect((await findRefund(app, refund))?.state).toBe('done')
    expect(atStripe(row)).toHaveLength(1)
    await drain(app)
  })

  it('whose answer was lost is not made twice, a day later either', async () => {
    const row = await paid()
    const { refund } = unwrap(await ask(row))
    stripe.trouble = 'lost-acts'
    await expect(sendRefund(app, refund)).rejects.toThrow()
    stripe.trouble = 'none'
    stripe.forgetKeys()
    expect(atStripe(row)).toHaveLength(1)
    await sendRefund(app, refund)
    expect((await findRefund(app, refund))?.state).toBe('done')
    expect(atStripe(row)).toHaveLength(1)
    await drain(app)
  })

  it('that waits at Stripe is followed there', async () => {
    const row = await paid()
    stripe.refundStatus = 'pending'
    const { refund } = unwrap(await ask(row))
    await drain(app)
    expect((await findRefund(app, refund))?.state).toBe('sent')
    const [there] = atStripe(row)
    stripe.endRefund(String(there?.id), 'succeeded')
    await sendRefunds(later(2))
    expect((await findRefund(app, refund))?.state).toBe('done')
    expect(atStripe(row)).toHaveLength(1)
    await drain(app)
  })

  it('that fails, even late, is shown as failed, and can be tried again', async () => {
    const row = await paid()
    const { refund } = unwrap(await ask(row))
    await drain(app)
    const [there] = atStripe(row)
    stripe.endRefund(String(there?.id), 'failed')
    const failed = { stripeId: String(there?.id), status: 'failed', cents: 500, refund, attempt: 1 }
    await settleRefund(app, row.id, failed)
    expect((await findRefund(app, refund))?.state).toBe('failed')
    unwrap(await retryRefund(app, refund))
    // Old news of the first attempt, again.
    await settleRefund(app, row.id, failed)
    await drain(app)
    expect(await findRefund(app, refund)).toMatchObject({ state: 'done', attempt: 2 })
    expect(atStripe(row)).toHaveLength(2)
    expect(await retryRefund(app, refund)).toEqual(refuse('payments.not-failed'))
    // The money went back once: so does the paper.
    expect(await credits(row)).toHaveLength(1)
  })

  it('after staff gave all of it back at Stripe is nothing more', async () => {
    const row = await paid()
    stripe.refundByHand(String(row.paymentIntent))
    const { refund } = unwrap(await ask(row))
    await drain(app)
    expect(await findRefund(app, refund)).toMatchObject({ state: 'done', cents: 0 })
    expect(atStripe(row)).toHaveLength(1)
  })

  it('after staff gave some of it back at Stripe is the rest', async () => {
    const row = await paid()
    stripe.refundByHand(String(row.paymentIntent), 200)
    const { refund } = unwrap(await ask(row))
    await drain(app)
    expect(await findRefund(app, refund)).toMatchObject({ state: 'done', cents: 300 })
    expect(await credits(row)).toMatchObject([{ cents: -300 }])
  })

  it('of all, after staff’s of a part had failed, is told as what it is, once, though its credit note says less', async () => {
    const row = await paid()
    const part = stripe.refundByHand(String(row.paymentIntent), 200)
    await news()
    expect(await credits(row)).toMatchObject([{ cents: -200 }])
    stripe.endRefund(part.id, 'failed')
    await news()
    const { refund } = unwrap(await ask(row))
    await drain(app)
    expect(await findRefund(app, refund)).toMatchObject({ state: 'done', cents: 500 })
    expect((await credits(row)).map((note) => note.cents).sort()).toEqual([-200, -300])
    // Told again.
    await mailCredit(app, await creditForRefund(app, refund))
    const mails = await many<{ id: string; template: string; text: string }>(
      app,
      'mails' as never,
      { person: { equals: row.person } },
      { sort: 'id' },
    )
    const back = mails.filter(({ template }) => template !== 'payments.receipt')
    expect(back.map(({ template }) => template)).toEqual(['payments.credit', 'payments.returned'])
    expect(back[0]?.text).toContain('rendu 2,00\u00a0€')
    expect(back[1]?.text).toContain('rendu 5,00\u00a0€')
  })

  it('of some of it leaves the rest paid', async () => {
    const row = await paid()
    stripe.refundByHand(String(row.paymentIntent), 200)
    await news()
    expect(await refundsOf(app, row.id)).toMatchObject([{ cents: 200, state: 'done' }])
    expect(await aboutRef(app, row.ref)).toEqual({ online: true, state: 'paid' })
  })

  it('lets the same thing be paid again', async () => {
    const row = await paid()
    const due = wish(row.person, { ref: row.ref })
    expect(await startCheckout(app, due)).toEqual(refuse('payments.already-paid'))
    unwrap(await ask(row))
    expect(unwrap(await startCheckout(app, due)).checkout).not.toBe(row.id)
    await drain(app)
  })
})

it('a crash at each write of a refund: taken up again, the money goes back once', async () => {
  let crashes = 0
  for (let n = 1; n <= 3; n++) {
    const row = await paid()
    if (await dies(askRefund(dying(app, n), { checkout: row.id, reason: 'departure', by: 'system' })))
      crashes++
    const { refund } = unwrap(await ask(row))
    if (await dies(sendRefund(dying(app, n), refund))) crashes++
    await sendRefunds(later(2))
    await drain(app)
    expect((await findRefund(app, refund))?.state).toBe('done')
    expect(atStripe(row)).toHaveLength(1)
    expect(await credits(row)).toHaveLength(1)
  }
  // Asking is a write, and taking note of the answer another.
  expect(crashes).toBe(2)
})
