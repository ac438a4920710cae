import type { Where } from 'payload'
import { queueMail } from '@/collections/mail/service/queueMail'
import { DAY } from '@/core/clock'
import { ok, type Result, refuse } from '@/core/result'
import { type App, compareAndSet, insertOnce, isDuplicate } from '@/hooks'
import { hashToken, newToken } from '../store/token'
import { findByEmail, readContacts } from './readPeople'

const LINK_LASTS = DAY

/**
 * Asks for a new address: nothing changes until the link sent there is opened; the old address is told. The answer
 * is the same when the address is taken: only its owner reads the mail. Refusal: `person.unknown`.
 */
export async function askEmailChange(app: App, person: string, email: string): Promise<Result<null>> {
  const contact = (await readContacts(app, [person])).get(person)
  if (!contact) return refuse('person.unknown')
  const wanted = email.trim().toLowerCase()
  if (wanted === contact.email || (await findByEmail(app, wanted))) return ok(null)
  const token = newToken()
  const expiresAt = new Date(app.clock.now().getTime() + LINK_LASTS).toISOString()
  await insertOnce(app, 'one-time-links', {
    tokenHash: hashToken(token),
    purpose: 'email',
    person,
    email: wanted,
    expiresAt,
  })
  const common = { person, lang: contact.lang }
  const link = `${app.settings.publicUrl}/adresse/${token}`
  await queueMail(app, {
    ...common,
    key: `email-change:${hashToken(token)}`,
    to: wanted,
    template: 'members.email-confirm',
    data: { name: contact.name, link },
  })
  await queueMail(app, {
    ...common,
    key: `email-notice:${hashToken(token)}`,
    to: contact.email,
    template: 'members.email-notice',
    data: { name: contact.name, email: wanted },
  })
  return ok(null)
}

/** Confirms by the link, once. Refusals: `link.invalid`, `member.email-taken`. */
export async function confirmEmailChange(app: App, token: string): Promise<Result<{ email: string }>> {
  const now = app.clock.now().toISOString()
  const where: Where = {
    and: [{ tokenHash: { equals: hashToken(token) } }, { purpose: { equals: 'email' } }],
  }
  const link = await app.payload.db.findOne<{ id: string; person: string; email: string; expiresAt: string }>(
    { collection: 'one-time-links', where },
  )
  if (!link || new Date(link.expiresAt).toISOString() <= now) return refuse('link.invalid')
  // Who was erased keeps no address, whatever was still on its way.
  const owner = (await readContacts(app, [link.person])).get(link.person)
  if (!owner || owner.standing === 'erased') return refuse('link.invalid')
  const first = await compareAndSet(
    app,
    'one-time-links',
    { and: [{ id: { equals: link.id } }, { usedAt: { exists: false } }] },
    { usedAt: now },
  )
  if (!first) return refuse('link.invalid')
  try {
    await compareAndSet(app, 'members', { id: { equals: link.person } }, { email: link.email })
  } catch (error) {
    if (isDuplicate(error)) return refuse('member.email-taken')
    throw error
  }
  return ok({ email: link.email })
}
