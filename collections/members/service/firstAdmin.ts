import type { Where } from 'payload'
import { DAY } from '@/core/clock'
import { newId } from '@/core/ids'
import { type Result, refuse } from '@/core/result'
import { type App, compareAndSet, insertOnce, isDuplicate } from '@/hooks'
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

/** The unique key of a spent link, whichever it was: there is one first administrator, so one link is spent at a time. */
const SPENT = 'first-admin'

/**
 * Makes the first administrator. The link is the row that decides: spending it takes the one key of spent links (of two
 * links opened at once one is refused) and names the account to come, so that whatever cuts us short, the next start
 * knows for whom to end it (`resumeFirstAdmin`), or finds nobody, frees the key and prints another link. Refusals,
 * which give the link back: `link.invalid`, `password.*`, `member.email-taken`. So does an error that left no account.
 */
export async function createFirstAdmin(
  app: App,
  token: string,
  input: { name: string; email: string; password: string },
): Promise<Result<{ id: string }>> {
  const now = app.clock.now().toISOString()
  const id = newId()
  const tokenHash = hashToken(token)
  if (!(await nobodyYet(app))) return refuse('link.invalid')
  if (!(await spend(app, tokenHash, { usedAt: now, person: id }))) return refuse('link.invalid')
  const giveBack = () =>
    compareAndSet(app, 'one-time-links', spentFor(id), { tokenHash, usedAt: null, person: null })
  const made = await createMember(app, { ...input, id, standing: 'prospect' }).catch(async (error) => {
    // The first error is the one to be told.
    if (await nobodyYet(app).catch(() => false)) await giveBack().catch(() => undefined)
    throw error
  })
  if (!made.ok) {
    await giveBack()
    return made
  }
  await grantRole(app, { person: id, grant: { role: 'administrator' }, actor: 'system' })
  return made
}

async function spend(app: App, tokenHash: string, by: { usedAt: string; person: string }): Promise<boolean> {
  const open: Where = {
    and: [
      { tokenHash: { equals: tokenHash } },
      { purpose: { equals: 'first-admin' } },
      { expiresAt: { greater_than: by.usedAt } },
      { usedAt: { exists: false } },
    ],
  }
  try {
    return await compareAndSet(app, 'one-time-links', open, { ...by, tokenHash: SPENT })
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
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
  else await freeSpent(app)
}

/** The link that was spent stays so, and no longer bars another. */
export const freeSpent = (app: App): Promise<boolean> =>
  compareAndSet(app, 'one-time-links', { tokenHash: { equals: SPENT } }, { tokenHash: hashToken(newToken()) })
