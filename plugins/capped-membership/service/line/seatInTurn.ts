import type { App } from '@/hooks'
import { APPLICATIONS } from '../../contract'
import { SECURE_MS } from '../../domain/hold'
import { emptySeat } from '../freeSeat'
import { holdSeat } from '../holdSeat'
import { type ApplicationRow, findApplication, many } from '../rows'

/**
 * A seat kept, for minutes, for somebody being accepted; false where their place is in line: none is left, or others
 * wait. Asked twice, before and after taking the seat, for a seat may be freed and somebody come into line between the two:
 * whoever waited when the seat was taken, and still does, is seen the second time, and the seat goes back as it was taken
 * (unless it serves already another decision on the same file). Who came into line a moment later makes us give way too:
 * that costs nothing, as whoever invites then goes by the order of the line.
 */
export async function seatInTurn(app: App, file: ApplicationRow, person: string): Promise<boolean> {
  if (await othersWait(app, file)) return false
  const until = new Date(app.clock.now().getTime() + SECURE_MS)
  const taken = await holdSeat(app, { season: file.season, person, until })
  if (!taken.ok) return false
  const seat = taken.value
  if (seat.state !== 'held' || !(await othersWait(app, file))) return true
  // Decided meanwhile by somebody else: the seat may be that decision's; the write that follows this will not hold.
  if ((await findApplication(app, file.id))?.rev === file.rev) await emptySeat(app, seat, 'yielded')
  return false
}

/** Does anybody but this file's person wait for a seat of the season? The files decide that, not the rows of the line. */
async function othersWait(app: App, { id, season }: ApplicationRow): Promise<boolean> {
  const others = await many<ApplicationRow>(
    app,
    APPLICATIONS,
    { and: [{ season: { equals: season } }, { state: { equals: 'waiting' } }, { id: { not_equals: id } }] },
    { limit: 1 },
  )
  return others.length > 0
}
