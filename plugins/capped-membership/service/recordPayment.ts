import type { CivilDate } from '@/core/dates'
import { newId } from '@/core/ids'
import type { Cents } from '@/core/money'
import { ok, type Result, refuse } from '@/core/result'
import { type App, fact, insertDeciding } from '@/hooks'
import { PAYMENTS } from '../contract'
import { feeKey } from '../domain/keys'
import { checkPayment } from '../domain/payment'
import { type Actor, actorId, handlesPayments, mayAct, notOwn } from './actor'
import { todayOf } from './readCounter'
import { findApplication, findFee, findSeason, type PaymentRow } from './rows'
import { seatForFee } from './seatForFee'

export type PaymentByHand = {
  application: string
  cents: Cents
  method: string
  receivedOn: CivilDate
  /** Number of the cheque, label of the transfer. */
  reference?: string
  by: Actor
}

/**
 * Records a fee received by hand. The payment's row decides; seat, membership, standing, TS and mail follow
 * from it. Before it is written a seat is made sure of: the one held, or a free one where the hold was lost;
 * with none left, or withdrawn at this moment, nothing is written. The same payment again is once (`already`).
 * Refusals: `staff.not-allowed`, `application.unknown`, `application.own`, `payment.*`, `seat.none-left`.
 */
export async function recordPayment(
  app: App,
  ask: PaymentByHand,
): Promise<Result<{ payment: string; already: boolean }>> {
  const allowed = mayAct(ask.by, handlesPayments)
  if (!allowed.ok) return allowed
  const row = await findApplication(app, ask.application)
  if (!row) return refuse('application.unknown')
  const foreign = notOwn(ask.by, row.person)
  if (!foreign.ok) return foreign
  const before = await findFee(app, row.id)
  if (before) return again(before, ask)
  if (row.state !== 'accepted' || !row.person) return refuse('payment.not-accepted')
  const season = await findSeason(app, row.season)
  if (!season) return refuse('season.unknown')
  const method = checkPayment(ask, row.dueCents ?? season.feeCents, todayOf(app))
  if (!method.ok) return method
  const { person } = row
  const seat = await seatForFee(app, { id: row.id, person }, season)
  if (!seat.ok) return seat
  const id = newId()
  const made = await insertDeciding(
    app,
    PAYMENTS,
    {
      id,
      key: feeKey(row.id),
      application: row.id,
      person,
      season: season.id,
      cents: ask.cents,
      method: method.value,
      receivedOn: ask.receivedOn,
      reference: ask.reference?.trim() || null,
      recordedBy: actorId(ask.by),
      recordedAt: app.clock.now().toISOString(),
      settled: 0,
      announced: 0,
    },
    [fact(app, 'payment.recorded', id, { payment: id, application: row.id, person, season: season.id })],
  )
  if (made) return ok({ payment: made, already: false })
  const first = await findFee(app, row.id)
  if (!first) throw new Error(`payment ${feeKey(row.id)} is there and cannot be read`)
  return again(first, ask)
}

/** The same content is the same payment; other content is a mistake to be looked at. */
function again(
  first: PaymentRow,
  ask: PaymentByHand,
): Result<{ payment: string; already: boolean }, 'payment.already-recorded'> {
  const same = first.cents === ask.cents && first.method === ask.method && first.receivedOn === ask.receivedOn
  return same
    ? ok({ payment: first.id, already: true })
    : refuse('payment.already-recorded', { on: first.receivedOn })
}
