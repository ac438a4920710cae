import type { Where } from 'payload'
import { type GrantRow, grantsAt } from '@/collections/members/domain/grants'
import { readContacts } from '@/collections/members/service'
import { refuse } from '@/core/result'
import type { App, RefusedLine } from '@/hooks'
import { APPLICATIONS, MEMBERSHIPS, SEATS } from '../../contract'
import type { Column, Mapping } from '../../domain/imports/columns'
import { type Entry, isWrong, readEntries } from '../../domain/imports/entries'
import { forecast, type Known, NOTHING, type Outcome } from '../../domain/imports/forecast'
import { applicationKey } from '../../domain/keys'
import { takesSeat } from '../../domain/seats'
import { countSeats } from '../countSeats'
import { todayOf } from '../readCounter'
import { type ApplicationRow, type MembershipRow, many, type SeasonRow, type SeatRow } from '../rows'
import type { List } from './readList'

export type DryRun = {
  counts: Record<Outcome, number>
  refused: (Omit<RefusedLine, 'column'> & { column: Column })[]
}

/** Addresses asked for in one question. */
const CHUNK = 500

/** What an import would come to now, line by line, without writing anything. Seats go to the first lines. */
export async function dryRun(app: App, list: List, mapping: Mapping, season: SeasonRow): Promise<DryRun> {
  const entries = readEntries(list.lines, mapping, { feeCents: season.feeCents, today: todayOf(app) })
  const good = entries.filter((e): e is Entry => !isWrong(e))
  const [known, { counts: seats }] = await Promise.all([
    readKnown(
      app,
      good.map((e) => e.email),
      season,
    ),
    countSeats(app, season.id),
  ])
  let { free } = seats
  const counts: DryRun['counts'] = { joined: 0, accepted: 0, already: 0 }
  const refused: DryRun['refused'] = []
  for (const entry of entries) {
    if (isWrong(entry)) {
      refused.push(entry)
      continue
    }
    const of = known.get(entry.email) ?? NOTHING
    const outcome = forecast(entry, of)
    const takes = (outcome === 'joined' || outcome === 'accepted') && !of.seated && !of.needsNoSeat
    const refusal =
      typeof outcome !== 'string' ? outcome : takes && free === 0 ? refuse('seat.none-left') : null
    if (refusal) refused.push({ line: entry.line, column: 'email', given: entry.email, refusal })
    else {
      counts[outcome as Outcome] += 1
      if (takes) free -= 1
    }
  }
  return { counts, refused }
}

/** What there is under these addresses: five questions for each five hundred of them. */
async function readKnown(
  app: App,
  emails: readonly string[],
  season: SeasonRow,
): Promise<Map<string, Known>> {
  const known = new Map<string, Known>()
  const note = (email: string, more: Partial<Known>) =>
    known.set(email, { ...(known.get(email) ?? NOTHING), ...more })
  for (let i = 0; i < emails.length; i += CHUNK) {
    const part = emails.slice(i, i + CHUNK)
    const { docs } = await app.payload.db.find<{ id: string; email: string }>({
      collection: 'members',
      where: { email: { in: part } },
      limit: part.length,
      pagination: false,
      select: { email: true },
    })
    const people = docs.map((d) => d.id)
    const ofThem: Where = { and: [{ person: { in: people } }, { season: { equals: season.id } }] }
    const [files, contacts, memberships, seats, grants] = await Promise.all([
      many<ApplicationRow>(app, APPLICATIONS, { key: { in: part.map((e) => applicationKey(season.id, e)) } }),
      readContacts(app, people),
      people.length > 0 ? many<MembershipRow>(app, MEMBERSHIPS, ofThem) : [],
      people.length > 0 ? many<SeatRow>(app, SEATS, ofThem) : [],
      people.length > 0
        ? many<GrantRow & { id: string; person: string }>(app, 'role-grants', { person: { in: people } })
        : [],
    ])
    for (const file of files) note(file.email, { file: file.state })
    const members = new Set(memberships.map((m) => m.person))
    const seated = new Set(seats.map((s) => s.person))
    const grantsOf = Map.groupBy(grants, (g) => g.person)
    for (const { id, email } of docs) {
      const isStaff = grantsAt(grantsOf.get(id) ?? [], app.clock.now()).some(
        (g) => g.role === 'staff' || g.role === 'administrator',
      )
      note(email, {
        standing: contacts.get(id)?.standing ?? null,
        member: members.has(id),
        seated: seated.has(id),
        needsNoSeat: !takesSeat(season, isStaff),
      })
    }
  }
  return known
}
