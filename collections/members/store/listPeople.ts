import type { Payload } from 'payload'
import type { Standing } from '@/core/person'
import type { GrantRow, Role } from '../domain/grants'

export type PeopleQuery = {
  /** Words without accents or case (`searchKey`): letters and figures only. */
  words: readonly string[]
  standing: Standing | null
  role: Role | null
  sort: 'name' | 'since'
  descending: boolean
  skip: number
  limit: number
  now: Date
}

export type ListedPerson = {
  person: string
  name: string
  email: string
  standing: Standing
  since: string | null
  until: string | null
  before: Standing | null
  grants: GrantRow[]
}

export type PeoplePage = { rows: ListedPerson[]; total: number }

/**
 * A page of people with their standing now and their grants. Name, address, standing and grants stand in four tables
 * that Payload's queries cannot join: two statements on SQLite, one on MongoDB.
 */
export const listPeople = (payload: Payload, query: PeopleQuery): Promise<PeoplePage> =>
  payload.db.name === 'mongoose' ? fromMongo(payload, query) : fromSqlite(payload, query)

/** A suspension whose end has come, in SQL; the standing before it holds again (domain/standing.ts). */
const OVER = `(st.standing = 'suspended' AND st.before IS NOT NULL AND st.until IS NOT NULL AND st.until <= :now)`
const STANDING = `CASE WHEN ${OVER} THEN st.before ELSE st.standing END`
const SINCE = `CASE WHEN ${OVER} THEN st.until ELSE st.since END`
const FROM = `profiles p JOIN members m ON m.id = p.person JOIN standings st ON st.person = p.person`
const HOLDS = `EXISTS (SELECT 1 FROM role_grants g WHERE g.person = p.person AND g.role = :role
  AND (g."from" IS NULL OR g."from" <= :now) AND (g."to" IS NULL OR g."to" > :now))`

type Value = string | number
type SqliteClient = {
  execute(q: { sql: string; args: Record<string, Value> }): Promise<{ rows: Record<string, unknown>[] }>
}

async function fromSqlite(payload: Payload, query: PeopleQuery): Promise<PeoplePage> {
  const { client } = payload.db as unknown as { client: SqliteClient }
  const args: Record<string, Value> = { now: query.now.toISOString() }
  const where = query.words.map((word, i) => {
    args[`w${i}`] = `%${word}%`
    return `(p.sort_key LIKE :w${i} OR m.email LIKE :w${i})`
  })
  if (query.standing) {
    args.standing = query.standing
    where.push(`${STANDING} = :standing`)
  }
  if (query.role) {
    args.role = query.role
    where.push(HOLDS)
  }
  const found = `FROM ${FROM} ${where.length ? `WHERE ${where.join(' AND ')}` : ''}`
  const way = query.descending ? 'DESC' : 'ASC'
  const order = query.sort === 'since' ? `${SINCE} ${way}, p.sort_key` : `p.sort_key ${way}`
  const [rows, [counted]] = await Promise.all([
    client.execute({
      sql: `SELECT p.person, p.name, m.email, st.standing, st.since, st.until, st.before,
        (SELECT json_group_array(json_object('role', g.role, 'scope', g.scope, 'from', g."from", 'to', g."to"))
           FROM role_grants g WHERE g.person = p.person) AS grants
        ${found} ORDER BY ${order}, p.person LIMIT :limit OFFSET :skip`,
      args: { ...args, limit: query.limit, skip: query.skip },
    }),
    client.execute({ sql: `SELECT count(*) AS n ${found}`, args }).then((r) => r.rows),
  ])
  return {
    rows: rows.rows.map((row) => ({
      person: String(row.person),
      name: String(row.name),
      email: String(row.email),
      standing: row.standing as Standing,
      since: row.since as string | null,
      until: row.until as string | null,
      before: row.before as Standing | null,
      grants: JSON.parse(String(row.grants)) as GrantRow[],
    })),
    total: Number(counted?.n ?? 0),
  }
}

type MongoDb = {
  connection: {
    collection(name: string): { aggregate(p: object[]): { toArray(): Promise<Record<string, unknown>[]> } }
  }
}

const lookup = (from: string, as: string, foreignField = 'person') => ({
  $lookup: { from, localField: 'person', foreignField, as },
})
const MEMBER = [lookup('members', 'member', '_id'), { $unwind: '$member' }]
const GRANTS = [lookup('role-grants', 'grants')]

const standingStages = (now: Date): object[] => {
  const over = {
    $and: [
      { $eq: ['$st.standing', 'suspended'] },
      { $ne: [{ $ifNull: ['$st.before', null] }, null] },
      { $ne: [{ $ifNull: ['$st.until', null] }, null] },
      { $lte: ['$st.until', now] },
    ],
  }
  return [
    lookup('standings', 'st'),
    { $unwind: '$st' },
    {
      $addFields: {
        standing: { $cond: [over, '$st.before', '$st.standing'] },
        since: { $cond: [over, '$st.until', '$st.since'] },
      },
    },
  ]
}

async function fromMongo(payload: Payload, query: PeopleQuery): Promise<PeoplePage> {
  const { connection } = payload.db as unknown as MongoDb
  const { now } = query
  const match: object[] = query.words.map((word) => {
    // Letters and figures only: nothing here means anything to a regular expression.
    const holds = { $regex: word }
    return { $or: [{ sortKey: holds }, { 'member.email': holds }] }
  })
  if (query.standing) match.push({ standing: query.standing })
  if (query.role) {
    const inForce = {
      role: query.role,
      $and: [
        { $or: [{ from: null }, { from: { $lte: now } }] },
        { $or: [{ to: null }, { to: { $gt: now } }] },
      ],
    }
    match.push({ grants: { $elemMatch: inForce } })
  }
  const way = query.descending ? -1 : 1
  const sort = query.sort === 'since' ? { since: way, sortKey: 1, person: 1 } : { sortKey: way, person: 1 }
  const cut = [{ $skip: query.skip }, { $limit: query.limit }]
  const [answer] = await connection
    .collection('profiles')
    .aggregate([
      { $project: { person: 1, name: 1, sortKey: 1 } },
      ...MEMBER,
      ...standingStages(now),
      ...(query.role ? GRANTS : []),
      ...(match.length ? [{ $match: { $and: match } }] : []),
      {
        $facet: {
          rows: [{ $sort: sort }, ...cut, ...(query.role ? [] : GRANTS)],
          counted: [{ $count: 'n' }],
        },
      },
    ])
    .toArray()
  const rows = (answer?.rows ?? []) as MongoRow[]
  return {
    rows: rows.map(({ person, name, member, st, grants }) => ({
      person,
      name,
      email: member.email,
      standing: st.standing,
      since: iso(st.since),
      until: iso(st.until),
      before: st.before ?? null,
      grants: grants.map((g) => ({
        role: String(g.role),
        scope: g.scope ? String(g.scope) : null,
        from: iso(g.from),
        to: iso(g.to),
      })),
    })),
    total: ((answer?.counted ?? []) as { n: number }[])[0]?.n ?? 0,
  }
}

type MongoRow = {
  person: string
  name: string
  member: { email: string }
  st: { standing: Standing; since?: unknown; until?: unknown; before?: Standing }
  grants: Record<string, unknown>[]
}

const iso = (value: unknown) => (value instanceof Date ? value.toISOString() : value ? String(value) : null)
