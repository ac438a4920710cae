import { queueMail } from '@/collections/mail/service/queueMail'
import { readContacts, readPeople } from '@/collections/members/service'
import { formatDate } from '@/core/dates'
import { type App, fact, type NewFact } from '@/hooks'
import { FOLLOW_UP } from '../web/paths'
import { checkOwner } from './colleagues'
import { findNote } from './rows'

/** What is told of a call that is handed on; nothing where somebody keeps it. `rev`: the note's, once it is written. */
export const handed = (
  app: App,
  { rev, ...told }: { note: string; rev: number; owner: string; by: string },
): NewFact[] => (told.owner === told.by ? [] : [fact(app, 'follow-up.handed', `${told.note}:${rev}`, told)])

/**
 * A mail to the colleague, unless the call was done or handed on meanwhile, or is no longer theirs to see to. Whom it is
 * about, and what was said, stay in the log, and go with it.
 */
export async function afterHanded(
  app: App,
  { key, data }: { key: string; data: { note: string; owner: string; by: string } },
): Promise<void> {
  const note = await findNote(app, data.note)
  if (note?.task !== 'open' || note.owner !== data.owner) return
  if (!(await checkOwner(app, data.owner, note.person)).ok) return
  const [contacts, people] = await Promise.all([readContacts(app, [data.owner]), readPeople(app, [data.by])])
  const to = contacts.get(data.owner)
  if (!to) return
  await queueMail(app, {
    key: `follow-up.handed:${key}`,
    to: to.email,
    person: data.owner,
    lang: to.lang,
    template: 'follow-up.handed',
    data: {
      name: to.name,
      by: people.get(data.by)?.name ?? '',
      day: formatDate(note.nextOn ?? '', to.lang, app.settings.timeZone),
      url: `${app.settings.publicUrl}${FOLLOW_UP}?qui=moi`,
    },
  })
}
