import { letsGo } from '@/collections/members/access'
import { leaveHindranceOf, readContacts } from '@/collections/members/service'
import { newId } from '@/core/ids'
import { ok, type Result, refuse } from '@/core/result'
import { type App, fact, insertDeciding } from '@/hooks'
import {
  type Channel,
  DEPARTURE_REASONS,
  DEPARTURES,
  type DepartureReason,
  PAYMENTS,
  STAFF_CHANNELS,
} from '../../contract'
import { departureKey } from '../../domain/keys'
import { type Actor, actorId } from '../actor'
import { findPayment, type MembershipRow, many, type PaymentRow } from '../rows'
import { dueFor } from './dueFor'
import { followDeparture } from './followDeparture'
import { departuresOf, findDepartureOf, membershipsInForce } from './rows'

export type DepartureAsk = {
  person: string
  channel: string
  reason: string
  note?: string | undefined
  by: Actor
}
/** `again`: it was asked before, by this hand or another; nothing changed. */
export type DepartureAsked = { departure: string; again: boolean }

/**
 * A member wants their money back, or to leave, which is the same (domain.md: refund on simple request). Asked by staff,
 * who notes by what way the wish came, or by the member. One row a membership decides, so that twice is once; the access is
 * cut before this returns, all else follows and is resumed after a crash.
 * Refusals: `departure.not-allowed`, `departure.no-membership`, `departure.under-way`, `departure.channel-missing`,
 * `departure.reason-missing`, `person.administers`, `person.oneself`.
 */
export async function requestDeparture(app: App, ask: DepartureAsk): Promise<Result<DepartureAsked>> {
  const { person, by } = ask
  const own = by !== 'system' && by.id === person
  if (by !== 'system' && !own && !letsGo(by)) return refuse('departure.not-allowed')
  const channel = channelOf(ask.channel, own)
  if (!channel) return refuse('departure.channel-missing')
  const reason = DEPARTURE_REASONS.find((code) => code === ask.reason)
  if (!reason) return refuse('departure.reason-missing')
  const hindrance = await leaveHindranceOf(app, person, own ? 'system' : by)
  if (hindrance) return refuse(hindrance)
  const memberships = await membershipsInForce(app, person)
  if (memberships.length === 0) return notInForce(app, person)
  const said = { channel, reason, note: ask.note?.trim() || null, by: actorId(by) }
  const [first, ...others] = await Promise.all(memberships.map((m) => decideDeparture(app, m, said)))
  if (!first) return refuse('departure.no-membership')
  const again = first.again && others.every((o) => o.again)
  for (const { departure } of [first, ...others]) await followNow(app, departure)
  return ok({ departure: first.departure, again })
}

/** The member's own page says `self`; staff says one of its ways. */
function channelOf(channel: string, own: boolean): Channel | null {
  if (own) return 'self'
  return STAFF_CHANNELS.find((c) => c === channel) ?? null
}

/** Gone already, or about to be a member: the same wish again is harmless, a payment on its way is not a membership yet. */
async function notInForce(app: App, person: string): Promise<Result<DepartureAsked>> {
  const [unsettled] = await many<PaymentRow>(
    app,
    PAYMENTS,
    { and: [{ person: { equals: person } }, { settled: { equals: 0 } }] },
    { limit: 1 },
  )
  if (unsettled) return refuse('departure.under-way')
  const [latest] = await departuresOf(app, person)
  return latest ? ok({ departure: latest.id, again: true }) : refuse('departure.no-membership')
}

type Said = { channel: Channel; reason: DepartureReason; note: string | null; by: string }

/** The one write that decides; the unique key makes the second request the first one. */
export async function decideDeparture(
  app: App,
  membership: MembershipRow,
  said: Said,
): Promise<DepartureAsked> {
  const { id, person, season, seat } = membership
  const payment = membership.paymentRef ? await findPayment(app, membership.paymentRef) : null
  const contact = (await readContacts(app, [person])).get(person)
  const due = await dueFor(app, payment)
  const departure = newId()
  const made = await insertDeciding(
    app,
    DEPARTURES,
    {
      id: departure,
      key: departureKey(id),
      membership: id,
      person,
      name: contact?.name ?? '—',
      season,
      seat,
      application: payment?.application ?? null,
      payment: payment?.id ?? null,
      ...due,
      channel: said.channel,
      reasonCode: said.reason,
      note: said.note,
      askedBy: said.by,
      askedAt: app.clock.now().toISOString(),
      settled: 0,
    },
    [fact(app, 'departure.requested', id, { departure, membership: id, person, season })],
  )
  if (made) return { departure: made, again: false }
  const first = await findDepartureOf(app, id)
  if (!first) throw new Error(`departure of membership ${id} is there and cannot be read`)
  return { departure: first.id, again: true }
}

/** Access is cut at once; what fails here is done again by the delivery and the job. */
async function followNow(app: App, departure: string): Promise<void> {
  try {
    await followDeparture(app, departure)
  } catch (error) {
    app.log.error({ err: error, departure }, 'a departure is decided, what follows is late')
  }
}
