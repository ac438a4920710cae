import type { App } from '@/hooks'
import { type LineState, WAITING } from '../../contract'
import { lineKey } from '../../domain/keys'
import { many } from '../rows'

export type LineRow = {
  id: string
  rev: number
  facts?: string | null
  factsPending?: number | null
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

const one = async (app: App, where: object): Promise<LineRow | null> =>
  (await app.payload.db.findOne<LineRow>({ collection: WAITING, where: where as never })) ?? null

export const findInLine = (app: App, id: string) => one(app, { id: { equals: id } })

export const findLineOf = (app: App, season: string, person: string) =>
  one(app, { key: { equals: lineKey(season, person) } })

/** The first who wait, in their order. */
export async function firstInLine(app: App, season: string, limit: number): Promise<LineRow[]> {
  const { docs } = await app.payload.db.find<LineRow>({
    collection: WAITING,
    where: { and: [{ season: { equals: season } }, { state: { equals: 'waiting' } }] },
    sort: TURN,
    limit,
    pagination: false,
  })
  return docs
}

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
