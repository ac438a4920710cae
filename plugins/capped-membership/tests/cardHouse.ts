import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { DAY } from '@/core/clock'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime'
import type { FakeStripe } from '@/tests/counterparts/stripe/fakeStripe'
import { bootApp } from '@/tests/support/app'
import { serve, type TestServer } from '@/tests/support/http'
import { withStripe } from '@/tests/support/stripe'
import { occupantKey } from '../domain/keys'
import { holdSeat, releaseExpiredHolds } from '../service'
import { type CardFeeRow, findCardFee } from '../service/cardFeeRows'
import { payOnline } from '../service/payOnline'
import { findSeatOf, many } from '../service/rows'
import { type accepted, at } from './support'

export let app: App
export let server: TestServer
export let stripe: FakeStripe
/** A house with Stripe, for the tests of one file: its `app`, `server` and `stripe` are those of that file. */
export function cardHouse(): void {
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
    stripe.refundStatus = 'succeeded'
    stripe.takeEvents()
  })
  afterEach(() => expect(stripe.violations).toEqual([]))
}

export type Candidate = Awaited<ReturnType<typeof accepted>>

/** The page at Stripe that somebody opened last. */
export async function page(person: string, now: App = app): Promise<string> {
  const { url } = unwrap(await payOnline(now, person))
  return url.split('/').at(-1) ?? ''
}

/** Stripe's news, and all that follows. */
export async function news(): Promise<void> {
  for (const event of stripe.takeEvents()) expect(await stripe.deliver(server.url, event)).toBe(200)
  await drain(app)
}

export const checkoutOf = (session: string): string =>
  String(stripe.sessions.get(session)?.metadata?.checkout)
export const cardFeeOf = async (session: string): Promise<CardFeeRow | null> =>
  findCardFee(app, checkoutOf(session))
export const returned = (session: string): number =>
  [...stripe.refunds.values()]
    .filter(
      (r) => r.payment_intent === stripe.sessions.get(session)?.payment_intent && r.status === 'succeeded',
    )
    .reduce((sum, r) => sum + r.amount, 0)
export const seatOf = (season: string, person: string) => findSeatOf(app, occupantKey(season, person))

export const receiptsOf = (person: string) =>
  many<{ id: string; cents: number }>(
    app,
    'receipts' as never,
    { person: { equals: person } },
    { sort: 'id' },
  )

/** Takes the seat of somebody whose time is over, and gives it to others. */
export async function loses(season: string, { person }: Candidate): Promise<void> {
  const seat = await seatOf(season, person)
  await releaseExpiredHolds(at(app, new Date(seat?.heldUntil ?? Date.now()).getTime()))
  expect(await seatOf(season, person)).toBeNull()
}
export const takenByAnother = (season: string) =>
  holdSeat(app, { season, person: newId(), until: new Date(Date.now() + 60 * DAY) })
