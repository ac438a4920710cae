import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MINUTE } from '@/core/clock'
import { newId } from '@/core/ids'
import { refuse, unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime'
import type { FakeStripe } from '@/tests/counterparts/stripe/fakeStripe'
import { bootApp } from '@/tests/support/app'
import { dies, dying } from '@/tests/support/dying'
import { meanwhile } from '@/tests/support/meanwhile'
import { withStripe } from '@/tests/support/stripe'
import { CHECKOUTS } from '../contract'
import { aboutRef, withdraw } from '../service/about'
import { askStripe } from '../service/askStripe'
import { lookAfterCheckouts } from '../service/jobs'
import { type CheckoutRow, many } from '../service/rows'
import { startCheckout } from '../service/startCheckout'
import { at, opened, rowOf, wish } from './support'

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
  stripe.now = () => new Date()
})
afterEach(() => expect(stripe.violations).toEqual([]))

const attempts = (ref: string) =>
  many<CheckoutRow>(app, CHECKOUTS, { ref: { equals: ref } }, { sort: 'attempt' })

describe('a page to pay on', () => {
  it('says what Stripe needs: French, euros, our ids, half an hour', async () => {
    const row = await opened(app)
    const session = stripe.sessions.get(row.sessionId)
    expect(session).toMatchObject({
      locale: 'fr',
      currency: 'eur',
      amount_total: 500,
      client_reference_id: row.id,
      metadata: { checkout: row.id, ref: row.ref },
    })
    expect((session?.expires_at ?? 0) * 1000).toBeGreaterThan(Date.now() + 30 * MINUTE)
    expect((session?.expires_at ?? 0) * 1000).toBeLessThanOrEqual(Date.now() + 31 * MINUTE)
  })

  it('is one for twenty clicks at once', async () => {
    const before = stripe.sessions.size
    const due = wish(newId())
    const pages = await Promise.all(Array.from({ length: 20 }, () => startCheckout(app, due)))
    expect(new Set(pages.map((page) => unwrap(page).url)).size).toBe(1)
    expect(stripe.sessions.size).toBe(before + 1)
    expect(await attempts(due.ref)).toHaveLength(1)
  })

  it('is the same after an answer that was lost', async () => {
    const before = stripe.sessions.size
    const due = wish(newId())
    stripe.trouble = 'lost-answers'
    expect(await startCheckout(app, due)).toEqual(refuse('payments.unreachable'))
    stripe.trouble = 'none'
    unwrap(await startCheckout(app, due))
    expect(stripe.sessions.size).toBe(before + 1)
  })

  it('is refused in words while Stripe is down, and made once it is back', async () => {
    const due = wish(newId())
    stripe.trouble = 'down'
    expect(await startCheckout(app, due)).toEqual(refuse('payments.unreachable'))
    stripe.trouble = 'none'
    expect((await startCheckout(app, due)).ok).toBe(true)
  })

  it('that is about to close is closed and replaced', async () => {
    const row = await opened(app)
    const soon = new Date(row.expiresAt).getTime() - 4 * MINUTE
    stripe.now = () => new Date(soon)
    const next = unwrap(await startCheckout(at(app, soon), wish(row.person, { ref: row.ref })))
    expect(next.checkout).not.toBe(row.id)
    expect(stripe.sessions.get(row.sessionId)?.status).toBe('expired')
    expect((await rowOf(app, row.id)).state).toBe('expired')
  })

  it('for another amount is another', async () => {
    const row = await opened(app)
    const next = unwrap(await startCheckout(app, wish(row.person, { ref: row.ref, cents: 700 })))
    expect(next.checkout).not.toBe(row.id)
    expect(stripe.sessions.get(row.sessionId)?.status).toBe('expired')
  })

  it('that was paid just before it would be replaced counts as paid', async () => {
    const row = await opened(app)
    stripe.pay(row.sessionId)
    const due = wish(row.person, { ref: row.ref, cents: 700 })
    expect(await startCheckout(app, due)).toEqual(refuse('payments.already-paid'))
    expect((await rowOf(app, row.id)).state).toBe('paid')
  })

  it('asked again with another address is another, and nobody is stuck', async () => {
    const due = wish(newId())
    stripe.trouble = 'lost-answers'
    await startCheckout(app, due)
    stripe.trouble = 'none'
    expect((await startCheckout(app, { ...due, email: 'autre@test.example' })).ok).toBe(true)
    expect((await attempts(due.ref)).map((row) => row.state)).toEqual(['expired', 'open'])
  })

  it('after a crash at any write is the same page', async () => {
    let crashes = 0
    for (let n = 1; n <= 3; n++) {
      const before = stripe.sessions.size
      const due = wish(newId())
      if (await dies(startCheckout(dying(app, n), due))) crashes++
      unwrap(await startCheckout(app, due))
      expect(stripe.sessions.size).toBe(before + 1)
      expect(await attempts(due.ref)).toHaveLength(1)
    }
    // The row, and what Stripe answered.
    expect(crashes).toBe(2)
  })

  it('is not offered without a key', async () => {
    const without: App = { ...app, settings: { ...app.settings, stripe: undefined } }
    expect(await startCheckout(without, wish(newId()))).toEqual(refuse('payments.offline'))
    expect(await aboutRef(without, 'x')).toEqual({ online: false, state: 'none' })
  })

  it('is closed when nothing is to be paid any more', async () => {
    const row = await opened(app)
    expect(await withdraw(app, row.ref)).toBe(1)
    expect(stripe.sessions.get(row.sessionId)?.status).toBe('expired')
    expect(await withdraw(app, row.ref)).toBe(0)
  })

  it('is closed at Stripe, and given to nobody, where it was closed with us while it was made', async () => {
    const due = wish(newId())
    const write = { verb: 'updateOne', collection: CHECKOUTS } as const
    const page = unwrap(
      await startCheckout(
        meanwhile(app, write, () => withdraw(app, due.ref)),
        due,
      ),
    )
    const [first, second] = await attempts(due.ref)
    expect(first).toMatchObject({ state: 'expired' })
    expect(stripe.sessions.get(String(first?.sessionId))?.status).toBe('expired')
    // Asked for all the same, it is another.
    expect(second).toMatchObject({ id: page.checkout, state: 'open', url: page.url })
  })

  it('made just before it would be closed unmade is closed too', async () => {
    const due = wish(newId())
    // The row; what Stripe answered is never written.
    expect(await dies(startCheckout(dying(app, 2), due))).toBe(true)
    const made = async () => unwrap(await startCheckout(app, due))
    expect(await withdraw(meanwhile(app, { verb: 'updateOne', collection: CHECKOUTS }, made), due.ref)).toBe(
      1,
    )
    const [row, ...others] = await attempts(due.ref)
    expect(others).toEqual([])
    expect(row).toMatchObject({ state: 'expired' })
    expect(stripe.sessions.get(String(row?.sessionId))?.status).toBe('expired')
  })
})

describe('whoever comes back before the news', () => {
  it('is told what Stripe says', async () => {
    const row = await opened(app)
    expect((await askStripe(app, row)).state).toBe('open')
    stripe.pay(row.sessionId)
    expect((await askStripe(app, row)).state).toBe('paid')
    await drain(app)
    expect(await aboutRef(app, row.ref)).toEqual({ online: true, state: 'paid' })
  })

  it('is told what is known while Stripe is down', async () => {
    const row = await opened(app)
    stripe.pay(row.sessionId)
    stripe.trouble = 'down'
    expect((await askStripe(app, row)).state).toBe('open')
  })
})

it('pages nobody was told of any more are looked after by a job', async () => {
  const [paid, left] = [await opened(app), await opened(app)]
  stripe.pay(paid.sessionId)
  const later = new Date(left.expiresAt).getTime() + 3 * MINUTE
  stripe.now = () => new Date(later)
  stripe.expireDue()
  await lookAfterCheckouts(at(app, later))
  expect((await rowOf(app, paid.id)).state).toBe('paid')
  expect((await rowOf(app, left.id)).state).toBe('expired')
})
