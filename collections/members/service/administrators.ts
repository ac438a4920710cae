import type { App } from '@/hooks'
import { grantsAt } from '../domain/grants'
import { standingAt } from '../domain/standing'
import { endSuspension, findStanding } from './changeStanding'
import { type GrantRecord, grantRole } from './grantRole'
import { keepingGrants } from './keepingGrants'

/**
 * The association always has somebody who administers it. Two administrators may act on each other at the same
 * moment, and no single row tells how many there are. So each act is looked at twice: before it, to refuse; and after
 * it, to give back what it took if nobody is left. Of several acts the last written finds nobody, whatever the order,
 * and its listener looks again (`role.ended`, `standing.changed`), so that a crash in between changes nothing.
 * What may come of it: two people at once are both refused. What never lasts: nobody.
 */

const LAST = 'administrator.last'

/** Who administers and will go on: a grant without an end, in a standing that keeps its grants. Two queries. */
export async function lastingAdministrators(app: App): Promise<Set<string>> {
  const now = app.clock.now()
  const { docs } = await app.payload.db.find<GrantRecord>({
    collection: 'role-grants',
    where: { and: [{ role: { equals: 'administrator' } }, { to: { exists: false } }] },
    pagination: false,
    limit: 0,
  })
  const holders = docs.filter((row) => grantsAt([row], now).length > 0).map((row) => row.person)
  return keepingGrants(app, holders)
}

/** Would nobody administer any more without this person? */
export async function isLastAdministrator(app: App, person: string): Promise<boolean> {
  const lasting = await lastingAdministrators(app)
  return [...lasting].every((other) => other === person)
}

/** After an administrator's role was ended: given anew if nobody administers. True when it was. */
export async function giveBackRole(app: App, person: string): Promise<boolean> {
  if ((await lastingAdministrators(app)).size > 0) return false
  const row = await findStanding(app, person)
  const standing = row && standingAt(row, app.clock.now())
  if (!standing || standing === 'left' || standing === 'erased') return false
  // Suspended by a third hand at the same moment: rather somebody than nobody.
  if (standing === 'suspended') await endSuspension(app, { person, reason: LAST, actor: 'system' })
  const given = await grantRole(app, { person, grant: { role: 'administrator' }, actor: 'system' })
  return given.ok
}

/** After an administrator was suspended: lifted if nobody administers. True when it was. */
export async function liftIfLast(app: App, person: string): Promise<boolean> {
  const { docs } = await app.payload.db.find<GrantRecord>({
    collection: 'role-grants',
    where: { and: [{ person: { equals: person } }, { role: { equals: 'administrator' } }] },
    pagination: false,
    limit: 0,
  })
  if (!docs.some((row) => !row.to)) return false
  if ((await lastingAdministrators(app)).size > 0) return false
  const lifted = await endSuspension(app, { person, reason: LAST, actor: 'system' })
  return lifted.ok && lifted.value.changed
}
