import { newId } from '@/core/ids'
import type { RoleGrant } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { type App, compareAndSet, decide, fact, insertDeciding } from '@/hooks'
import { staffAreas } from '../areas'
import { grantOf, isOver, openKey, scopeOf } from '../domain/grants'

export type GrantRecord = {
  id: string
  key: string
  rev: number
  facts?: string | null
  factsPending?: number | null
  person: string
  role: string
  scope?: string | null
  from?: string | null
  to?: string | null
  actor?: string | null
  endedBy?: string | null
}

const ATTEMPTS = 8

export const findGrant = (app: App, id: string): Promise<GrantRecord | null> =>
  app.payload.db.findOne<GrantRecord>({ collection: 'role-grants', where: { id: { equals: id } } })

/**
 * Gives a role from now (or `from`) until ended (or `to`). A person holds a role once at a time: the row carries the
 * unique `openKey` until it is ended, so that the same grant asked twice, even at once, is one (`already`).
 * Refusals: `grant.area-unknown`, `grant.other-end` (held already, until another day), `busy`.
 */
export async function grantRole(
  app: App,
  input: { person: string; grant: RoleGrant; actor: string; from?: Date; to?: Date },
): Promise<Result<{ id: string; already: boolean }>> {
  const { person, grant, actor } = input
  if (grant.role === 'staff' && !staffAreas(app).some(({ value }) => value === grant.area))
    return refuse('grant.area-unknown')
  const key = openKey(person, grant)
  const to = input.to?.toISOString() ?? null
  for (let i = 0; i < ATTEMPTS; i++) {
    const held = await findHeld(app, person, grant)
    if (held && isOver(held, app.clock.now())) {
      await leaveKey(app, held)
      continue
    }
    if (held) return sameInstant(held.to, to) ? ok({ id: held.id, already: true }) : refuse('grant.other-end')
    const id = newId()
    const made = await insertDeciding(
      app,
      'role-grants',
      {
        id,
        key,
        person,
        role: grant.role,
        scope: scopeOf(grant),
        from: (input.from ?? app.clock.now()).toISOString(),
        to,
        actor,
      },
      [fact(app, 'role.granted', id, { person, grant, actor })],
    )
    if (made) return ok({ id, already: false })
  }
  return refuse('busy')
}

/** The row that holds the key; or one without an end that was given before grants had such a key. */
const findHeld = (app: App, person: string, grant: RoleGrant): Promise<GrantRecord | null> =>
  app.payload.db.findOne<GrantRecord>({
    collection: 'role-grants',
    where: {
      or: [
        { key: { equals: openKey(person, grant) } },
        {
          and: [
            { person: { equals: person } },
            { role: { equals: grant.role } },
            { scope: { equals: scopeOf(grant) } },
            { to: { exists: false } },
          ],
        },
      ],
    },
  })

/** A grant that ended by its date still holds the key: nobody wrote since. */
const leaveKey = (app: App, row: GrantRecord): Promise<boolean> =>
  compareAndSet(
    app,
    'role-grants',
    { and: [{ id: { equals: row.id } }, { key: { equals: row.key } }] },
    { key: row.id },
  )

const sameInstant = (a: string | null | undefined, b: string | null): boolean =>
  a && b ? new Date(a).getTime() === new Date(b).getTime() : !a && !b

/** Ends a grant now; the row stays as history and its key is free again. Refusals: `grant.ended-already`, `busy`. */
export async function endGrant(app: App, input: { id: string; actor: string }): Promise<Result<null>> {
  for (let i = 0; i < ATTEMPTS; i++) {
    const row = await findGrant(app, input.id)
    const now = app.clock.now()
    if (!row || isOver(row, now)) return refuse('grant.ended-already')
    const grant = grantOf(row.role, row.scope)
    const won = await decide(
      app,
      'role-grants',
      row,
      { to: now.toISOString(), endedBy: input.actor, key: row.id },
      grant
        ? [
            fact(app, 'role.ended', `${row.id}:${row.rev + 1}`, {
              person: row.person,
              grant,
              actor: input.actor,
            }),
          ]
        : [],
    )
    if (won) return ok(null)
  }
  return refuse('busy')
}

/** Ends every grant a person had by an instant: somebody who left comes back without the roles they had. */
export async function endAllGrants(app: App, person: string, actor: string, by: string): Promise<void> {
  const now = app.clock.now().toISOString()
  const { docs } = await app.payload.db.find<{ id: string }>({
    collection: 'role-grants',
    where: {
      and: [
        { person: { equals: person } },
        { from: { less_than_equal: by } },
        { or: [{ to: { exists: false } }, { to: { greater_than: now } }] },
      ],
    },
    pagination: false,
    limit: 0,
  })
  for (const { id } of docs) await endGrant(app, { id, actor })
}
