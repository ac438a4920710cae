import { type Client, createClient } from '@libsql/client'
import { CHECKPOINT_FIELDS, columnOf, ROW_FIELDS, SEAL_FIELDS } from '../../store/columns'

/** As Payload makes the tables of the three collections on SQLite (timestamps on). */
const NUMBERS = new Set([
  ...['amount', 'leg', 'legs', 'min', 'max', 'seen', 'mark', 'seq', 'count'],
  ...['balance', 'heldOut', 'heldIn', 'debits', 'credits', 'limitAt', 'rows'],
])
const FLAGS = new Set(['opened', 'closed'])

const typeOf = (field: string) => (NUMBERS.has(field) ? 'numeric' : FLAGS.has(field) ? 'integer' : 'text')

function table(name: string, fields: readonly string[], unique: string[], indexes: string[][]): string[] {
  const columns = fields.map((f) =>
    f === 'id' ? '`id` text PRIMARY KEY NOT NULL' : `\`${columnOf(f)}\` ${typeOf(f)}`,
  )
  const now = "text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL"
  const list = (fs: string[]) => fs.map((f) => `\`${columnOf(f)}\``).join(', ')
  const named = (fs: string[]) => `\`${name}_${fs.map(columnOf).join('_')}_idx\``
  return [
    `CREATE TABLE \`${name}\` (${columns.join(', ')}, \`updated_at\` ${now}, \`created_at\` ${now})`,
    ...unique.map((f) => `CREATE UNIQUE INDEX ${named([f])} ON \`${name}\` (${list([f])})`),
    ...[...indexes, ['updatedAt'], ['createdAt']].map(
      (fs) => `CREATE INDEX ${named(fs)} ON \`${name}\` (${list(fs)})`,
    ),
  ]
}

const STATEMENTS = [
  ...table(
    'ts_transfers',
    ROW_FIELDS,
    ['key', 'debitSlot', 'creditSlot', 'settles'],
    [['debit', 'id'], ['credit', 'id'], ['expiresAt'], ['mark'], ['at'], ['kind']],
  ),
  ...table('ts_seals', SEAL_FIELDS, ['seq'], []),
  ...table('ts_checkpoints', CHECKPOINT_FIELDS, ['key'], [['account', 'seq']]),
]

/** A file with the tables, opened as the server opens it: WAL and a busy timeout. */
export async function openSqlite(file: string): Promise<Client> {
  const client = createClient({ url: `file:${file}` })
  await client.execute('PRAGMA busy_timeout = 10000')
  await client.execute('PRAGMA journal_mode = WAL')
  await client.execute('PRAGMA synchronous = NORMAL')
  for (const statement of STATEMENTS) await client.execute(statement)
  return client
}
