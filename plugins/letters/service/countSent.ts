import type { MailState } from '@/collections/mail/contract'
import type { App } from '@/hooks'

/** What became of the mails of a letter: `waiting` will still be offered, `kept` waits for a server to be configured. */
export type SentCounts = { sent: number; waiting: number; failed: number; kept: number }
export const NONE_SENT: SentCounts = { sent: 0, waiting: 0, failed: 0, kept: 0 }

const OF: Record<MailState, keyof SentCounts> = {
  sent: 'sent',
  queued: 'waiting',
  sending: 'waiting',
  failed: 'failed',
  kept: 'kept',
}

/** `letter:<id>`: ids are of one length. */
const HEAD = 'letter:'.length + 36
type Row = { letter: string; state: string; n: number }
type SqliteClient = {
  execute(q: { sql: string; args: string[] }): Promise<{ rows: Record<string, unknown>[] }>
}
type MongoDb = {
  connection: {
    collection(name: string): {
      aggregate(p: object[]): { toArray(): Promise<{ _id: { of: string; state: string }; n: number }[]> }
    }
  }
}

/** The mails of some letters by what became of them: one question, along the keys. */
export async function countSent(app: App, letters: readonly string[]): Promise<Map<string, SentCounts>> {
  const counts = new Map<string, SentCounts>()
  if (letters.length === 0) return counts
  const rows = await (app.payload.db.name === 'mongoose' ? fromMongo(app, letters) : fromSqlite(app, letters))
  for (const { letter, state, n } of rows) {
    const of = OF[state as MailState]
    const before = counts.get(letter) ?? NONE_SENT
    counts.set(letter, { ...before, [of]: before[of] + n })
  }
  return counts
}

const between = (id: string): [string, string] => [`letter:${id}:`, `letter:${id};`]
const letterOf = (head: unknown): string => String(head).slice('letter:'.length)

async function fromSqlite(app: App, letters: readonly string[]): Promise<Row[]> {
  const { client } = app.payload.db as unknown as { client: SqliteClient }
  const { rows } = await client.execute({
    sql: `SELECT substr(key, 1, ${HEAD}) AS head, state, count(*) AS n FROM mails
      WHERE ${letters.map(() => '(key >= ? AND key < ?)').join(' OR ')} GROUP BY 1, 2`,
    args: letters.flatMap(between),
  })
  return rows.map((row) => ({ letter: letterOf(row.head), state: String(row.state), n: Number(row.n) }))
}

async function fromMongo(app: App, letters: readonly string[]): Promise<Row[]> {
  const { connection } = app.payload.db as unknown as MongoDb
  const ranges = letters.map(between).map(([from, to]) => ({ key: { $gte: from, $lt: to } }))
  const rows = await connection
    .collection('mails')
    .aggregate([
      { $match: { $or: ranges } },
      { $group: { _id: { of: { $substrBytes: ['$key', 0, HEAD] }, state: '$state' }, n: { $sum: 1 } } },
    ])
    .toArray()
  return rows.map(({ _id, n }) => ({ letter: letterOf(_id.of), state: _id.state, n }))
}
