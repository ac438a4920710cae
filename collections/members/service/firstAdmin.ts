import type { Where } from 'payload'
import { DAY } from '@/core/clock'
import { ok, type Result, refuse } from '@/core/result'
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

/** Makes the first administrator. Refusals: `link.invalid`, `password.*`, `member.email-taken`. */
export async function createFirstAdmin(
  app: App,
  token: string,
  input: { name: string; email: string; password: string },
): Promise<Result<{ id: string }>> {
  const now = app.clock.now().toISOString()
  const open: Where = {
    and: [
      { tokenHash: { equals: hashToken(token) } },
      { purpose: { equals: 'first-admin' } },
      { expiresAt: { greater_than: now } },
      { usedAt: { exists: false } },
    ],
  }
  if (
    !(await app.payload.db.findOne({ collection: 'one-time-links', where: open })) ||
    !(await nobodyYet(app))
  )
    return refuse('link.invalid')
  const made = await createMember(app, { ...input, standing: 'prospect' })
  if (!made.ok) return made
  if (!(await compareAndSet(app, 'one-time-links', open, { usedAt: now, person: made.value.id })))
    return refuse('link.invalid')
  await grantRole(app, { person: made.value.id, grant: { role: 'administrator' }, actor: 'system' })
  return ok(made.value)
}

/**
 * Ends what was cut between spending the link and giving the role: whoever opened it would have an account, and nobody
 * could administer. Run at each start; where somebody administers, or did, nothing is done.
 */
export async function resumeFirstAdmin(app: App): Promise<void> {
  const { db } = app.payload
  if (await db.findOne({ collection: 'role-grants', where: { role: { equals: 'administrator' } } })) return
  const spent = await db.findOne<{ id: string; person: string }>({
    collection: 'one-time-links',
    where: { and: [{ purpose: { equals: 'first-admin' } }, { person: { exists: true } }] },
  })
  if (spent) await grantRole(app, { person: spent.person, grant: { role: 'administrator' }, actor: 'system' })
}
