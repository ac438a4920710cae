import { type GrantRow, grantsAt } from '@/collections/members/domain/grants'
import type { App } from '@/hooks'
import { takesSeat } from '../domain/seats'
import { many, type SeasonRow } from './rows'

/** Does this person take one of the counted seats of the season? Asks for grants only where it matters. */
export async function needsSeat(app: App, season: SeasonRow, person: string): Promise<boolean> {
  if (season.staffTakesSeats) return true
  const rows = await many<GrantRow & { id: string }>(app, 'role-grants', { person: { equals: person } })
  const isStaff = grantsAt(rows, app.clock.now()).some(
    (g) => g.role === 'staff' || g.role === 'administrator',
  )
  return takesSeat(season, isStaff)
}
