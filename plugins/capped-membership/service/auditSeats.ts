import { readContacts } from '@/collections/members/service'
import type { App } from '@/hooks'
import {
  APPLICATIONS,
  DEPARTURES,
  MEMBERSHIPS,
  PAYMENTS,
  REFUNDS,
  RENEWALS,
  SEATS,
  WAITING,
} from '../contract'
import { auditSeason } from '../domain/audit'
import type { Finding } from '../domain/auditRows'
import { mayInvite } from '../domain/line'
import { phaseOf } from '../domain/season'
import type { DepartureRow, RefundRow } from './departure/rows'
import type { LineRow } from './line/rows'
import { todayOf } from './readCounter'
import type { RenewalRow } from './renewal/renewalRows'
import {
  type ApplicationRow,
  allSeasons,
  type MembershipRow,
  many,
  type PaymentRow,
  type SeasonRow,
  type SeatRow,
} from './rows'

export type SeatFinding = Finding & { season: string }

/**
 * Do seats, memberships, payments, files and standings agree, in every season (or one)? Run it when nothing
 * is under way: what is half done is a finding. Reads whole seasons; for audits and tests.
 */
export async function auditSeats(app: App, only?: string): Promise<SeatFinding[]> {
  const seasons = (await allSeasons(app)).filter((s) => !only || s.id === only)
  const found: SeatFinding[] = []
  for (const season of seasons)
    for (const finding of await auditOne(app, season)) found.push({ season: season.id, ...finding })
  return found
}

async function auditOne(app: App, season: SeasonRow): Promise<Finding[]> {
  const where = { season: { equals: season.id } }
  const [seats, memberships, payments, applications, line, departures, refunds, renewals] = await Promise.all(
    [
      many<SeatRow>(app, SEATS, where, { sort: 'number' }),
      many<MembershipRow>(app, MEMBERSHIPS, where),
      many<PaymentRow>(app, PAYMENTS, where),
      many<ApplicationRow>(app, APPLICATIONS, where),
      many<LineRow>(app, WAITING, where),
      many<DepartureRow>(app, DEPARTURES, where),
      many<RefundRow>(app, REFUNDS, where),
      many<RenewalRow>(app, RENEWALS, where),
    ],
  )
  const contacts = await readContacts(
    app,
    memberships.map((m) => m.person),
  )
  const standings = new Map([...contacts].map(([id, c]) => [id, c.standing]))
  const invites = mayInvite(phaseOf(season, todayOf(app)))
  const rows = { seats, memberships, payments, applications, line, departures, refunds, renewals }
  return auditSeason({ season, ...rows, standings, invites })
}
