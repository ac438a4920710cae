import { standingAt } from '@/collections/members/domain/standing'
import { changeStanding } from '@/collections/members/service'
import { findStanding } from '@/collections/members/service/changeStanding'
import type { Standing } from '@/core/person'
import type { App } from '@/hooks'
import { MEMBERSHIPS } from '../../contract'
import { dueStanding } from '../../domain/seasonTurn'
import { todayOf } from '../readCounter'
import { allSeasons, type MembershipRow, many, type SeasonRow } from '../rows'
import { readRenewalSettings } from './readRenewalSettings'

const PAGE = 200

/** What each change is called in the log of standings; the mails go by it. */
export const SEASON_OVER = 'season.over'
export const GRACE_OVER = 'grace.over'
export const STILL_A_MEMBER = 'membership.in-force'

/**
 * Members whose seasons are over go from active to grace, and from grace to lapsed, as the days pass; whoever has a
 * membership of a later season stays active. Goes through all members and may be cut anywhere: what is done stays done,
 * and the next run finds the rest.
 */
export async function settleStandings(app: App, cut?: AbortSignal): Promise<number> {
  let [changed, after] = [0, '']
  for (;;) {
    const rows = await many<{ id: string; person: string; standing: Standing }>(
      app,
      'standings',
      { and: [{ standing: { in: ['active', 'grace'] } }, { id: { greater_than: after } }] },
      { sort: 'id', limit: PAGE },
    )
    const due = await dueOf(
      app,
      rows.map((row) => row.person),
    )
    for (const { person, standing } of rows) {
      if (cut?.aborted) return changed
      const to = due.get(person)
      if (to && to !== standing && (await settleStanding(app, person))) changed++
    }
    const last = rows.at(-1)
    if (!last || rows.length < PAGE || cut?.aborted) return changed
    after = last.id
  }
}

/**
 * Makes one member's standing what their memberships say it is today; true when it changed. Memberships are read again
 * after the write: one paid at that moment counts, whichever came first, since what follows from a payment makes its
 * member active after the membership stands.
 */
export async function settleStanding(app: App, person: string): Promise<boolean> {
  let changed = false
  for (;;) {
    const [due, row] = await Promise.all([dueOf(app, [person]), findStanding(app, person)])
    const to = due.get(person)
    const from = row && standingAt(row, app.clock.now())
    if (!to || !from || from === to || !STEPS[to].from.includes(from)) return changed
    const { reason } = STEPS[to]
    const done = await changeStanding(app, { person, to, from: STEPS[to].from, reason, actor: 'system' })
    if (!done.ok) return changed
    changed ||= done.value.changed
  }
}

const STEPS: Record<'active' | 'grace' | 'lapsed', { from: readonly Standing[]; reason: string }> = {
  active: { from: ['grace', 'lapsed'], reason: STILL_A_MEMBER },
  grace: { from: ['active'], reason: SEASON_OVER },
  lapsed: { from: ['active', 'grace'], reason: GRACE_OVER },
}

/** What the memberships of people make of them today: three queries for any number. */
async function dueOf(
  app: App,
  people: readonly string[],
): Promise<Map<string, 'active' | 'grace' | 'lapsed' | null>> {
  if (people.length === 0) return new Map()
  const [seasons, { graceDays }, rows] = await Promise.all([
    allSeasons(app),
    readRenewalSettings(app),
    many<MembershipRow>(app, MEMBERSHIPS, {
      and: [{ person: { in: [...people] } }, { state: { equals: 'confirmed' } }],
    }),
  ])
  const byId = new Map<string, SeasonRow>(seasons.map((season) => [season.id, season]))
  const today = todayOf(app)
  return new Map(
    people.map((person) => {
      const terms = rows.filter((row) => row.person === person).flatMap((row) => byId.get(row.season) ?? [])
      return [person, dueStanding(terms, today, graceDays)]
    }),
  )
}
