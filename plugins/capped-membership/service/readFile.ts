import type { App } from '@/hooks'
import { occupantKey } from '../domain/keys'
import {
  type ApplicationRow,
  findFee,
  findMembership,
  findSeason,
  findSeatOf,
  type MembershipRow,
  type PaymentRow,
  type SeasonRow,
  type SeatRow,
} from './rows'
import { needsSeat } from './seating'

/** A file with all that belongs to it. */
export type File = {
  application: ApplicationRow
  season: SeasonRow | null
  seat: SeatRow | null
  payment: PaymentRow | null
  membership: MembershipRow | null
  /** False for staff, who takes none of the counted seats. */
  seatNeeded: boolean
}

/** Reads what belongs to an application; seat and payment only once there can be any. */
export async function readFile(app: App, application: ApplicationRow): Promise<File> {
  const { person, season: id } = application
  const decided = application.state === 'accepted' || application.state === 'joined'
  const [season, seat, payment, membership] = await Promise.all([
    findSeason(app, id),
    person && decided ? findSeatOf(app, occupantKey(id, person)) : null,
    decided ? findFee(app, application.id) : null,
    person && application.state === 'joined' ? findMembership(app, person, id) : null,
  ])
  const seatNeeded =
    application.state === 'accepted' && season && person && !seat
      ? await needsSeat(app, season, person)
      : true
  return { application, season, seat, payment, membership, seatNeeded }
}
