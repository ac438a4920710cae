import crypto from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Where } from 'payload'
import { DAY, MINUTE } from '@/core/clock'
import { newId } from '@/core/ids'
import { ok, type Result, refuse } from '@/core/result'
import { type App, compareAndSet, insertOnce } from '@/hooks'
import { hashToken, newToken } from '../store/token'

/** How long a sign-in lasts without being renewed. */
export const SIGN_IN_LASTS = 30 * DAY
const SEEN_EVERY = 10 * MINUTE

/** Refusals are given at multiples of this: the few writes that count a wrong password do not show. */
const REFUSED_EVERY_MS = 250

/**
 * Checks e-mail and password (Payload's hashing and lockout) and opens a sign-in: one new row, so two at once both
 * hold, and nothing else of the person is written. Returns the token for the cookie. An unknown address is refused
 * after the same work as a wrong password.
 * Refusals: `sign-in.wrong`, `sign-in.locked`, `sign-in.suspended`.
 */
export async function signIn(
  app: App,
  input: { email: string; password: string; device: string },
): Promise<Result<{ token: string; person: string; expiresAt: Date }>> {
  const started = Date.now()
  const checked = await checkPassword(app, input.email, input.password)
  if (!checked.ok) {
    await sleep(REFUSED_EVERY_MS - ((Date.now() - started) % REFUSED_EVERY_MS))
    return checked
  }
  return openSignIn(app, checked.value.person, input.device)
}

/** Opens a sign-in for a person whose identity was proved by the caller. */
export async function openSignIn(
  app: App,
  person: string,
  device: string,
): Promise<Result<{ token: string; person: string; expiresAt: Date }>> {
  const standing = (await app.payload.db.findOne({
    collection: 'standings',
    where: { person: { equals: person } },
  })) as {
    standing: string
    until?: string | null
  } | null
  const now = app.clock.now()
  const suspended = standing?.standing === 'suspended' && !(standing.until && new Date(standing.until) <= now)
  if (suspended) return refuse('sign-in.suspended')
  if (!standing || standing.standing === 'erased') return refuse('sign-in.wrong')
  const token = newToken()
  const expiresAt = new Date(now.getTime() + SIGN_IN_LASTS)
  await insertOnce(app, 'sign-ins', {
    id: newId(),
    tokenHash: hashToken(token),
    person,
    device: input80(device),
    startedAt: now.toISOString(),
    lastSeenAt: now.toISOString(),
    expiresAt: expiresAt.toISOString(),
  })
  return ok({ token, person, expiresAt })
}

const input80 = (text: string) => text.slice(0, 80)

async function checkPassword(app: App, email: string, password: string): Promise<Result<{ person: string }>> {
  try {
    const { user } = await app.payload.login({ collection: 'members', data: { email, password }, depth: 0 })
    return user ? ok({ person: String(user.id) }) : refuse('sign-in.wrong')
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (name === 'LockedAuth') return refuse('sign-in.locked')
    if (name === 'AuthenticationError') await hashInVain(app, email, password)
    if (name === 'AuthenticationError' || name === 'ValidationError') return refuse('sign-in.wrong')
    throw error
  }
}

/**
 * Payload hashes only where there is a hash to compare with. Where there is none we do the same work, with its own
 * figures (a test compares them), so that time does not tell who is a member, however busy the machine.
 */
async function hashInVain(app: App, email: string, password: string): Promise<void> {
  const known = await app.payload.db.findOne<{ id: string; hash?: string | null }>({
    collection: 'members',
    where: { email: { equals: email.trim().toLowerCase() } },
  })
  if (!known?.hash) await promisify(crypto.pbkdf2)(password, SALT, 600_000, 32, 'sha256')
}
const SALT = crypto.randomBytes(32).toString('hex')

/** Ends a sign-in of a person; ending it twice is harmless. False when it is not theirs or was over. */
export const endSignIn = (app: App, person: string, id: string): Promise<boolean> =>
  compareAndSet(
    app,
    'sign-ins',
    { and: [{ id: { equals: id } }, { person: { equals: person } }, { endedAt: { exists: false } }] },
    { endedAt: app.clock.now().toISOString(), endReason: 'person' },
  )

/** Ends every open sign-in of a person, but for `keep`, and for those started after `startedBy`. */
export async function endAllSignIns(
  app: App,
  person: string,
  reason: string,
  { keep, startedBy }: { keep?: string | undefined; startedBy?: string } = {},
): Promise<number> {
  let ended = 0
  for (const open of await listSignIns(app, person)) {
    if (open.id === keep || (startedBy && new Date(open.startedAt) > new Date(startedBy))) continue
    const at = app.clock.now().toISOString()
    const where: Where = { and: [{ id: { equals: open.id } }, { endedAt: { exists: false } }] }
    if (await compareAndSet(app, 'sign-ins', where, { endedAt: at, endReason: reason })) ended++
  }
  return ended
}

export type SignInRow = {
  id: string
  device: string
  startedAt: string
  lastSeenAt: string
  expiresAt: string
}

/** A person's open sign-ins, the latest seen first. */
export async function listSignIns(app: App, person: string): Promise<SignInRow[]> {
  const { docs } = await app.payload.db.find<SignInRow>({
    collection: 'sign-ins',
    where: {
      and: [
        { person: { equals: person } },
        { endedAt: { exists: false } },
        { expiresAt: { greater_than: app.clock.now().toISOString() } },
      ],
    },
    sort: '-lastSeenAt',
    pagination: false,
    limit: 200,
  })
  return docs
}

/** Notes that a sign-in was used, at most every ten minutes. */
export async function touchSignIn(app: App, id: string, lastSeenAt: string): Promise<void> {
  const now = app.clock.now()
  if (now.getTime() - new Date(lastSeenAt).getTime() < SEEN_EVERY) return
  await compareAndSet(app, 'sign-ins', { id: { equals: id } }, { lastSeenAt: now.toISOString() })
}
