import type { Where } from 'payload'
import { newId } from '@/core/ids'
import type { RoleGrant } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { type App, compareAndSet, fact, insertDeciding } from '@/hooks'

const scopeOf = (grant: RoleGrant): string =>
  grant.role === 'staff' ? grant.area : grant.role === 'administrator' ? '' : grant.loge

/** Gives a role from now (or `from`) until ended (or `to`). The same open grant twice is one. */
export async function grantRole(
  app: App,
  input: { person: string; grant: RoleGrant; actor: string; from?: Date; to?: Date },
): Promise<Result<{ id: string }>> {
  const scope = scopeOf(input.grant)
  const open: Where = {
    and: [
      { person: { equals: input.person } },
      { role: { equals: input.grant.role } },
      { scope: { equals: scope } },
      { to: { exists: false } },
    ],
  }
  const there = (await app.payload.db.findOne({ collection: 'role-grants', where: open })) as {
    id: string
  } | null
  if (there) return ok({ id: there.id })
  const id = newId()
  await insertDeciding(
    app,
    'role-grants',
    {
      id,
      key: id,
      person: input.person,
      role: input.grant.role,
      scope,
      from: (input.from ?? app.clock.now()).toISOString(),
      to: input.to?.toISOString() ?? null,
      actor: input.actor,
    },
    [fact(app, 'role.granted', id, { person: input.person, grant: input.grant, actor: input.actor })],
  )
  return ok({ id })
}

/** Ends a grant now; the row stays as history. Refusal: `grant.ended-already`. */
export async function endGrant(app: App, input: { id: string; actor: string }): Promise<Result<null>> {
  const now = app.clock.now().toISOString()
  const won = await compareAndSet(
    app,
    'role-grants',
    {
      and: [{ id: { equals: input.id } }, { or: [{ to: { exists: false } }, { to: { greater_than: now } }] }],
    },
    { to: now, endedBy: input.actor },
  )
  return won ? ok(null) : refuse('grant.ended-already')
}

/** Ends every grant a person had by an instant: somebody who left comes back without the roles they had. */
export async function endAllGrants(app: App, person: string, actor: string, by: string): Promise<void> {
  const { docs } = await app.payload.db.find<{ id: string }>({
    collection: 'role-grants',
    where: { and: [{ person: { equals: person } }, { from: { less_than_equal: by } }] },
    pagination: false,
    limit: 0,
  })
  for (const { id } of docs) await endGrant(app, { id, actor })
}
