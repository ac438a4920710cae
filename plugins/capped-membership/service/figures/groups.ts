import type { App } from '@/hooks'
import { APPLICATIONS, MEMBERSHIPS, SEATS } from '../../contract'
import type { Group } from '../../domain/figures/funnel'
import { NO_SEATS, type SeatCounts } from '../../domain/seats'

/* Counts by group, one question each: Payload has none that groups. */

type Row = Record<string, unknown>
type SqliteClient = { execute(q: { sql: string; args: string[] }): Promise<{ rows: Row[] }> }
type MongoDb = {
  collections: Record<string, { collection: { aggregate(p: object[]): { toArray(): Promise<Row[]> } } }>
}

/** One grouped question, said in the words of either database. */
export async function grouped(
  app: App,
  ask: { sql: string; args: string[]; from: string; stages: object[] },
): Promise<Row[]> {
  if (app.payload.db.name === 'mongoose') {
    // By its slug: what MongoDB calls a collection may be the plural of it.
    const model = (app.payload.db as unknown as MongoDb).collections[ask.from]
    if (!model) throw new Error(`there is no collection ${ask.from}`)
    const rows = await model.collection.aggregate(ask.stages).toArray()
    return rows.map(({ _id, ...rest }): Row => ({ ...(_id as Row), ...rest }))
  }
  const { client } = app.payload.db as unknown as { client: SqliteClient }
  return (await client.execute({ sql: ask.sql, args: ask.args })).rows
}

const text = (value: unknown): string | null =>
  value === null || value === undefined || value === '' ? null : String(value)
const there = (field: string) => ({ $ne: [{ $ifNull: [field, null] }, null] })

/** The applications of a season that were filed (not imported: nobody interviewed those), by how far they came and why they were refused. */
export async function groupApplications(app: App, season: string): Promise<Group[]> {
  const rows = await grouped(app, {
    sql: `SELECT state, interview_at IS NOT NULL AS planned, interviewed_at IS NOT NULL AS interviewed, decision,
            reason_code AS "reasonCode", count(*) AS n
          FROM applications WHERE season = ? AND source IS NULL GROUP BY 1, 2, 3, 4, 5`,
    args: [season],
    from: APPLICATIONS,
    stages: [
      { $match: { season, source: null } },
      {
        $group: {
          _id: {
            state: '$state',
            planned: there('$interviewAt'),
            interviewed: there('$interviewedAt'),
            decision: '$decision',
            reasonCode: '$reasonCode',
          },
          n: { $sum: 1 },
        },
      },
    ],
  })
  return rows.map((row) => ({
    state: String(row.state),
    planned: Boolean(row.planned),
    interviewed: Boolean(row.interviewed),
    decision: text(row.decision),
    reasonCode: text(row.reasonCode),
    n: Number(row.n),
  }))
}

/** The memberships of a season that have ended, by the reason noted. */
export async function groupEndings(app: App, season: string): Promise<{ code: string | null; n: number }[]> {
  const rows = await grouped(app, {
    sql: `SELECT end_reason AS code, count(*) AS n FROM memberships WHERE season = ? AND state = 'ended' GROUP BY 1`,
    args: [season],
    from: MEMBERSHIPS,
    stages: [
      { $match: { season, state: 'ended' } },
      { $group: { _id: { code: '$endReason' }, n: { $sum: 1 } } },
    ],
  })
  return rows.map((row) => ({ code: text(row.code), n: Number(row.n) }))
}

/** The seats of every season by state. */
export async function countAllSeats(app: App): Promise<Map<string, SeatCounts>> {
  const rows = await grouped(app, {
    sql: 'SELECT season, state, count(*) AS n FROM seats GROUP BY season, state',
    args: [],
    from: SEATS,
    stages: [{ $group: { _id: { season: '$season', state: '$state' }, n: { $sum: 1 } } }],
  })
  const all = new Map<string, SeatCounts>()
  for (const row of rows) {
    const season = String(row.season)
    all.set(season, { ...(all.get(season) ?? NO_SEATS), [String(row.state)]: Number(row.n) })
  }
  return all
}
