import { queueMail } from '@/collections/mail/service/queueMail'
import { changeStanding, createMember, findByEmail } from '@/collections/members/service'
import { startOfDay } from '@/core/dates'
import { newId } from '@/core/ids'
import type { Person } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { searchKey } from '@/core/text'
import { type App, fact, insertDeciding } from '@/hooks'
import { APPLICATIONS } from '../../contract'
import { SECURE_MS } from '../../domain/hold'
import type { Entry } from '../../domain/imports/entries'
import { forecast, NOTHING, type Outcome } from '../../domain/imports/forecast'
import { applicationKey, occupantKey } from '../../domain/keys'
import { countSeats } from '../countSeats'
import { holdSeat } from '../holdSeat'
import { PASSWORD_PATH } from '../links'
import { recordPayment } from '../recordPayment'
import {
  type ApplicationRow,
  findApplicationByKey,
  findMembership,
  findSeatOf,
  type SeasonRow,
} from '../rows'
import { needsSeat } from '../seating'

type Ask = { entry: Entry; season: SeasonRow; source: string; by: Person }

/**
 * One line of a list. The application's row decides, accepted from the start and keyed by season and address, so that a
 * line, a list or a crashed import done again finds what it did: the same `source` counts as done by it, any other as
 * there already. Then the payment decides as one recorded by hand would: seat, membership, standing, TS and mail follow.
 * A seat is made sure of before anything is promised. Refusals: `import.*`, `application.own`, `payment.*`, `seat.none-left`.
 */
export async function importLine(app: App, ask: Ask): Promise<Result<Outcome>> {
  const { entry, season, source, by } = ask
  const key = applicationKey(season.id, entry.email)
  const before = await findApplicationByKey(app, key)
  const file = before ? ok(before) : await openAccepted(app, ask, key)
  if (!file.ok) return file
  if (file.value === 'already') return ok('already')
  const row = file.value
  const mine = row.source === source
  const outcome = forecast(entry, {
    ...NOTHING,
    file: mine && row.state === 'joined' ? 'accepted' : row.state,
  })
  if (typeof outcome !== 'string') return outcome
  if (!row.person) return refuse('application.under-way')
  if (!entry.payment) {
    if (mine) await tell(app, row)
    return ok(mine ? 'accepted' : 'already')
  }
  if (outcome === 'already') return ok('already')
  const paid = await recordPayment(app, { application: row.id, ...entry.payment, by })
  if (!paid.ok) return paid
  if (mine) await tell(app, row)
  return ok(mine || !paid.value.already ? 'joined' : 'already')
}

/** The person, their seat for a moment, their file: in this order, so that nobody is accepted without a seat. */
async function openAccepted(
  app: App,
  { entry, season, source, by }: Ask,
  key: string,
): Promise<Result<ApplicationRow | 'already'>> {
  const there = await findByEmail(app, entry.email)
  if (there) {
    if (there.id === by.id) return refuse('application.own')
    const member = (await findMembership(app, there.id, season.id)) !== null
    const outcome = forecast(entry, { ...NOTHING, standing: there.standing, member })
    if (typeof outcome !== 'string') return outcome
    if (outcome === 'already') return ok('already')
  }
  // Before an account is made for somebody who would have no seat. The hold below is what makes it sure.
  if (!(await mayBeSeated(app, season, there?.id))) return refuse('seat.none-left')
  const person = there?.id ?? (await accountFor(app, entry))
  await changeStanding(app, {
    person,
    to: 'applicant',
    from: ['prospect', 'refused', 'lapsed', 'left'],
    reason: 'application.imported',
    actor: by.id,
  })
  if (await needsSeat(app, season, person)) {
    const until = new Date(app.clock.now().getTime() + SECURE_MS)
    const seat = await holdSeat(app, { season: season.id, person, until })
    if (!seat.ok) return seat
  }
  const id = newId()
  const now = app.clock.now().toISOString()
  await insertDeciding(
    app,
    APPLICATIONS,
    {
      id,
      key,
      season: season.id,
      state: 'accepted',
      name: entry.name,
      email: entry.email,
      phone: entry.phone || null,
      person,
      lang: there?.lang ?? 'fr',
      activity: entry.activity,
      skills: '',
      motives: '',
      // Whoever imports says that these people have agreed.
      charterAt: now,
      privacyAt: now,
      decision: 'accepted',
      decidedBy: by.id,
      decidedAt: now,
      dueCents: season.feeCents,
      source,
      memberSince: entry.joinedOn ? startOfDay(entry.joinedOn, app.settings.timeZone).toISOString() : null,
      searchKey: searchKey(entry.name, entry.email, entry.activity),
    },
    // Who has paid is told once, by the welcome; who has not learns how to pay.
    entry.payment
      ? []
      : [fact(app, 'application.accepted', id, { application: id, person, season: season.id })],
  )
  const made = await findApplicationByKey(app, key)
  if (!made) throw new Error(`application ${key} is there and cannot be read`)
  return ok(made)
}

async function mayBeSeated(app: App, season: SeasonRow, person: string | undefined): Promise<boolean> {
  if (person && !(await needsSeat(app, season, person))) return true
  if (person && (await findSeatOf(app, occupantKey(season.id, person)))) return true
  return (await countSeats(app, season.id)).counts.free > 0
}

async function accountFor(app: App, entry: Entry): Promise<string> {
  const made = await createMember(app, {
    email: entry.email,
    name: entry.name,
    standing: 'prospect',
    profile: { headline: entry.activity },
  })
  if (made.ok) return made.value.id
  // Two imports at once.
  const there = await findByEmail(app, entry.email)
  if (!there) throw new Error(`no account could be made for a line of a list: ${made.reason}`)
  return there.id
}

/** An account was made for them: they learn how to get in. Once a file, whoever runs this again. */
async function tell(app: App, row: ApplicationRow): Promise<void> {
  await queueMail(app, {
    key: `application-imported:${row.id}`,
    to: row.email,
    ...(row.person ? { person: row.person } : {}),
    lang: row.lang,
    template: 'membership.imported',
    data: { name: row.name, passwordUrl: `${app.settings.publicUrl}${PASSWORD_PATH}` },
  })
}
