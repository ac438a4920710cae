import { MINUTE } from '@/core/clock'
import type { App } from '@/hooks'
import { findByEmail } from './readPeople'

/**
 * The address that lets whoever opens it choose a password, once: within an hour, or a week with `welcome`. Null where
 * nobody has that e-mail; undefined where a link was made within the last 15 seconds (Payload drops repeats).
 */
export async function passwordLink(
  app: App,
  email: string,
  { welcome = false } = {},
): Promise<string | null | undefined> {
  const person = await findByEmail(app, email)
  if (!person || person.standing === 'erased') return null
  const token = await app.payload.forgotPassword({
    collection: 'members',
    data: { email: person.email },
    disableEmail: true,
    expiration: (welcome ? 7 * 24 * 60 : 60) * MINUTE,
  })
  return token ? `${app.settings.publicUrl}/mot-de-passe/${token}` : undefined
}
