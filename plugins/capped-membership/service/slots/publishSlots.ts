import { MINUTE } from '@/core/clock'
import { ok, type Result, refuse } from '@/core/result'
import { type App, insertDeciding } from '@/hooks'
import { SLOTS } from '../../contract'
import { checkInterview } from '../../domain/interview'
import { checkLength, LONGEST_MINUTES, MOST_SLOTS, overlap, slotKey } from '../../domain/slots'
import { type Actor, actorId, handlesApplications, mayAct } from '../actor'
import { slotsWhere } from './rows'

export type Published = {
  published: number
  /** Left out: the host offers something else at that time, or the moment has passed. */
  left: number
}

/**
 * Offers moments for interviews, all of one length at one place. Sent twice they are there once: a host is not twice
 * at one moment. What overlaps other slots of the same host is left out, and counted.
 * Refusals: `staff.not-allowed`, `slot.length`, `slot.too-many`; `interview.in-past`, `interview.too-far` where no
 * moment could be offered.
 */
export async function publishSlots(
  app: App,
  ask: { by: Actor; moments: readonly Date[]; minutes: number; place: string },
): Promise<Result<Published>> {
  const allowed = mayAct(ask.by, handlesApplications)
  if (!allowed.ok) return allowed
  const length = checkLength(ask.minutes)
  if (!length.ok) return length
  if (ask.moments.length > MOST_SLOTS) return refuse('slot.too-many', { max: MOST_SLOTS })
  const now = app.clock.now()
  const checked = ask.moments.map((at) => checkInterview(at, now))
  const good = checked.flatMap((c) => (c.ok ? [c.value] : [])).sort((a, b) => a.getTime() - b.getTime())
  const [first, last] = [good[0], good.at(-1)]
  if (!first || !last) return checked.find((c) => !c.ok) ?? refuse('interview.in-past')

  const host = actorId(ask.by)
  const there = await slotsWhere(
    app,
    [
      { host: { equals: host } },
      { state: { equals: 'open' } },
      { startsAt: { greater_than: new Date(first.getTime() - LONGEST_MINUTES * MINUTE).toISOString() } },
      { startsAt: { less_than: new Date(last.getTime() + ask.minutes * MINUTE).toISOString() } },
    ],
    0,
  )
  const busy = there.map((slot) => ({ startsAt: new Date(slot.startsAt), minutes: slot.minutes }))
  let published = 0
  for (const startsAt of good) {
    if (busy.some((span) => overlap(span, { startsAt, minutes: ask.minutes }))) continue
    const made = await insertDeciding(
      app,
      SLOTS,
      {
        key: slotKey(host, startsAt.toISOString()),
        host,
        startsAt: startsAt.toISOString(),
        minutes: ask.minutes,
        place: ask.place.trim(),
        state: 'open',
      },
      [],
    )
    if (made) published++
  }
  return ok({ published, left: ask.moments.length - published })
}
