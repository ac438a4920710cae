import type { App } from '@/hooks'
import type { ApplicationState } from '../contract'
import { occupantKey } from '../domain/keys'
import { findLineOf, type LineRow, positionOf } from './line/rows'
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
  /** The fee has come, and its seat and membership have not. */
  unsettled: boolean
  membership: MembershipRow | null
  /** False for staff, who takes none of the counted seats. */
  seatNeeded: boolean
  /** The place in the waiting list that belongs to this file. */
  line: LineRow | null
  /** 1 for who comes next; 0 for who does not wait. */
  position: number
}

/** Withdrawn: a fee may have come at that moment. */
const DECIDED: readonly ApplicationState[] = ['accepted', 'joined', 'waiting', 'withdrawn', 'left']
/** States in which a fee that stands is not followed up yet. */
const UNSETTLED: readonly ApplicationState[] = ['accepted', 'waiting', 'withdrawn']
const LINED: readonly ApplicationState[] = ['accepted', 'waiting', 'withdrawn']

/** Reads what belongs to an application; seat and payment only once there can be any. */
export async function readFile(app: App, application: ApplicationRow): Promise<File> {
  const { person, season: id } = application
  const decided = DECIDED.includes(application.state)
  const line = LINED.includes(application.state)
  const [season, seat, payment, membership, row] = await Promise.all([
    findSeason(app, id),
    person && decided ? findSeatOf(app, occupantKey(id, person)) : null,
    decided ? findFee(app, application.id) : null,
    person && (application.state === 'joined' || application.state === 'left')
      ? findMembership(app, person, id)
      : null,
    person && line ? findLineOf(app, id, person) : null,
  ])
  const unsettled = payment !== null && UNSETTLED.includes(application.state)
  const seatNeeded =
    (application.state === 'accepted' || unsettled) && season && person && !seat
      ? await needsSeat(app, season, person)
      : true
  const entry = row?.application === application.id ? row : null
  const position = entry?.state === 'waiting' ? await positionOf(app, entry) : 0
  return { application, season, seat, payment, unsettled, membership, seatNeeded, line: entry, position }
}
