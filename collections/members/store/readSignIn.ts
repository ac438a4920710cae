import type { Payload } from 'payload'
import { isLang } from '@/core/lang'
import type { Person, Standing } from '@/core/person'
import { opens } from '../areas'
import { type GrantRow, grantsAt } from '../domain/grants'
import { standingAt } from '../domain/standing'

export type LiveSignIn = { id: string; lastSeenAt: string; person: Person }

type Found = {
  id: string
  person: string
  expiresAt: string
  endedAt: string | null
  lastSeenAt: string
  email: string
  lang: string
  name: string
  standing: Standing
  until: string | null
  before: Standing | null
  introduced: boolean
  grants: GrantRow[]
}

/**
 * Who is behind a token, with all that gives rights, as it stands now: one query a request, on either database.
 * Null for an unknown, ended or expired sign-in.
 */
export async function readSignIn(payload: Payload, tokenHash: string, now: Date): Promise<LiveSignIn | null> {
  const found = await (payload.db.name === 'mongoose'
    ? fromMongo(payload, tokenHash)
    : fromSqlite(payload, tokenHash))
  if (!found || found.endedAt || new Date(found.expiresAt) <= now) return null
  return {
    id: found.id,
    lastSeenAt: found.lastSeenAt,
    person: {
      id: found.person,
      email: found.email,
      name: found.name,
      lang: isLang(found.lang) ? found.lang : 'fr',
      standing: standingAt(found, now),
      grants: grantsAt(found.grants, now).filter((g) => g.role !== 'staff' || opens(g.area)),
      signIn: found.id,
      introduced: found.introduced,
    },
  }
}

const SQL = `
  SELECT s.id, s.person, s.expires_at, s.ended_at, s.last_seen_at, m.email, m.lang, p.name, coalesce(p.presentation, '') <> '' AS introduced, st.standing, st.until, st.before,
    (SELECT json_group_array(json_object('role', g.role, 'scope', g.scope, 'from', g."from", 'to', g."to"))
       FROM role_grants g WHERE g.person = s.person) AS grants
  FROM sign_ins s
  JOIN members m ON m.id = s.person
  JOIN profiles p ON p.person = s.person
  JOIN standings st ON st.person = s.person
  WHERE s.token_hash = ?`

type SqliteClient = {
  execute(q: { sql: string; args: string[] }): Promise<{ rows: Record<string, unknown>[] }>
}

async function fromSqlite(payload: Payload, tokenHash: string): Promise<Found | null> {
  const client = (payload.db as unknown as { client: SqliteClient }).client
  const { rows } = await client.execute({ sql: SQL, args: [tokenHash] })
  const row = rows[0]
  if (!row) return null
  return {
    id: String(row.id),
    person: String(row.person),
    expiresAt: String(row.expires_at),
    endedAt: row.ended_at === null ? null : String(row.ended_at),
    lastSeenAt: String(row.last_seen_at),
    email: String(row.email),
    lang: String(row.lang),
    name: String(row.name),
    standing: row.standing as Standing,
    until: row.until as string | null,
    before: row.before as Standing | null,
    introduced: row.introduced === 1,
    grants: JSON.parse(String(row.grants)) as GrantRow[],
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

async function fromMongo(payload: Payload, tokenHash: string): Promise<Found | null> {
  const { connection } = payload.db as unknown as MongoDb
  const [row] = await connection
    .collection('sign-ins')
    .aggregate([
      { $match: { tokenHash } },
      lookup('members', 'member', '_id'),
      lookup('profiles', 'profile'),
      lookup('standings', 'standing'),
      lookup('role-grants', 'grants'),
    ])
    .toArray()
  const [member] = (row?.member ?? []) as { email: string; lang: string }[]
  const [profile] = (row?.profile ?? []) as { name: string; presentation?: string | null }[]
  const [standing] = (row?.standing ?? []) as { standing: Standing; until?: string; before?: Standing }[]
  if (!row || !member || !profile || !standing) return null
  const iso = (value: unknown) => (value instanceof Date ? value.toISOString() : value ? String(value) : null)
  return {
    id: String(row._id),
    person: String(row.person),
    expiresAt: iso(row.expiresAt) ?? '',
    endedAt: iso(row.endedAt),
    lastSeenAt: iso(row.lastSeenAt) ?? '',
    email: member.email,
    lang: member.lang,
    name: profile.name,
    standing: standing.standing,
    until: iso(standing.until),
    before: standing.before ?? null,
    introduced: Boolean(profile.presentation),
    grants: ((row.grants ?? []) as Record<string, unknown>[]).map((g) => ({
      role: String(g.role),
      scope: g.scope ? String(g.scope) : null,
      from: iso(g.from),
      to: iso(g.to),
    })),
  }
}
