import { findStanding } from '@/collections/members/service'
import { MINUTE } from '@/core/clock'
import { type App, decide } from '@/hooks'
import { DEPARTURES } from '../../contract'
import { many } from '../rows'
import { followDeparture } from './followDeparture'
import { decideDeparture } from './requestDeparture'
import { type DepartureRow, findDepartureOf, membershipsInForce } from './rows'

/**
 * Somebody has left by another door (staff recorded a departure on the person's file): what they were a member by ends the
 * same way, with the money due. A departure asked for here finds its own rows, and does nothing new.
 */
export async function followLeaving(app: App, person: string, actor: string): Promise<void> {
  // Told late, of somebody who is back: their new membership is not what ended.
  if ((await findStanding(app, person))?.standing !== 'left') return
  for (const membership of await membershipsInForce(app, person)) {
    const said = { channel: 'office', reason: 'other', note: null, by: actor } as const
    const { departure } = await decideDeparture(app, membership, said)
    await followDeparture(app, departure)
  }
}

/** The TS that went back to the association, and those that were spent: noted on the departure. */
export async function noteCredit(
  app: App,
  { membership, returned, shortfall }: { membership: string; returned: number; shortfall: number },
): Promise<void> {
  for (;;) {
    const row = await findDepartureOf(app, membership)
    if (!row || (row.returned === returned && row.shortfall === shortfall)) return
    if (await decide(app, DEPARTURES, row, { returned, shortfall }, [])) return
  }
}

/** Departures whose consequences are late: what the deliveries have not done, this does. */
export async function resumeDepartures(app: App, cut?: AbortSignal): Promise<void> {
  const aWhileAgo = new Date(app.clock.now().getTime() - MINUTE).toISOString()
  const late = await many<DepartureRow>(
    app,
    DEPARTURES,
    { and: [{ settled: { equals: 0 } }, { askedAt: { less_than: aWhileAgo } }] },
    { sort: 'askedAt', limit: 100 },
  )
  for (const { id } of late) {
    if (cut?.aborted) return
    try {
      await followDeparture(app, id)
    } catch (error) {
      // One that cannot be followed up keeps no other waiting; it is tried again in a minute.
      app.log.error({ err: error, departure: id }, 'a departure could not be followed up')
    }
  }
}
