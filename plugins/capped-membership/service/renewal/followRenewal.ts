import { findStanding } from '@/collections/members/service'
import { type App, decide } from '@/hooks'
import { RENEWALS, type RenewalState } from '../../contract'
import { closeFile } from '../line/leaveLine'
import { findMembership } from '../rows'
import { GONE, giveBack } from './keepSeats'
import { openRenewalFile } from './openRenewalFile'
import { findRenewal, findRenewalById, findRenewalFile, type RenewalRow, renewalsOf } from './renewalRows'

/** After a renewal was asked for: its file, should the one who decided have been cut before making it. */
export async function afterWanted(app: App, id: string): Promise<void> {
  const row = await findRenewalById(app, id)
  if (row) await openRenewalFile(app, row)
}

/** After it was declined: the seat, unless they changed their mind meanwhile. */
export async function afterDeclined(app: App, id: string): Promise<void> {
  const row = await findRenewalById(app, id)
  if (row?.state === 'declined') await giveBack(app, row.person, row.season)
}

/** A membership stands: the renewal that led to it is done, whatever was answered before. */
export async function afterRenewed(
  app: App,
  { person, season }: { person: string; season: string },
): Promise<void> {
  for (;;) {
    const row = await findRenewal(app, person, season)
    if (!row || (await turn(app, row, 'renewed'))) return
  }
}

/** Somebody has gone: nothing is offered or kept any more. What is paid is ended by whoever refunds it. */
export async function afterDeparture(app: App, person: string): Promise<void> {
  const standing = (await findStanding(app, person))?.standing
  // Told late, of somebody who is back.
  if (standing && !GONE.includes(standing)) return
  for (const { season } of await renewalsOf(app, person)) {
    if ((await findMembership(app, person, season))?.state === 'confirmed') continue
    for (;;) {
      const row = await findRenewal(app, person, season)
      if (!row || row.state === 'renewed' || (await turn(app, row, 'left'))) break
    }
    await closeRenewalFile(app, person, season)
    await giveBack(app, person, season)
  }
}

/** A fee asked for is not awaited any more from who has gone. */
async function closeRenewalFile(app: App, person: string, season: string): Promise<void> {
  const row = await findRenewal(app, person, season)
  const file = row?.state === 'left' && (await findRenewalFile(app, row))
  if (file) await closeFile(app, file.id, { by: 'system', reason: null })
}

const turn = async (app: App, row: RenewalRow, state: RenewalState): Promise<boolean> =>
  row.state === state || decide(app, RENEWALS, row, { state }, [])
