import type Stripe from 'stripe'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import type { App } from '@/hooks'
import { one } from '@/hooks'
import { drain } from '@/hooks/runtime'
import type { FakeStripe } from '@/tests/counterparts/stripe/fakeStripe'
import { bootApp } from '@/tests/support/app'
import { dies, dying } from '@/tests/support/dying'
import { serve, type TestServer } from '@/tests/support/http'
import { withStripe } from '@/tests/support/stripe'
import { PROVIDER_EVENTS, RECEIPTS } from '../contract'
import { followEvent } from '../service/followEvent'
import { type EventRow, many, type ReceiptRow, refundsOf } from '../service/rows'
import { opened, rowOf } from './support'

let app: App
let server: TestServer
let stripe: FakeStripe
let stop: () => Promise<void>
beforeAll(async () => {
  app = (await bootApp()).app
  ;({ stripe, stop } = await withStripe(app))
  server = await serve(app)
}, 60_000)
afterAll(async () => {
  await server.stop()
  await stop()
})
beforeEach(() => {
  stripe.trouble = 'none'
  stripe.takeEvents()
})
afterEach(() => expect(stripe.violations).toEqual([]))

const deliver = (event: Stripe.Event) => stripe.deliver(server.url, event)
const noted = (event: Stripe.Event) => many<EventRow>(app, PROVIDER_EVENTS, { key: { equals: event.id } })
const receiptsOf = (checkout: string) =>
  many<ReceiptRow>(app, RECEIPTS, { or: [{ payment: { equals: checkout } }, { of: { equals: checkout } }] })

async function told(...events: Stripe.Event[]): Promise<void> {
  for (const event of events) expect(await deliver(event)).toBe(200)
  await drain(app)
}

/** The events of one act. */
const eventsOf = (act: () => unknown): Stripe.Event[] => {
  stripe.takeEvents()
  act()
  return stripe.takeEvents()
}
const only = (events: Stripe.Event[]): Stripe.Event => {
  const [event] = events
  if (!event) throw new Error('no event')
  return event
}

describe('at the door', () => {
  it('a payment is told once, however often its news comes, at once or later', async () => {
    const row = await opened(app)
    const event = only(eventsOf(() => stripe.pay(row.sessionId)))
    expect(await Promise.all([1, 2, 3, 4, 5].map(() => deliver(event)))).toEqual([200, 200, 200, 200, 200])
    await drain(app)
    await told(event)
    expect(await noted(event)).toHaveLength(1)
    expect(await rowOf(app, row.id)).toMatchObject({ state: 'paid', paidCents: 500 })
    expect(await receiptsOf(row.id)).toHaveLength(1)
  })

  it('news that Stripe did not sign changes nothing', async () => {
    const row = await opened(app)
    const event = only(eventsOf(() => stripe.pay(row.sessionId)))
    expect(await stripe.deliver(server.url, event, 'whsec_somebody_else')).toBe(400)
    const { body } = stripe.delivery(event)
    const post = (headers: Record<string, string>, text = body) =>
      fetch(`${server.url}/webhooks/stripe`, { method: 'POST', headers, body: text }).then((r) => r.status)
    expect(await post({})).toBe(400)
    expect(await post({ 'stripe-signature': 'nonsense' })).toBe(400)
    // Signed, and changed on its way.
    const { signature } = stripe.delivery(event)
    expect(await post({ 'stripe-signature': signature }, body.replace('500', '900'))).toBe(400)
    // Signed yesterday: somebody plays it again.
    const { default: Client } = await import('stripe')
    const old = Client.webhooks.generateTestHeaderString({
      payload: body,
      secret: stripe.settings.webhookSecret,
      timestamp: Math.floor(Date.now() / 1000) - 86_400,
    })
    expect(await post({ 'stripe-signature': old })).toBe(400)
    await drain(app)
    expect(await noted(event)).toEqual([])
    expect((await rowOf(app, row.id)).state).toBe('open')
  })

  it('what is signed and no event, or far too long, is refused without a fault', async () => {
    const { default: Client } = await import('stripe')
    const sign = (payload: string) =>
      Client.webhooks.generateTestHeaderString({ payload, secret: stripe.settings.webhookSecret })
    const post = (payload: string) =>
      fetch(`${server.url}/webhooks/stripe`, {
        method: 'POST',
        headers: { 'stripe-signature': sign(payload) },
        body: payload,
      }).then((r) => r.status)
    expect(await post('not json')).toBe(400)
    expect(await post('x'.repeat(1024 * 1024 + 1))).toBe(413)
  })

  it('what is not ours is answered and left alone', async () => {
    const [foreign] = eventsOf(() => stripe.foreignPayment(4_200))
    const [other] = eventsOf(() => stripe.foreignPayment(4_200, { checkout: newId() }))
    const [word] = eventsOf(() => stripe.foreignPayment(4_200, { checkout: "x' OR 1=1" }))
    for (const event of [foreign, other, word]) {
      expect(await deliver(event as Stripe.Event)).toBe(200)
      expect(await noted(event as Stripe.Event)).toEqual([])
    }
  })

  it('a foreign refund or dispute is asked about, and left alone', async () => {
    let intent = ''
    stripe.foreignPayment(4_200)
    intent = [...stripe.intents.keys()].at(-1) ?? ''
    const events = eventsOf(() => {
      stripe.refundByHand(intent)
      stripe.dispute(intent)
    })
    await told(...events)
    expect(await one(app, 'card-refunds', { askedBy: { equals: intent } })).toBeNull()
  })

  it('somebody else’s session with our id in its metadata does not pay for ours', async () => {
    const row = await opened(app)
    await told(...eventsOf(() => stripe.foreignPayment(500, { checkout: row.id })))
    expect((await rowOf(app, row.id)).state).toBe('open')
  })

  it('without a key there is no such door', async () => {
    const settings = app.settings as { stripe?: App['settings']['stripe'] }
    settings.stripe = undefined
    const answer = await fetch(`${server.url}/webhooks/stripe`, { method: 'POST', body: '{}' })
    settings.stripe = stripe.settings
    expect(answer.status).toBe(404)
  })
})

describe('in any order', () => {
  it('a payment wins over the closing of its page', async () => {
    const row = await opened(app)
    const paid = only(eventsOf(() => stripe.pay(row.sessionId)))
    const expired: Stripe.Event = {
      ...structuredClone(paid),
      id: `evt_${newId()}`,
      type: 'checkout.session.expired',
    } as Stripe.Event
    Object.assign(expired.data.object, { status: 'expired', payment_status: 'unpaid', payment_intent: null })
    await told(paid, expired)
    expect((await rowOf(app, row.id)).state).toBe('paid')
    const other = await opened(app)
    const late = only(eventsOf(() => stripe.pay(other.sessionId)))
    Object.assign(expired.data.object, { id: other.sessionId, metadata: { checkout: other.id } })
    await told({ ...expired, id: `evt_${newId()}` } as Stripe.Event)
    expect((await rowOf(app, other.id)).state).toBe('expired')
    await told(late)
    expect((await rowOf(app, other.id)).state).toBe('paid')
  })

  it.each([
    [true, 'paid'],
    [false, 'failed'],
  ])('a bank that answers %s later, heard before or after: %s', async (yes, state) => {
    for (const turn of [(list: Stripe.Event[]) => list, (list: Stripe.Event[]) => list.toReversed()]) {
      const row = await opened(app)
      const events = eventsOf(() => {
        stripe.payLater(row.sessionId)
        stripe.bankAnswers(row.sessionId, yes)
      })
      await told(...turn(events))
      expect((await rowOf(app, row.id)).state).toBe(state)
    }
  })

  it('a refund made at Stripe by hand, heard before the payment: both stand, each with its paper', async () => {
    const row = await opened(app)
    const [paid, ...refunded] = eventsOf(() => {
      stripe.pay(row.sessionId)
      stripe.refundByHand(String(stripe.sessions.get(row.sessionId)?.payment_intent), 200)
    })
    await told(...refunded)
    expect((await rowOf(app, row.id)).state).toBe('paid')
    await told(paid as Stripe.Event, ...refunded)
    expect(await refundsOf(app, row.id)).toMatchObject([{ state: 'done', cents: 200, reason: 'at-stripe' }])
    expect((await receiptsOf(row.id)).map((r) => r.cents).sort()).toEqual([-200, 500])
  })

  it('a dispute is shown, and its end stays', async () => {
    const row = await opened(app)
    await told(...eventsOf(() => stripe.pay(row.sessionId)))
    const intent = String(stripe.sessions.get(row.sessionId)?.payment_intent)
    const begun = eventsOf(() => stripe.dispute(intent))
    await told(...begun)
    expect((await rowOf(app, row.id)).dispute).toBe('needs_response')
    await told(...eventsOf(() => stripe.dispute(intent, 'won')))
    expect((await rowOf(app, row.id)).dispute).toBe('won')
    const [again] = begun
    await told({ ...(again as Stripe.Event), id: `evt_${newId()}` } as Stripe.Event)
    expect((await rowOf(app, row.id)).dispute).toBe('won')
  })
})

describe('a crash', () => {
  it('at each write of what follows a payment: done again, it ends the same', async () => {
    let crashes = 0
    for (let n = 1; n <= 2; n++) {
      const row = await opened(app)
      const event = only(eventsOf(() => stripe.pay(row.sessionId)))
      expect(await deliver(event)).toBe(200)
      const [seen] = await noted(event)
      if (await dies(followEvent(dying(app, n), String(seen?.id)))) crashes++
      await drain(app)
      expect((await rowOf(app, row.id)).state).toBe('paid')
      expect(await receiptsOf(row.id)).toHaveLength(1)
    }
    // The row of the checkout: one write.
    expect(crashes).toBe(1)
  })
})
