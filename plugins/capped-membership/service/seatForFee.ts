import { ok, type Result, refuse } from '@/core/result'
import type { App } from '@/hooks'
import { followWithdrawal } from './line/leaveLine'
import { type ApplicationRow, findApplication, type SeasonRow } from './rows'
import { needsSeat } from './seating'
import { secureSeat, unmarkSeat } from './secureSeat'

/**
 * Makes sure of a seat before a fee is written down, then looks at the file again: whoever gave up before the seat was
 * marked is seen here, and nothing is to be written; whoever does so later sees the mark, and leaves the seat.
 * Refusals: `seat.none-left`, `application.wrong-state`.
 */
export async function seatForFee(
  app: App,
  { id, person }: Pick<ApplicationRow, 'id'> & { person: string },
  season: SeasonRow,
): Promise<Result<null, 'seat.none-left' | 'application.wrong-state'>> {
  if (!(await needsSeat(app, season, person))) return ok(null)
  const secured = await secureSeat(app, { season: season.id, person })
  if (!secured.ok) return secured
  const state = (await findApplication(app, id))?.state
  // Joined: another fee was first, which the key of this one will say.
  if (state === 'accepted' || state === 'joined') return ok(null)
  const { mark } = secured.value
  if (mark) await unmarkSeat(app, { season: season.id, person }, mark)
  // They may have left the seat to us.
  await followWithdrawal(app, id)
  return refuse('application.wrong-state', { state: state ?? '' })
}
