import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { civilDate } from '@/core/dates'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime'
import type { FakeStripe } from '@/tests/counterparts/stripe/fakeStripe'
import { findStripeMock, startStripeMock } from '@/tests/counterparts/stripe/stripeMock'
import { bootApp } from '@/tests/support/app'
import { withStripe } from '@/tests/support/stripe'
import { withdraw } from '../service/about'
import { askRefund } from '../service/askRefund'
import { askStripe } from '../service/askStripe'
import { reconcileWithStripe } from '../service/reconcileWithStripe'
import { stripeOf } from '../service/stripeOf'
import { opened, rowOf } from './support'

const binary = await findStripeMock()
const name = binary
  ? 'stripe-mock, Stripe’s own'
  : 'stripe-mock is not here, and there is no Go to make it with (or STRIPE_MOCK): not asked'

describe.skipIf(!binary)(name, () => {
  let app: App
  let stripe: FakeStripe
  let stops: (() => unknown)[] = []
  beforeAll(async () => {
    app = (await bootApp()).app
    const [counterpart, mock] = [await withStripe(app), await startStripeMock(String(binary))]
    stripe = counterpart.stripe
    stripe.mock = mock.url
    stops = [mock.stop, counterpart.stop]
  }, 60_000)
  afterAll(async () => {
    for (const stop of stops) await stop()
  })

  it('takes every kind of request we make', { timeout: 60_000 }, async () => {
    const [kept, closed] = [await opened(app), await opened(app)]
    await withdraw(app, closed.ref)
    stripe.pay(kept.sessionId)
    await askStripe(app, kept)
    unwrap(await askRefund(app, { checkout: kept.id, reason: 'departure', by: 'system' }))
    await drain(app)
    const today = civilDate(new Date())
    unwrap(await reconcileWithStripe(app, { from: today, to: today }))
    // What the comparison asks by name, where something is not in the lists.
    const client = await stripeOf(app)
    await client?.paymentIntents.retrieve(String((await rowOf(app, kept.id)).paymentIntent))
    await client?.refunds.retrieve(String([...stripe.refunds.keys()][0]))
    expect(stripe.violations).toEqual([])
    expect(new Set(stripe.served)).toEqual(
      new Set([
        'POST checkout/sessions',
        'POST checkout/sessions/:id/expire',
        'GET checkout/sessions/:id',
        'GET payment_intents/:id',
        'GET refunds',
        'GET refunds/:id',
        'POST refunds',
        'GET charges',
      ]),
    )
  })

  it('refuses what Stripe does not know', async () => {
    await fetch(`${stripe.url}/v1/refunds`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stripe.settings.secretKey}` },
      body: new URLSearchParams({ payment_intent: 'pi_1', amuont: '5' }),
    })
    expect(stripe.violations.some((v) => v.startsWith('stripe-mock'))).toBe(true)
  })
})
