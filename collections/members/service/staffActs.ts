import type { Rule } from '@/core/access'
import type { Person, RoleGrant } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import type { App } from '@/hooks'
import { givesRoles, letsGo, suspends } from '../access'
import type { LeavingPages } from '../contract'
import { grantOf, grantsAt } from '../domain/grants'
import {
  endHindrance,
  giveHindrance,
  type Judged,
  justDone,
  LEAVING,
  leaveHindrance,
  SUSPENDABLE,
  suspendHindrance,
} from '../domain/judge'
import { standingAt } from '../domain/standing'
import { giveBackRole, isLastAdministrator, liftIfLast } from './administrators'
import { changeStanding, endSuspension, findStanding } from './changeStanding'
import { endGrant, findGrant, type GrantRecord, grantRole } from './grantRole'

/** Staff, or the program itself (seeds). Each verb asks for the right itself: a route may forget its rule. */
export type Actor = Person | 'system'
/** `again`: somebody else, or an earlier day, had done it already; a double click is not told apart. */
export type Done = { again: boolean }

const actorId = (by: Actor): string => (by === 'system' ? 'system' : by.id)
const mayAct = (by: Actor, rule: Rule): Result<null> =>
  by === 'system' || rule(by) ? ok(null) : refuse('person.not-yours')

/** Whom the act concerns, where whoever asks has the right and nothing stands in the way. */
async function concerned(
  app: App,
  ask: { person: string; by: Actor },
  rule: Rule,
  hindranceOf: (by: Actor, whom: Judged) => string | null,
): Promise<Result<Judged>> {
  const allowed = mayAct(ask.by, rule)
  if (!allowed.ok) return allowed
  const whom = await judged(app, ask.person)
  if (!whom) return refuse('person.unknown')
  const hindrance = hindranceOf(ask.by, whom)
  return hindrance ? refuse(hindrance) : ok(whom)
}

async function judged(app: App, person: string): Promise<Judged | null> {
  const [standing, grants] = await Promise.all([
    findStanding(app, person),
    app.payload.db.find<GrantRecord>({
      collection: 'role-grants',
      where: { person: { equals: person } },
      pagination: false,
      limit: 0,
    }),
  ])
  if (!standing) return null
  const now = app.clock.now()
  return { id: person, standing: standingAt(standing, now), grants: grantsAt(grants.docs, now) }
}

/**
 * Suspends somebody, with a reason for staff and perhaps an end: they are signed out at once. Refusals:
 * `person.not-yours`, `person.unknown`, `person.oneself`, `person.administrator`, `administrator.last`,
 * `suspension.end-past`, `standing.not-from-here`, `busy`.
 */
export async function suspendPerson(
  app: App,
  ask: { person: string; reason: string; until?: Date | undefined; by: Actor },
): Promise<Result<Done>> {
  const found = await concerned(app, ask, suspends, suspendHindrance)
  if (!found.ok) return found
  const whom = found.value
  if (ask.until && ask.until <= app.clock.now()) return refuse('suspension.end-past')
  const chief = whom.grants.some((g) => g.role === 'administrator')
  if (chief && (await isLastAdministrator(app, ask.person))) return refuse('administrator.last')
  const { person, reason, until } = ask
  const change = {
    person,
    reason,
    until,
    to: 'suspended',
    from: SUSPENDABLE,
    actor: actorId(ask.by),
  } as const
  const done = await changeStanding(app, change)
  if (!done.ok) return done
  if (chief && done.value.changed && (await liftIfLast(app, person))) return refuse('administrator.last')
  return ok({ again: !done.value.changed && !(await standsBy(app, person, ask.by, reason)) })
}

/** Is the standing the deed of the same hand, a moment ago, for the same reason? */
async function standsBy(app: App, person: string, by: Actor, reason: string): Promise<boolean> {
  const row = await findStanding(app, person)
  return row?.reason === reason && justDone({ actor: row.actor, at: row.since }, by, app.clock.now())
}

/**
 * Lifts a suspension before its end. Refusals: `person.not-yours`, `person.unknown`, `person.oneself`,
 * `person.administrator`, `busy`.
 */
export async function liftSuspension(app: App, ask: { person: string; by: Actor }): Promise<Result<Done>> {
  const found = await concerned(app, ask, suspends, suspendHindrance)
  if (!found.ok) return found
  const reason = 'suspension.lifted'
  const done = await endSuspension(app, { person: ask.person, reason, actor: actorId(ask.by) })
  if (!done.ok) return done
  return ok({ again: !done.value.changed && !(await standsBy(app, ask.person, ask.by, reason)) })
}

/**
 * Lets somebody go: they are signed out, their roles end. Refusals: `person.not-yours`, `person.unknown`,
 * `person.oneself`, `person.administers` (that role ends first), `standing.not-from-here`, `busy`.
 */
export async function letGo(
  app: App,
  ask: { person: string; reason: string; by: Actor },
): Promise<Result<Done>> {
  const found = await concerned(app, ask, letsGo, leaveHindrance)
  if (!found.ok) return found
  const { person, reason } = ask
  const done = await changeStanding(app, {
    person,
    reason,
    to: 'left',
    from: LEAVING,
    actor: actorId(ask.by),
  })
  if (!done.ok) return done
  return ok({ again: !done.value.changed && !(await standsBy(app, person, ask.by, reason)) })
}

/**
 * What keeps somebody from being let go, or null: for those who record departures of their own (a membership's refund) and
 * then change the standing.
 */
export async function leaveHindranceOf(app: App, person: string, by: Actor): Promise<string | null> {
  const whom = await judged(app, person)
  return whom ? leaveHindrance(by, whom) : 'person.unknown'
}

/** Where somebody's departure is asked for when more ends with it than their access; null: here. */
export async function readLeaving(app: App, person: string): Promise<LeavingPages | null> {
  const pages = await app.filter('person.leaving', null, { person })
  return pages.ok ? pages.value : null
}

/** The loges a role may be given in: whoever keeps loges says (filter `roles.loges`); nobody does: none. */
export async function readRoleLoges(app: App): Promise<{ id: string; name: string }[]> {
  const loges = await app.filter('roles.loges', [], {})
  return loges.ok ? loges.value : []
}

/**
 * Gives a role, perhaps until an instant. Refusals: `person.not-yours`, `person.unknown`, `grant.person-gone`,
 * `grant.members-only`, `grant.loge-unknown`, `grant.area-unknown`, `grant.end-past`, `grant.other-end`, `busy`.
 */
export async function giveRole(
  app: App,
  ask: { person: string; grant: RoleGrant; until?: Date | undefined; by: Actor },
): Promise<Result<Done & { id: string }>> {
  const allowed = mayAct(ask.by, givesRoles)
  if (!allowed.ok) return allowed
  const { person, grant } = ask
  const whom = await judged(app, person)
  if (!whom) return refuse('person.unknown')
  const hindrance = giveHindrance(whom, grant)
  if (hindrance) return refuse(hindrance)
  if (ask.until && ask.until <= app.clock.now()) return refuse('grant.end-past')
  if ('loge' in grant && !(await readRoleLoges(app)).some(({ id }) => id === grant.loge))
    return refuse('grant.loge-unknown')
  const given = await grantRole(app, {
    person,
    grant,
    actor: actorId(ask.by),
    ...(ask.until ? { to: ask.until } : {}),
  })
  if (!given.ok) return given
  const { id, already } = given.value
  if (already) {
    const row = await findGrant(app, id)
    const again = !justDone({ actor: row?.actor, at: row?.from }, ask.by, app.clock.now())
    return ok({ id, again })
  }
  // Let go at the same moment: a departure ends the roles it finds, and this one may have come after.
  const gone = giveHindrance((await judged(app, person)) ?? whom, grant)
  if (gone !== 'grant.person-gone') return ok({ id, again: false })
  await endGrant(app, { id, actor: 'system' })
  return refuse(gone)
}

/**
 * Ends a role; `until` is the end it had, for who wishes to give it back. Refusals: `person.not-yours`, `grant.unknown` (not one of this person), `grant.ended-already`,
 * `administrator.oneself`, `administrator.last`, `busy`.
 */
export async function takeRole(
  app: App,
  ask: { person: string; grant: string; by: Actor },
): Promise<Result<Done & { role: RoleGrant; until: string | null }>> {
  const allowed = mayAct(ask.by, givesRoles)
  if (!allowed.ok) return allowed
  const row = await findGrant(app, ask.grant)
  const role = row && grantOf(row.role, row.scope)
  if (!row || !role || row.person !== ask.person) return refuse('grant.unknown')
  const hindrance = endHindrance(ask.by, { id: ask.person }, role)
  if (hindrance) return refuse(hindrance)
  const chief = role.role === 'administrator'
  if (chief && !row.to && (await isLastAdministrator(app, ask.person))) return refuse('administrator.last')
  const done = await endGrant(app, { id: row.id, actor: actorId(ask.by) })
  if (!done.ok) {
    const now = await findGrant(app, row.id)
    const twice = justDone({ actor: now?.endedBy, at: now?.to }, ask.by, app.clock.now())
    return twice ? ok({ role, until: null, again: false }) : done
  }
  if (chief && (await giveBackRole(app, ask.person))) return refuse('administrator.last')
  return ok({ role, until: row.to ?? null, again: false })
}

/**
 * Gives back a role that was ended: a new grant, since history is not rewritten. Refusals: those of
 * `giveRole`, and `grant.unknown`.
 */
export async function giveRoleBack(
  app: App,
  ask: { person: string; grant: string; until?: Date | undefined; by: Actor },
): Promise<Result<Done & { id: string; role: RoleGrant }>> {
  const row = await findGrant(app, ask.grant)
  const role = row && grantOf(row.role, row.scope)
  if (!row || !role || row.person !== ask.person) return refuse('grant.unknown')
  const given = await giveRole(app, { person: ask.person, grant: role, until: ask.until, by: ask.by })
  return given.ok ? ok({ ...given.value, role }) : given
}
