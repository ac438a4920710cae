import type { Payload } from 'payload'

/** Members, in good standing, who have not been seen since an instant. */
export type SilentQuery = {
  before: Date
  /** Only among these people; all where absent. */
  among?: readonly string[]
  /** Never this person: who asks. */
  without?: string
  /** In the order of their ids, after this one: an order that stands still while people come back. */
  after?: string
  skip: number
  limit: number
}

export type SilentPerson = {
  person: string
  name: string
  /** Null: never signed in since they may. */
  lastSeenAt: string | null
}

export type SilentPage = { rows: SilentPerson[]; total: number }

/**
 * A page of silent members, the longest first: last seen on any device before an instant; whoever never was, a member
 * since before it. One statement on either database, by the index of sign-ins on person and `lastSeenAt`.
 */
export const listSilent = (payload: Payload, query: SilentQuery): Promise<SilentPage> =>
  payload.db.name === 'mongoose' ? fromMongo(payload, query) : fromSqlite(payload, query)

type Value = string | number
type SqliteClient = {
  execute(q: { sql: string; args: Record<string, Value> }): Promise<{ rows: Record<string, unknown>[] }>
}

async function fromSqlite(payload: Payload, query: SilentQuery): Promise<SilentPage> {
  const { client } = payload.db as unknown as { client: SqliteClient }
  const args: Record<string, Value> = {
    before: query.before.toISOString(),
    limit: query.limit,
    skip: query.skip,
  }
  const also: string[] = []
  if (query.among) {
    const names = query.among.map((id, i) => {
      args[`a${i}`] = id
      return `:a${i}`
    })
    also.push(`st.person IN (${names.join(', ')})`)
  }
  if (query.without) {
    args.without = query.without
    also.push('st.person <> :without')
  }
  if (query.after !== undefined) {
    args.after = query.after
    also.push('st.person > :after')
  }
  const order = query.after === undefined ? 'COALESCE(seen, since), person' : 'person'
  const { rows } = await client.execute({
    sql: `SELECT person, name, seen, count(*) OVER () AS total FROM (
        SELECT st.person, p.name, st.since,
          (SELECT max(s.last_seen_at) FROM sign_ins s WHERE s.person = st.person) AS seen
        FROM standings st JOIN profiles p ON p.person = st.person
        WHERE st.standing IN ('active', 'grace')${also.map((a) => ` AND ${a}`).join('')}
      ) WHERE COALESCE(seen, since) < :before
      ORDER BY ${order} LIMIT :limit OFFSET :skip`,
    args,
  })
  return {
    rows: rows.map((row) => ({
      person: String(row.person),
      name: String(row.name),
      lastSeenAt: row.seen ? String(row.seen) : null,
    })),
    total: Number(rows[0]?.total ?? 0),
  }
}

type MongoDb = {
  connection: {
    collection(name: string): { aggregate(p: object[]): { toArray(): Promise<Record<string, unknown>[]> } }
  }
}

async function fromMongo(payload: Payload, query: SilentQuery): Promise<SilentPage> {
  const { connection } = payload.db as unknown as MongoDb
  const person = {
    ...(query.among ? { $in: [...query.among] } : {}),
    ...(query.without ? { $ne: query.without } : {}),
    ...(query.after !== undefined ? { $gt: query.after } : {}),
  }
  const order = query.after === undefined ? { from: 1, person: 1 } : { person: 1 }
  const [answer] = await connection
    .collection('standings')
    .aggregate([
      {
        $match: {
          standing: { $in: ['active', 'grace'] },
          ...(Object.keys(person).length > 0 ? { person } : {}),
        },
      },
      {
        $lookup: {
          from: 'sign-ins',
          localField: 'person',
          foreignField: 'person',
          as: 'seen',
          pipeline: [{ $sort: { lastSeenAt: -1 } }, { $limit: 1 }, { $project: { lastSeenAt: 1 } }],
        },
      },
      { $addFields: { seen: { $first: '$seen.lastSeenAt' } } },
      { $addFields: { from: { $ifNull: ['$seen', '$since'] } } },
      { $match: { from: { $lt: query.before } } },
      { $lookup: { from: 'profiles', localField: 'person', foreignField: 'person', as: 'profile' } },
      { $unwind: '$profile' },
      {
        $facet: {
          rows: [{ $sort: order }, { $skip: query.skip }, { $limit: query.limit }],
          counted: [{ $count: 'n' }],
        },
      },
    ])
    .toArray()
  const rows = (answer?.rows ?? []) as { person: string; profile: { name: string }; seen?: Date | null }[]
  return {
    rows: rows.map((row) => ({
      person: row.person,
      name: row.profile.name,
      lastSeenAt: row.seen ? new Date(row.seen).toISOString() : null,
    })),
    total: ((answer?.counted ?? []) as { n: number }[])[0]?.n ?? 0,
  }
}
