import { findProfile, readContacts } from '@/collections/members/service'
import { newId } from '@/core/ids'
import { searchKey } from '@/core/text'
import { type App, fact, insertDeciding } from '@/hooks'
import { APPLICATIONS } from '../../contract'
import { applicationsOf, findApplicationByKey, findSeason } from '../rows'
import { fileKeyOf, type RenewalRow, roundOf } from './renewalRows'

/** What a file must hold and a member was never asked for. */
const NOTHING = '—'

/**
 * What follows from a renewal: a file, accepted from the start, by which the fee is paid as anybody pays theirs. Its
 * answers are those of the member's last file. One a round; run again it does nothing.
 */
export async function openRenewalFile(app: App, renewal: RenewalRow): Promise<void> {
  const { person, season: id } = renewal
  const key = fileKeyOf(renewal)
  if (renewal.state !== 'wanted' || (await findApplicationByKey(app, key))) return
  const [season, contacts, files, profile] = await Promise.all([
    findSeason(app, id),
    readContacts(app, [person]),
    applicationsOf(app, person),
    findProfile(app, person),
  ])
  const contact = contacts.get(person)
  if (!season || !contact) return
  const before = files[0]
  const decidedAt = renewal.askedAt ?? app.clock.now().toISOString()
  const file = newId()
  const activity = before?.activity || String(profile?.headline || NOTHING)
  await insertDeciding(
    app,
    APPLICATIONS,
    {
      id: file,
      key,
      kind: 'renewal',
      round: roundOf(renewal),
      season: id,
      state: 'accepted',
      name: contact.name || before?.name || NOTHING,
      email: contact.email,
      phone: before?.phone ?? null,
      person,
      lang: contact.lang,
      activity,
      skills: before?.skills || String(profile?.skills || NOTHING),
      motives: before?.motives || NOTHING,
      charterAt: before?.charterAt ?? decidedAt,
      privacyAt: before?.privacyAt ?? decidedAt,
      decision: 'accepted',
      // Nobody decides on it; but staff may have asked in the member's name.
      decidedBy: renewal.by && renewal.by !== person ? renewal.by : 'system',
      decidedAt,
      dueCents: season.feeCents,
      searchKey: searchKey(contact.name, contact.email, activity),
    },
    [fact(app, 'application.accepted', file, { application: file, person, season: id })],
  )
}
