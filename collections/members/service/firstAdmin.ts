import type { Where } from 'payload'
import { DAY } from '@/core/clock'
import { newId } from '@/core/ids'
import { type Result, refuse } from '@/core/result'
import { type App, compareAndSet, insertOnce } from '@/hooks'
import { hashToken, newToken } from '../store/token'
import { createMember } from './createMember'
import { grantRole } from './grantRole'

/** True while nobody has an account: the only time a first administrator may be made by link. */
export const nobodyYet = async (app: App): Promise<boolean> =>
  (await app.payload.db.findOne({ collection: 'members', where: {} })) === null

/** A path that lets whoever opens it make the first administrator, once, within a day. */
export async function firstAdminLink(app: App): Promise<string> {
  const token = newToken()
  await insertOnce(app, 'one-time-links', {
    tokenHash: hashToken(token),
    purpose: 'first-admin',
    expiresAt: new Date(app.clock.now().getTime() + DAY).toISOString(),
  })
  return `/premier-compte/${token}`
}

/**
 * Makes the first administrator. The link is the row that decides: spending it names the account to come, so that
 * whatever cuts us short, the next start knows for whom to end it (`resumeFirstAdmin`), or finds nobody and prints
 * another link. Refusals, which give the link back: `link.invalid`, `password.*`, `member.email-taken`.
 */
export async function createFirstAdmin(
  app: App,
  token: string,
  input: { name: string; email: string; password: string },
): Promise<Result<{ id: string }>> {
  const now = app.clock.now().toISOString()
  const id = newId()
  const open: Where = {
    and: [
      { tokenHash: { equals: hashToken(token) } },
      { purpose: { equals: 'first-admin' } },
      { expiresAt: { greater_than: now } },
      { usedAt: { exists: false } },
    ],
  }
  if (!(await nobodyYet(app))) return refuse('link.invalid')
  if (!(await compareAndSet(app, 'one-time-links', open, { usedAt: now, person: id })))
    return refuse('link.invalid')
  const made = await createMember(app, { ...input, id, standing: 'prospect' })
  if (!made.ok) {
    await compareAndSet(app, 'one-time-links', spentFor(id), { usedAt: null, person: null })
    return made
  }
  await grantRole(app, { person: id, grant: { role: 'administrator' }, actor: 'system' })
  return made
}

const spentFor = (person: string): Where => ({
  and: [{ purpose: { equals: 'first-admin' } }, { person: { equals: person } }],
})

/**
 * Ends what was cut between making the account and giving it its role: nobody could administer. Run at each start;
 * where somebody administers, or did, nothing is done.
 */
export async function resumeFirstAdmin(app: App): Promise<void> {
  const { db } = app.payload
  if (await db.findOne({ collection: 'role-grants', where: { role: { equals: 'administrator' } } })) return
  const { docs: spent } = await db.find<{ person: string }>({
    collection: 'one-time-links',
    where: { and: [{ purpose: { equals: 'first-admin' } }, { person: { exists: true } }] },
    pagination: false,
    limit: 0,
  })
  // Cut before there was an account, a link names nobody.
  const there = await db.findOne<{ id: string }>({
    collection: 'members',
    where: { id: { in: spent.map(({ person }) => person) } },
  })
  if (there) await grantRole(app, { person: there.id, grant: { role: 'administrator' }, actor: 'system' })
}
