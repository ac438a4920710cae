import { ok } from '@/core/result'
import { type App, decide, fact } from '@/hooks'
import { SEATS, WAITING } from '../../contract'
import { holdUntil } from '../../domain/hold'
import { mayInvite } from '../../domain/line'
import { phaseOf } from '../../domain/season'
import { holdSeat } from '../holdSeat'
import { todayOf } from '../readCounter'
import { readSettings } from '../readSettings'
import { allSeasons, findSeason, many, type SeatRow } from '../rows'
import { yieldSeat } from '../yieldSeat'
import { changeLine } from './changeLine'
import { missInvitation } from './missInvitation'
import { findInLine, firstInLine, invitedAndOver, type LineRow } from './rows'

/**
 * Gives each free seat of a season to the first in line, for the days they have to answer; returns how many were
 * invited. Runs in any number of processes at once: whoever invites first takes the seat for the person (`holdSeat`, so
 * that two who invite the same person take the same seat), then turns the row by compare-and-set; who comes second sees
 * it turned and goes on to the next. A crash in between leaves a seat held for somebody who still waits: the next run
 * comes to the same person, and the job finds it in any case (`adoptHolds`).
 */
export async function inviteWaiting(app: App, season: string): Promise<number> {
  const found = await findSeason(app, season)
  if (!found || !mayInvite(phaseOf(found, todayOf(app)))) return 0
  let invited = 0
  // Ends: each round turns a row, finds it turned, or finds neither seat nor anybody waiting.
  for (;;) {
    const [next] = await firstInLine(app, season, 1)
    if (!next) return invited
    const until = await inviteUntil(app)
    const seat = await holdSeat(app, { season, person: next.person, until })
    if (!seat.ok) return invited
    if (await turn(app, next, seat.value)) invited++
    else await giveBack(app, next, seat.value)
  }
}

async function inviteUntil(app: App): Promise<Date> {
  const { inviteDays } = await readSettings(app)
  return holdUntil(app.clock.now(), inviteDays, app.settings.timeZone)
}

/** The one write that invites; false when the row changed meanwhile. */
function turn(app: App, row: LineRow, seat: SeatRow): Promise<boolean> {
  // A seat confirmed already: they paid; the listener of `membership.confirmed` says so too.
  if (seat.state === 'confirmed') return decide(app, WAITING, row, { state: 'seated', until: null }, [])
  const until = seat.heldUntil ?? app.clock.now().toISOString()
  return decide(app, WAITING, row, { state: 'invited', until }, [
    fact(app, 'waiting.invited', `${row.id}:${row.rev + 1}`, {
      waiting: row.id,
      application: row.application,
      person: row.person,
      season: row.season,
      until,
    }),
  ])
}

/** A seat taken for somebody who has left the line meanwhile goes back, as it was taken. */
async function giveBack(app: App, { id }: LineRow, seat: SeatRow): Promise<void> {
  const now = await findInLine(app, id)
  const gone = !now || now.state === 'withdrawn' || now.state === 'removed' || now.state === 'missed'
  if (gone && seat.state === 'held') await yieldSeat(app, seat, 'withdrawn')
}

/** Who waits and holds a seat was being invited when the program died. */
async function adoptHolds(app: App, season: string): Promise<void> {
  const held = await many<SeatRow>(app, SEATS, {
    and: [{ season: { equals: season } }, { state: { equals: 'held' } }],
  })
  const seatOf = new Map(held.map((seat) => [seat.person ?? '', seat]))
  if (seatOf.size === 0) return
  const rows = await many<LineRow>(app, WAITING, {
    and: [
      { season: { equals: season } },
      { state: { equals: 'waiting' } },
      { person: { in: [...seatOf.keys()] } },
    ],
  })
  for (const row of rows) {
    const seat = seatOf.get(row.person)
    if (seat && !(await turn(app, row, seat))) await giveBack(app, row, seat)
  }
}

/** The job: what deliveries have not done, a cap that was raised, a season that opened. */
export async function keepLine(app: App, cut?: AbortSignal): Promise<void> {
  const today = todayOf(app)
  for (const row of await invitedAndOver(app, app.clock.now().toISOString()))
    await missInvitation(app, row.season, row.person)
  for (const season of await allSeasons(app)) {
    if (cut?.aborted) return
    if (!mayInvite(phaseOf(season, today))) continue
    const [somebody] = await firstInLine(app, season.id, 1)
    if (!somebody) continue
    await adoptHolds(app, season.id)
    await inviteWaiting(app, season.id)
  }
}

/** Whoever has joined is in line no more. */
export async function seatInLine(app: App, row: LineRow | null): Promise<void> {
  if (row) await changeLine(app, row.id, 'seat', async () => ok({ data: { until: null } }))
}
