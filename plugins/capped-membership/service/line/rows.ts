import { type App, type Deciding, many, one } from '@/hooks'
import { type LineState, WAITING } from '../../contract'
import { lineKey } from '../../domain/keys'

export type LineRow = Deciding & {
  key: string
  season: string
  person: string
  application: string
  name: string
  state: LineState
  since: string
  priority: number
  why?: string | null
  reason?: string | null
  by?: string | null
  until?: string | null
}

/** The order of the line: priority, then who was accepted first; ids settle what clocks cannot. `positionOf` counts by it. */
export const TURN = ['-priority', 'since', 'id']

export const findInLine = (app: App, id: string) => one<LineRow>(app, WAITING, { id: { equals: id } })

export const findLineOf = (app: App, season: string, person: string) =>
  one<LineRow>(app, WAITING, { key: { equals: lineKey(season, person) } })

/** The first who wait, in their order. */
export const firstInLine = (app: App, season: string, limit: number) =>
  many<LineRow>(
    app,
    WAITING,
    { and: [{ season: { equals: season } }, { state: { equals: 'waiting' } }] },
    { limit, sort: TURN },
  )

/** How many wait before this one, plus one: a single count. */
export async function positionOf(app: App, row: LineRow): Promise<number> {
  const { totalDocs } = await app.payload.db.count({
    collection: WAITING,
    where: {
      and: [
        { season: { equals: row.season } },
        { state: { equals: 'waiting' } },
        {
          or: [
            { priority: { greater_than: row.priority } },
            { and: [{ priority: { equals: row.priority } }, { since: { less_than: row.since } }] },
            {
              and: [
                { priority: { equals: row.priority } },
                { since: { equals: row.since } },
                { id: { less_than: row.id } },
              ],
            },
          ],
        },
      ],
    },
  })
  return totalDocs + 1
}

export const invitedAndOver = (app: App, now: string) =>
  many<LineRow>(
    app,
    WAITING,
    { and: [{ state: { equals: 'invited' } }, { until: { less_than_equal: now } }] },
    { limit: 200, sort: 'until' },
  )
