import type { App } from '@/hooks'
import { APPLICATIONS } from '../../contract'
import { SECURE_MS } from '../../domain/hold'
import { mustYield } from '../../domain/line'
import { emptySeat } from '../freeSeat'
import { holdSeat } from '../holdSeat'
import { type ApplicationRow, findApplication, many } from '../rows'

/**
 * A seat kept, for minutes, for somebody being accepted; false where their place is in line: none is left, or others
 * waited before it was taken. Asked twice, before and after taking the seat, for a seat may be freed and somebody come into
 * line between the two: the files in state `waiting` decide who waits, the seat's own instant which came first. A seat taken
 * too early goes back as it was taken, unless it serves already another decision on the same file.
 */
export async function seatInTurn(app: App, file: ApplicationRow, person: string): Promise<boolean> {
  if (await longestWait(app, file)) return false
  const until = new Date(app.clock.now().getTime() + SECURE_MS)
  const taken = await holdSeat(app, { season: file.season, person, until })
  if (!taken.ok) return false
  const seat = taken.value
  const wait = await longestWait(app, file)
  if (seat.state !== 'held' || !mustYield(wait, seat.takenAt ?? until.toISOString())) return true
  // Decided meanwhile by somebody else: the seat may be that decision's; the write that follows this will not hold.
  if ((await findApplication(app, file.id))?.rev === file.rev) await emptySeat(app, seat, 'yielded')
  return false
}

/** Since when the one who waits longest in this season does so, other than this file; null when nobody waits. */
async function longestWait(app: App, { id, season }: ApplicationRow): Promise<string | null> {
  const [first] = await many<ApplicationRow>(
    app,
    APPLICATIONS,
    { and: [{ season: { equals: season } }, { state: { equals: 'waiting' } }, { id: { not_equals: id } }] },
    { sort: 'waitingAt', limit: 1 },
  )
  return first?.waitingAt ?? null
}
