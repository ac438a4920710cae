import { type App, decide, fact } from '@/hooks'
import { RENEWALS, type RenewalState } from '../../contract'
import { renewalKey } from '../../domain/keys'
import type { ApplicationRow } from '../rows'
import { giveBack } from './keepSeats'
import { findRenewal, roundOf } from './renewalRows'

/**
 * What follows from the file of a renewal that was withdrawn: the renewal is declined, and asking again begins another
 * round with a file of its own; the seat goes back. A renewal in a later round is left alone. Run again it does nothing.
 * Returns where the renewal stands then.
 */
export async function settleTakenBack(app: App, file: ApplicationRow): Promise<RenewalState | null> {
  const { person, season } = file
  if (file.kind !== 'renewal' || file.state !== 'withdrawn' || !person) return null
  for (;;) {
    const row = await findRenewal(app, person, season)
    if (row?.state !== 'wanted' || roundOf(row) !== roundOf(file)) break
    const change = {
      state: 'declined' as const,
      askedAt: app.clock.now().toISOString(),
      round: roundOf(row) + 1,
      by: file.decidedBy ?? null,
    }
    const declined = fact(app, 'renewal.declined', `${renewalKey(person, season)}:${row.rev + 1}`, {
      renewal: row.id,
      person,
      season,
    })
    if (await decide(app, RENEWALS, row, change, [declined])) break
  }
  await giveBack(app, person, season)
  return (await findRenewal(app, person, season))?.state ?? null
}
