import { queueMail } from '@/collections/mail/service/queueMail'
import { MINUTE } from '@/core/clock'
import { ok, type Result, refuse } from '@/core/result'
import type { App } from '@/hooks'
import { passwordRefusal } from '../domain/password'
import { findByEmail, readContacts } from './readPeople'
import { endAllSignIns } from './signIn'

const LINK_LASTS = 60 * MINUTE

/**
 * Sends a link to set a new password, when the address is known. Says nothing either way: an answer would tell who
 * is a member. `welcome` words the mail for people who never had a password.
 */
export async function sendPasswordLink(app: App, email: string, { welcome = false } = {}): Promise<void> {
  const person = await findByEmail(app, email)
  if (!person || person.standing === 'erased') return
  const token = await app.payload.forgotPassword({
    collection: 'members',
    data: { email: person.email },
    disableEmail: true,
    expiration: welcome ? 7 * 24 * 60 * MINUTE : LINK_LASTS,
  })
  // Payload drops repeats within 15 seconds: the mail already sent holds the link.
  if (!token) return
  await queueMail(app, {
    key: `password:${person.id}:${token.slice(0, 12)}`,
    to: person.email,
    person: person.id,
    lang: person.lang,
    template: welcome ? 'members.welcome' : 'members.password',
    data: { name: person.name, link: `${app.settings.publicUrl}/mot-de-passe/${token}` },
  })
}

/** Sets the password a link allows, and ends every sign-in of the person. Refusals: `link.invalid`, `password.*`. */
export async function resetPassword(
  app: App,
  token: string,
  password: string,
): Promise<Result<{ person: string }>> {
  const weak = passwordRefusal(password)
  if (weak) return refuse(weak)
  let person: string
  try {
    const { user } = await app.payload.resetPassword({
      collection: 'members',
      data: { token, password },
      // The token is the proof.
      overrideAccess: true,
    })
    person = String((user as { id?: unknown }).id ?? '')
  } catch (error) {
    if (
      error instanceof Error &&
      ['APIError', 'Forbidden', 'NotFound', 'AuthenticationError'].includes(error.name)
    )
      return refuse('link.invalid')
    throw error
  }
  await endAllSignIns(app, person, 'password')
  return ok({ person })
}

/** Changes one's own password, knowing the present one; other sign-ins end. Refusals: `sign-in.wrong`, `sign-in.locked`, `password.*`. */
export async function changePassword(
  app: App,
  input: { person: string; present: string; wanted: string; keep?: string },
): Promise<Result<null>> {
  const contact = (await readContacts(app, [input.person])).get(input.person)
  if (!contact) return refuse('person.unknown')
  const weak = passwordRefusal(input.wanted, [contact.email.split('@')[0] ?? '', contact.name])
  if (weak) return refuse(weak)
  try {
    await app.payload.login({
      collection: 'members',
      data: { email: contact.email, password: input.present },
      depth: 0,
    })
  } catch (error) {
    if (error instanceof Error && error.name === 'LockedAuth') return refuse('sign-in.locked')
    if (error instanceof Error && error.name === 'AuthenticationError') return refuse('sign-in.wrong')
    throw error
  }
  await app.payload.update({
    collection: 'members',
    id: input.person,
    data: { password: input.wanted },
    // One's own password, just proved.
    overrideAccess: true,
    depth: 0,
  })
  await endAllSignIns(app, input.person, 'password', { keep: input.keep })
  return ok(null)
}
