import { ok, type Result, refuse } from '@/core/result'
import type { App } from '@/hooks'
import { type Actor, actorId, handlesFiles, mayAct } from '../actor'
import { closeFile, hasFee } from '../line/leaveLine'
import { findApplication } from '../rows'
import { openRenewalFile } from './openRenewalFile'
import { findRenewal, findRenewalFile, roundOf } from './renewalRows'
import { settleTakenBack } from './settleTakenBack'

/**
 * Takes back a renewal that was asked for and is not paid: by its member, or by staff for them, perhaps with a word the
 * member will read. The file decides, as with anybody who withdraws; the renewal and the seat follow, here and again by
 * the listener of `application.withdrawn`. Taken back again it changes nothing (`already`). `round`: the one it was shown
 * for; where it was asked for again since, that one stands.
 * Refusals: `staff.not-allowed`, `renewal.not-asked`, `renewal.paid`, `renewal.other-round`, `application.changed`.
 */
export async function takeBackRenewal(
  app: App,
  ask: { person: string; season: string; by: Actor; reason?: string; round?: number },
): Promise<Result<{ already: boolean }>> {
  const own = ask.by !== 'system' && ask.by.id === ask.person
  const allowed = own ? ok(null) : mayAct(ask.by, handlesFiles)
  if (!allowed.ok) return allowed
  const row = await findRenewal(app, ask.person, ask.season)
  if (row?.state === 'declined') return ok({ already: true })
  if (row?.state === 'renewed') return refuse('renewal.paid')
  if (row?.state !== 'wanted') return refuse('renewal.not-asked')
  if (ask.round !== undefined && ask.round !== roundOf(row)) return refuse('renewal.other-round')
  // Asked for a moment ago, by somebody cut before the file stood.
  await openRenewalFile(app, row)
  const file = await findRenewalFile(app, row)
  if (!file) return refuse('renewal.not-asked')
  const closed = await closeFile(app, file.id, { by: actorId(ask.by), reason: ask.reason?.trim() || null })
  if (!closed.ok && (await hasFee(app, file.id))) return refuse('renewal.paid')
  // Closed already by another who took it back at this moment: the wish is fulfilled.
  const now = await findApplication(app, file.id)
  if (now?.state !== 'withdrawn') return closed.ok ? ok({ already: true }) : closed
  await settleTakenBack(app, now)
  return ok({ already: !closed.ok })
}
