import { ok, type Result, refuse } from '@/core/result'
import { type App, fact } from '@/hooks'
import { SECURE_MS } from '../domain/hold'
import { type Actor, actorId, handlesApplications, mayAct, notOwn } from './actor'
import { changeApplication } from './changeApplication'
import { holdSeat } from './holdSeat'
import { type ApplicationRow, findApplication, findSeason } from './rows'
import { needsSeat } from './seating'

/**
 * Accepts somebody after the interview, with a word to them or without: a seat is kept first, for minutes, so that nobody is accepted without
 * one; then the file decides; what follows (the days to pay, the standing, the mail) is a listener's. A crash
 * in between leaves a hold that ends by itself. Accepting again is harmless.
 * Refusals: `staff.not-allowed`, `application.*`, `seat.none-left`.
 */
export async function acceptApplication(
  app: App,
  ask: { application: string; by: Actor; reason?: string },
): Promise<Result<ApplicationRow>> {
  const allowed = mayAct(ask.by, handlesApplications)
  if (!allowed.ok) return allowed
  const accepted = await changeApplication(app, ask.application, 'accept', async (row) => {
    const foreign = notOwn(ask.by, row.person)
    if (!foreign.ok) return foreign
    const season = await findSeason(app, row.season)
    if (!season) return refuse('season.unknown')
    const { person } = row
    if (!person) return refuse('application.under-way')
    if (await needsSeat(app, season, person)) {
      const until = new Date(app.clock.now().getTime() + SECURE_MS)
      const seat = await holdSeat(app, { season: season.id, person, until })
      if (!seat.ok) return seat
    }
    return ok({
      data: {
        decision: 'accepted',
        ...(ask.reason?.trim() ? { reason: ask.reason.trim() } : {}),
        decidedBy: actorId(ask.by),
        decidedAt: app.clock.now().toISOString(),
        // The fee of the day: a later change of the season does not change what was promised.
        dueCents: season.feeCents,
      },
      facts: [fact(app, 'application.accepted', row.id, { application: row.id, person, season: season.id })],
    })
  })
  if (accepted.ok || accepted.reason !== 'application.wrong-state') return accepted
  // Accepted before, or by somebody else at this very moment.
  const now = await findApplication(app, ask.application)
  return now && (now.state === 'accepted' || now.state === 'joined') ? ok(now) : accepted
}
