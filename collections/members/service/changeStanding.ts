import type { Standing } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { type App, compareAndSet, decide, fact } from '@/hooks'
import { isSuspensionOver, mayBecome, standingAt } from '../domain/standing'
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
  until?: Date | undefined
}

export type StandingRecord = {
  id: string
  rev: number
  facts?: string | null
  factsPending?: number | null
  person: string
  standing: Standing
  since?: string | null
  until?: string | null
  before?: Standing | null
  reason?: string | null
  actor?: string | null
  /** When the account was opened: standings are made first. */
  createdAt: string
}

const ATTEMPTS = 8

export const findStanding = (app: App, person: string): Promise<StandingRecord | null> =>
  app.payload.db.findOne<StandingRecord>({ collection: 'standings', where: { person: { equals: person } } })

/**
 * Changes a standing by compare-and-set. Already there: done, `changed: false`. Refusals: `person.unknown`,
 * `standing.not-from-here` (not one of `from`, or no such step), `busy` (changed by others again and again).
 */
export async function changeStanding(
  app: App,
  change: StandingChange,
): Promise<Result<{ changed: boolean }>> {
  for (let i = 0; i < ATTEMPTS; i++) {
    const row = await findStanding(app, change.person)
    if (!row) return refuse('person.unknown')
    const from = standingAt(row, app.clock.now())
    if (from === change.to) return ok({ changed: false })
    if (!change.from.includes(from) || !mayBecome(from, change.to))
      return refuse('standing.not-from-here', { from })
    if (await step(app, row, from, change)) return ok({ changed: true })
  }
  return refuse('busy')
}

/**
 * Gives back the standing before a suspension; with `ifOver`, only once its end has come. Not suspended: done,
 * `changed: false`. Refusals: `person.unknown`, `busy`.
 */
export async function endSuspension(
  app: App,
  input: { person: string; reason: string; actor: string; ifOver?: boolean },
): Promise<Result<{ changed: boolean }>> {
  for (let i = 0; i < ATTEMPTS; i++) {
    const row = await findStanding(app, input.person)
    if (!row) return refuse('person.unknown')
    const over = isSuspensionOver(row, app.clock.now())
    if (row.standing !== 'suspended' || (input.ifOver && !over)) return ok({ changed: false })
    // Suspended from the start, as no verb does: what comes back opens nothing.
    const to = row.before ?? 'prospect'
    const since = over && row.until ? new Date(row.until) : undefined
    if (await step(app, row, 'suspended', { ...input, to, since })) return ok({ changed: true })
  }
  return refuse('busy')
}

type Step = Pick<StandingChange, 'to' | 'reason' | 'actor' | 'until'> & { since?: Date | undefined }

/** The one write that decides; false when somebody was faster. */
async function step(app: App, row: StandingRecord, from: Standing, taken: Step): Promise<boolean> {
  const { person } = row
  const { to, reason, actor } = taken
  const now = app.clock.now().toISOString()
  const won = await decide(
    app,
    'standings',
    row,
    {
      standing: to,
      since: taken.since?.toISOString() ?? now,
      until: to === 'suspended' ? (taken.until?.toISOString() ?? null) : null,
      before: to === 'suspended' ? from : null,
      reason,
      actor,
    },
    [fact(app, 'standing.changed', `${person}:${row.rev + 1}`, { person, from, to, reason, actor })],
  )
  // At once, not when the fact is delivered: whoever suspends somebody may rely on their being signed out.
  if (won) await cutAccess(app, person, to, now)
  return won
}

/** Ends what a suspension or a departure ends of what was open when it was decided; nothing open, nothing written. */
async function cutAccess(app: App, person: string, to: Standing, decidedAt: string): Promise<void> {
  if (to === 'suspended' || to === 'left' || to === 'erased')
    await endAllSignIns(app, person, `standing:${to}`, { startedBy: decidedAt })
  if (to === 'left' || to === 'erased') await endAllGrants(app, person, 'system', decidedAt)
}

/**
 * What follows from a change of standing, by the listener of `standing.changed`: what a crash kept from being cut,
 * then the directory. It may come late, after another change: it ends only what was open when this one was decided,
 * and the directory follows the standing that holds now.
 */
export async function afterStanding(
  app: App,
  person: string,
  to: Standing,
  decidedAt: string,
): Promise<void> {
  await cutAccess(app, person, to, decidedAt)
  // Until what was written still holds: another change may be followed by another delivery at the same time.
  for (let shown: boolean | undefined; ; ) {
    const row = await findStanding(app, person)
    const now = row && standingAt(row, app.clock.now())
    const listed = now === 'active' || now === 'grace'
    if (listed === shown) break
    // Once: whoever comes back has not just arrived.
    if (row && listed)
      await compareAndSet(
        app,
        'profiles',
        { and: [{ person: { equals: person } }, { arrivedAt: { exists: false } }] },
        { arrivedAt: row.since ?? decidedAt },
      )
    await compareAndSet(
      app,
      'profiles',
      { and: [{ person: { equals: person } }, { listed: { not_equals: listed } }] },
      { listed },
    )
    shown = listed
  }
  await app.touch('people')
}
