import { queueMail } from '@/collections/mail/service/queueMail'
import { readContacts } from '@/collections/members/service'
import { listSilent } from '@/collections/members/store/silentPeople'
import type { Person } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { type App, decide, fact, insertDeciding, insertOnce, settingsOf } from '@/hooks'
import { CONTACTS, NOTES } from '../contract'
import { handlesFollowUp } from '../domain/access'
import { mayContact, silentBefore } from '../domain/tasks'

export type ContactRow = {
  id: string
  rev: number
  facts?: string | null
  factsPending?: number | null
  person: string
  contactedAt: string
  by: string
}

/** As many as stand on a page, or are written to in one step. */
export const MOST_AT_ONCE = 50

export const readFollowUpSettings = (app: App) => settingsOf(app, 'follow-up')

/** When some people were last written to. One query. */
export async function contactsOf(app: App, people: readonly string[]): Promise<Map<string, ContactRow>> {
  if (people.length === 0) return new Map()
  const { docs } = await app.payload.db.find<ContactRow>({
    collection: CONTACTS,
    where: { person: { in: [...people] } },
    limit: 0,
    pagination: false,
  })
  return new Map(docs.map((row) => [row.person, row]))
}

/**
 * Writes to silent members, each by a row of their own that decides: whoever was written to within the days set, is no
 * longer silent, or asks it of themselves, is left out and counted. The mail and the note follow.
 * Refusals: `follow-up.not-allowed`, `follow-up.nobody`.
 */
export async function contactSilent(
  app: App,
  ask: { people: readonly string[]; by: Person },
): Promise<Result<{ sent: number; left: number }>> {
  if (!handlesFollowUp(ask.by)) return refuse('follow-up.not-allowed')
  const people = [...new Set(ask.people)].filter((id) => id !== ask.by.id).slice(0, MOST_AT_ONCE)
  if (people.length === 0) return refuse('follow-up.nobody')
  const { silentDays, contactAgainDays } = await readFollowUpSettings(app)
  const now = app.clock.now()
  const [silent, known] = await Promise.all([
    listSilent(app.payload, {
      before: silentBefore(now, silentDays),
      among: people,
      skip: 0,
      limit: MOST_AT_ONCE,
    }),
    contactsOf(app, people),
  ])
  let sent = 0
  for (const { person } of silent.rows)
    if (await decideContact(app, person, known.get(person) ?? null, ask.by.id, contactAgainDays)) sent++
  return ok({ sent, left: new Set(ask.people).size - sent })
}

/** The row that decides; false when they were written to too lately, or by somebody at this very moment. */
async function decideContact(
  app: App,
  person: string,
  row: ContactRow | null,
  by: string,
  againDays: number,
): Promise<boolean> {
  const now = app.clock.now()
  const at = now.toISOString()
  if (!mayContact(row?.contactedAt, now, againDays)) return false
  const told = [fact(app, 'follow-up.contacted', `${person}:${at}`, { person, at, by })]
  if (!row) return (await insertDeciding(app, CONTACTS, { person, contactedAt: at, by }, told)) !== null
  return decide(app, CONTACTS, row, { contactedAt: at, by }, told)
}

/** After somebody was to be written to: the mail, and a line in their log. Run again it does nothing new. */
export async function afterContact(
  app: App,
  { person, at, by }: { person: string; at: string; by: string },
): Promise<void> {
  const contact = (await readContacts(app, [person])).get(person)
  // Gone meanwhile: nobody is written to.
  if (!contact || (contact.standing !== 'active' && contact.standing !== 'grace')) return
  await queueMail(app, {
    key: `follow-up.silent:${person}:${at}`,
    to: contact.email,
    person,
    lang: contact.lang,
    template: 'follow-up.silent',
    data: { name: contact.name, url: `${app.settings.publicUrl}/connexion` },
  })
  await insertOnce(app, NOTES, {
    key: `contacted:${person}:${at}`,
    person,
    by,
    at,
    channel: 'reminder',
    task: 'none',
    rev: 1,
    factsPending: 0,
  })
}
