import { ok, type Result, refuse } from '@/core/result'
import { type App, fact } from '@/hooks'
import { type Actor, actorId, handlesApplications, mayAct, notOwn } from './actor'
import { changeApplication } from './changeApplication'
import { seatInTurn } from './line/seatInTurn'
import { waitlisted } from './line/waitlisted'
import { type ApplicationRow, findApplication, findSeason } from './rows'
import { needsSeat } from './seating'

const ACCEPTED: readonly ApplicationRow['state'][] = ['accepted', 'joined', 'waiting']

/**
 * Accepts somebody after the interview, with a word to them or without: a seat is kept first, for minutes, so that
 * nobody is told to pay without one; then the file decides; what follows (the days to pay, the standing, the mail) is
 * a listener's. Where no seat is left, or others wait for one, the file decides that its person stands in line (state
 * `waiting`). A crash
 * in between leaves a hold that ends by itself. Accepting again is harmless.
 * Refusals: `staff.not-allowed`, `application.*`.
 */
export async function acceptApplication(
  app: App,
  ask: { application: string; by: Actor; reason?: string },
): Promise<Result<ApplicationRow>> {
  const allowed = mayAct(ask.by, handlesApplications)
  if (!allowed.ok) return allowed
  const decision = () => ({
    decision: 'accepted',
    ...(ask.reason?.trim() ? { reason: ask.reason.trim() } : {}),
    decidedBy: actorId(ask.by),
    decidedAt: app.clock.now().toISOString(),
  })
  const accepted = await changeApplication(app, ask.application, 'accept', async (row) => {
    const foreign = notOwn(ask.by, row.person)
    if (!foreign.ok) return foreign
    const season = await findSeason(app, row.season)
    if (!season) return refuse('season.unknown')
    const { person } = row
    if (!person) return refuse('application.under-way')
    // The fee of the day: a later change of the season does not change what was promised.
    const data = { ...decision(), dueCents: season.feeCents }
    if ((await needsSeat(app, season, person)) && !(await seatInTurn(app, row, person)))
      return ok({ to: 'waiting', ...waitlisted(app, row, person, 'accepted', data) })
    return ok({
      data,
      facts: [fact(app, 'application.accepted', row.id, { application: row.id, person, season: season.id })],
    })
  })
  if (accepted.ok || accepted.reason !== 'application.wrong-state') return accepted
  // Accepted before, or by somebody else at this very moment.
  const now = await findApplication(app, ask.application)
  return now && ACCEPTED.includes(now.state) ? ok(now) : accepted
}
