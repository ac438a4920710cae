import type { App } from '@/hooks'
import { SEATS } from '../contract'
import { NO_SEATS, type SeatCounts } from '../domain/seats'

type Grouped = { state: keyof SeatCounts; n: number; changed: string }

/**
 * The seats of a season by state, and when one last changed: one grouped query. For showing: while people take seats,
 * MongoDB may count one in the state it had a moment before, but counts each once (it runs along the key, see
 * provisionSeats.ts).
 */
export async function countSeats(
  app: App,
  season: string,
): Promise<{ counts: SeatCounts; updatedAt: string | null }> {
  const rows = await (app.payload.db.name === 'mongoose' ? fromMongo(app, season) : fromSqlite(app, season))
  const counts = { ...NO_SEATS }
  for (const row of rows) if (row.state in counts) counts[row.state] = row.n
  const changes = rows.map((r) => r.changed).sort()
  return { counts, updatedAt: changes.at(-1) ?? null }
}

type SqliteClient = {
  execute(q: { sql: string; args: string[] }): Promise<{ rows: Record<string, unknown>[] }>
}

async function fromSqlite(app: App, season: string): Promise<Grouped[]> {
  const { client } = app.payload.db as unknown as { client: SqliteClient }
  const { rows } = await client.execute({
    sql: 'SELECT state, count(*) AS n, max(updated_at) AS changed FROM seats WHERE season = ? GROUP BY state',
    args: [season],
  })
  return rows.map((r) => ({
    state: String(r.state) as keyof SeatCounts,
    n: Number(r.n),
    changed: String(r.changed),
  }))
}

type MongoDb = {
  connection: {
    collection(name: string): { aggregate(p: object[]): { toArray(): Promise<Record<string, unknown>[]> } }
  }
}

async function fromMongo(app: App, season: string): Promise<Grouped[]> {
  const { connection } = app.payload.db as unknown as MongoDb
  const rows = await connection
    .collection(SEATS)
    .aggregate([
      { $match: { key: { $gte: `${season}:`, $lt: `${season};` } } },
      { $group: { _id: '$state', n: { $sum: 1 }, changed: { $max: '$updatedAt' } } },
    ])
    .toArray()
  return rows.map((r) => ({
    state: String(r._id) as keyof SeatCounts,
    n: Number(r.n),
    changed: r.changed instanceof Date ? r.changed.toISOString() : String(r.changed),
  }))
}
