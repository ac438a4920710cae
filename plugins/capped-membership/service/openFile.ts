import { queueMail } from '@/collections/mail/service/queueMail'
import { changeStanding, createMember, findByEmail } from '@/collections/members/service'
import { type App, compareAndSet } from '@/hooks'
import { APPLICATIONS } from '../contract'
import { isOpen } from '../domain/application'
import { PASSWORD_PATH } from './links'
import { type ApplicationRow, findApplication } from './rows'

/**
 * What follows from an application: an account without a password (the mail has the link to set one), tied
 * to the file; the standing "applicant"; the mail. Run again it does nothing new.
 */
export async function openFile(app: App, id: string): Promise<void> {
  const row = await findApplication(app, id)
  if (!row || !isOpen(row.state)) return
  const person = row.person ?? (await accountFor(app, row))
  if (!row.person) {
    await compareAndSet(
      app,
      APPLICATIONS,
      { and: [{ id: { equals: row.id } }, { person: { exists: false } }] },
      { person },
    )
  }
  await changeStanding(app, {
    person,
    to: 'applicant',
    // Who has left stays so until staff accepts: filling in a public form must not revive old role grants.
    from: ['prospect', 'refused', 'lapsed'],
    reason: 'application.received',
    actor: 'system',
  })
  await queueMail(app, {
    key: `application-received:${row.id}`,
    to: row.email,
    person,
    lang: row.lang,
    template: 'membership.received',
    data: {
      name: row.name,
      url: `${app.settings.publicUrl}/ma-candidature`,
      passwordUrl: `${app.settings.publicUrl}${PASSWORD_PATH}`,
    },
  })
}

/** The account of the address: made now, or there already. */
async function accountFor(app: App, row: ApplicationRow): Promise<string> {
  const made = await createMember(app, {
    email: row.email,
    name: row.name,
    lang: row.lang,
    standing: 'applicant',
    profile: { headline: row.activity, skills: row.skills },
  })
  if (made.ok) return made.value.id
  const there = await findByEmail(app, row.email)
  if (!there) throw new Error(`no account could be made for application ${row.id}: ${made.reason}`)
  return there.id
}
