import type { Standing } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { type App, compareAndSet, decide, fact } from '@/hooks'
import { mayBecome, standingAt } from '../domain/standing'
import { endAllGrants } from './grantRole'
import { endAllSignIns } from './signIn'

export type StandingChange = {
  person: string
  to: Standing
  /** The standings it may be changed from; others refuse. */
  from: readonly Standing[]
  /** A code for the log, or staff's words for a suspension. */
  reason: string
  /** Who decided: a person's id, or `system`. */
  actor: string
  /** Suspensions only: when it ends. */
  until?: Date
}

type Row = {
  id: string
  rev: number
  facts?: string | null
  factsPending?: number | null
  standing: Standing
  until?: string | null
  before?: Standing | null
}

const ATTEMPTS = 8

/**
 * Changes a standing by compare-and-set. Already there: done, `changed: false`. Refusals: `person.unknown`,
 * `standing.not-from-here` (not one of `from`, or no such step), `busy` (changed by others again and again).
 */
export async function changeStanding(
  app: App,
  change: StandingChange,
): Promise<Result<{ changed: boolean }>> {
  for (let i = 0; i < ATTEMPTS; i++) {
    const row = (await app.payload.db.findOne({
      collection: 'standings',
      where: { person: { equals: change.person } },
    })) as Row | null
    if (!row) return refuse('person.unknown')
    const now = app.clock.now()
    const from = standingAt(row, now)
    if (from === change.to) return ok({ changed: false })
    if (!change.from.includes(from) || !mayBecome(from, change.to))
      return refuse('standing.not-from-here', { from })
    const won = await decide(
      app,
      'standings',
      row,
      {
        standing: change.to,
        since: now.toISOString(),
        until: change.to === 'suspended' ? (change.until?.toISOString() ?? null) : null,
        before: change.to === 'suspended' ? from : null,
        reason: change.reason,
        actor: change.actor,
      },
      [
        fact(app, 'standing.changed', `${change.person}:${row.rev + 1}`, {
          person: change.person,
          from,
          to: change.to,
          reason: change.reason,
          actor: change.actor,
        }),
      ],
    )
    if (!won) continue
    await afterStanding(app, change.person, change.to, now.toISOString())
    return ok({ changed: true })
  }
  return refuse('busy')
}

/**
 * What follows from a change of standing; also run by the listener of `standing.changed`, so that a crash loses
 * nothing. That may come late, after another change: it ends only what was open when this one was decided, and the
 * directory follows the standing that holds now.
 */
export async function afterStanding(
  app: App,
  person: string,
  to: Standing,
  decidedAt: string,
): Promise<void> {
  if (to === 'suspended' || to === 'left' || to === 'erased') {
    await endAllSignIns(app, person, `standing:${to}`, { startedBy: decidedAt })
  }
  if (to === 'left' || to === 'erased') await endAllGrants(app, person, 'system', decidedAt)
  const row = await app.payload.db.findOne<Row>({
    collection: 'standings',
    where: { person: { equals: person } },
  })
  const now = row && standingAt(row, app.clock.now())
  await compareAndSet(
    app,
    'profiles',
    { person: { equals: person } },
    { listed: now === 'active' || now === 'grace' },
  )
  await app.touch('people')
}
