import type { Where } from 'payload'
import { MAILS } from '@/collections/mail/contract'
import { queueMail } from '@/collections/mail/service/queueMail'
import type { PersonContact } from '@/collections/members/contract'
import { readContacts } from '@/collections/members/service'
import { addDays, formatDate } from '@/core/dates'
import type { App } from '@/hooks'
import { MEMBERSHIPS, RENEWALS } from '../../contract'
import { keptUntil, type Reminder, reminderDue, renewalOf, renewalPhase } from '../../domain/renewal'
import { lastDayOfSeason } from '../../domain/seasonTurn'
import { MINE } from '../links'
import { todayOf } from '../readCounter'
import { allSeasons, type MembershipRow, many, type SeasonRow } from '../rows'
import { readRenewalSettings } from './readRenewalSettings'
import type { RenewalRow } from './renewalRows'

const PAGE = 200

/** One reminder of each kind a person and season, whoever queues it and however often. */
const keyOf = (which: Reminder, season: string, person: string) =>
  `renewal-reminder:${which}:${season}:${person}`

type Round = { app: App; from: SeasonRow; into: SeasonRow; which: Reminder }

/**
 * Reminds members who have not answered that their season ends, while they can renew: before it, and once after. May be
 * cut anywhere and run twice. Returns how many were written to.
 */
export async function remindMembers(app: App, cut?: AbortSignal): Promise<number> {
  const [seasons, { remind }] = await Promise.all([allSeasons(app), readRenewalSettings(app)])
  const today = todayOf(app)
  let sent = 0
  for (const from of seasons) {
    const which = from.endsOn ? reminderDue(from.endsOn, today, remind) : null
    const into = renewalOf(seasons, from.id, today)
    if (!which || !into || !['kept', 'open'].includes(renewalPhase(into, today))) continue
    sent += await remindSeason({ app, from, into, which }, cut)
  }
  return sent
}

async function remindSeason(round: Round, cut?: AbortSignal): Promise<number> {
  const { app, from } = round
  let [sent, after] = [0, '']
  for (;;) {
    const members = await many<MembershipRow>(
      app,
      MEMBERSHIPS,
      {
        and: [
          { season: { equals: from.id } },
          { state: { equals: 'confirmed' } },
          { id: { greater_than: after } },
        ],
      },
      { sort: 'id', limit: PAGE },
    )
    for (const contact of await silent(
      round,
      members.map((m) => m.person),
    )) {
      if (cut?.aborted) return sent
      if (await remind(round, contact)) sent++
    }
    const last = members.at(-1)
    if (!last || members.length < PAGE || cut?.aborted) return sent
    after = last.id
  }
}

/** Of these members, those who are still in, have neither answered nor paid, and were not reminded yet. */
async function silent({ app, from, into, which }: Round, people: string[]): Promise<PersonContact[]> {
  if (people.length === 0) return []
  const of: Where = { and: [{ person: { in: people } }, { season: { equals: into.id } }] }
  const [answers, paid, contacts, mails] = await Promise.all([
    many<RenewalRow>(app, RENEWALS, of),
    many<MembershipRow>(app, MEMBERSHIPS, of),
    readContacts(app, people),
    many<{ id: string; key: string }>(app, MAILS, {
      key: { in: people.map((person) => keyOf(which, from.id, person)) },
    }),
  ])
  const answered = new Set([
    ...answers.filter((row) => row.state !== 'offered').map((row) => row.person),
    ...paid.map((row) => row.person),
  ])
  const told = new Set(mails.map((mail) => mail.key))
  return people.flatMap((person) => {
    const contact = contacts.get(person)
    const still = contact && (contact.standing === 'active' || contact.standing === 'grace')
    return still && !answered.has(person) && !told.has(keyOf(which, from.id, person)) ? [contact] : []
  })
}

function remind({ app, from, into, which }: Round, contact: PersonContact): Promise<boolean> {
  const { lang } = contact
  const title = (season: SeasonRow) => (lang === 'en' ? season.titleEn : season.titleFr)
  const kept = renewalPhase(into, todayOf(app)) === 'kept'
  return queueMail(app, {
    key: keyOf(which, from.id, contact.id),
    to: contact.email,
    person: contact.id,
    lang,
    template: 'membership.renewal-reminder',
    data: {
      name: contact.name,
      url: `${app.settings.publicUrl}${MINE}`,
      season: title(from),
      next: title(into),
      until: formatDate(lastDayOfSeason(from) ?? '', lang),
      kept: kept ? formatDate(addDays(keptUntil(into), -1), lang) : '',
      after: which === 'after' ? 1 : 0,
    },
  })
}
