import { ok, type Result, refuse } from '@/core/result'
import { type App, compareAndSet, fact, insertDeciding } from '@/hooks'
import { MEMBERSHIPS, PAYMENTS } from '../contract'
import { membershipKey } from '../domain/keys'
import { changeApplication } from './changeApplication'
import { confirmSeat } from './confirmSeat'
import { findApplication, findSeason, membershipsOf, type PaymentRow } from './rows'
import { needsSeat } from './seating'

/**
 * What follows from a payment, in order: the seat is confirmed, the membership's row is written (it carries
 * `membership.confirmed`), the file is closed, the payment is marked as settled. Each step may be repeated,
 * so that a crash anywhere is finished by running it again. Refusal `seat.none-left`: the hold had ended and
 * all seats went before this ran; the payment stays unsettled, staff sees it, the job tries again.
 */
export async function followPayment(
  app: App,
  payment: PaymentRow,
): Promise<Result<null, 'seat.none-left' | 'season.unknown'>> {
  if (payment.settled === 1) return ok(null)
  const season = await findSeason(app, payment.season)
  if (!season) return refuse('season.unknown')
  const seat = await seatFor(app, payment, season)
  if (!seat.ok) {
    app.log.warn({ payment: payment.id }, 'paid, but no seat is left')
    return seat
  }
  const [key, file] = await Promise.all([
    membershipKeyFor(app, payment),
    findApplication(app, payment.application),
  ])
  await insertDeciding(
    app,
    MEMBERSHIPS,
    {
      key,
      person: payment.person,
      season: payment.season,
      seat: seat.value,
      state: 'confirmed',
      since: file?.memberSince ?? payment.recordedAt,
      paymentRef: payment.id,
    },
    [
      fact(app, 'membership.confirmed', key, {
        person: payment.person,
        season: payment.season,
        seat: seat.value,
      }),
    ],
  )
  // Refused when it is closed already: this ran before.
  await changeApplication(app, payment.application, 'join', async () =>
    ok({ data: { joinedAt: app.clock.now().toISOString() }, facts: [] }),
  )
  await compareAndSet(app, PAYMENTS, { id: { equals: payment.id } }, { settled: 1 })
  await app.touch('season')
  return ok(null)
}

/** The number of the seat, 0 for staff who takes none; what the membership says once it stands. */
async function seatFor(
  app: App,
  { id: paid, person, season: id }: PaymentRow,
  season: NonNullable<Awaited<ReturnType<typeof findSeason>>>,
): Promise<Result<number, 'seat.none-left'>> {
  const memberships = await membershipsOf(app, person, id)
  const stands =
    memberships.find((m) => m.paymentRef === paid) ?? memberships.find((m) => m.state === 'confirmed')
  if (stands) return ok(stands.seat)
  if (!(await needsSeat(app, season, person))) return ok(0)
  const seat = await confirmSeat(app, { season: id, person })
  return seat.ok ? ok(seat.value.number) : seat
}

/**
 * The key of the membership this payment makes: the one it made already, the one in force (nobody is a member twice), or
 * the next after those that ended. Two that run at once find the same key, and one inserts it.
 */
async function membershipKeyFor(app: App, { id, person, season }: PaymentRow): Promise<string> {
  const all = await membershipsOf(app, person, season)
  const stands = all.find((m) => m.paymentRef === id) ?? all.find((m) => m.state === 'confirmed')
  return stands?.key ?? membershipKey(person, season, all.length + 1)
}
