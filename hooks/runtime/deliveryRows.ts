import type { Payload } from 'payload'
import type { App } from '../app'
import { compareAndSet } from '../rows'
import { DELIVERIES } from './collections'
import { chunks, isMongo, mongoOf, sqliteTable } from './store'

/*
 * The two writes of every delivery, for several at a time. On SQLite each would cost its own sync to disk.
 */

type Claimed = { id: string; attempts: number }

/** Takes those that are still as they were read (by their number of attempts) and due; returns their ids. */
export async function claimDeliveries(
  app: App,
  wanted: readonly Claimed[],
  now: Date,
  until: Date,
): Promise<Set<string>> {
  if (wanted.length === 0) return new Set()
  return isMongo(app.payload) ? claimEach(app, wanted, now, until) : claimAtOnce(app, wanted, now, until)
}

async function claimEach(app: App, wanted: readonly Claimed[], now: Date, until: Date): Promise<Set<string>> {
  const lockedUntil = until.toISOString()
  const won = await Promise.all(
    wanted.map(async ({ id, attempts }) => {
      const seen = {
        and: [
          { id: { equals: id } },
          { attempts: { equals: attempts } },
          { nextAt: { less_than_equal: now.toISOString() } },
        ],
      }
      const data = { state: 'running', attempts: attempts + 1, lockedUntil, nextAt: lockedUntil }
      return (await compareAndSet(app, DELIVERIES, seen as never, data)) ? id : null
    }),
  )
  return new Set(won.filter((id) => id !== null))
}

async function claimAtOnce(
  app: App,
  wanted: readonly Claimed[],
  now: Date,
  until: Date,
): Promise<Set<string>> {
  const { db, name, column } = sqliteTable(app.payload, DELIVERIES)
  const [id, state, attempts, nextAt, lockedUntil, updatedAt] = [
    'id',
    'state',
    'attempts',
    'nextAt',
    'lockedUntil',
    'updatedAt',
  ].map(column)
  const won = new Set<string>()
  for (const part of chunks(wanted)) {
    const { rows } = await db.client.execute({
      sql: `UPDATE ${name}
            SET ${state} = 'running', ${attempts} = ${attempts} + 1, ${lockedUntil} = ?, ${nextAt} = ?, ${updatedAt} = ?
            WHERE ${nextAt} <= ?
              AND (${id}, ${attempts}) IN (VALUES ${part.map(() => '(?, ?)').join(', ')})
            RETURNING ${id} AS won`,
      args: [
        until.toISOString(),
        until.toISOString(),
        now.toISOString(),
        now.toISOString(),
        ...part.flatMap((d) => [d.id, d.attempts]),
      ],
    })
    for (const row of rows) won.add(String(row.won))
  }
  return won
}

/** Writes down that they were delivered, each only if it is still ours. */
export async function finishDeliveries(
  app: App,
  ended: readonly (Claimed & { spentMs: number })[],
): Promise<void> {
  for (const part of chunks(ended)) {
    if (isMongo(app.payload)) {
      await mongoOf(app.payload, DELIVERIES).bulkWrite(
        part.map(({ id, attempts, spentMs }) => ({
          updateOne: {
            filter: { _id: id, state: 'running', attempts },
            update: {
              $set: {
                state: 'done',
                error: null,
                nextAt: null,
                lockedUntil: null,
                spentMs,
                updatedAt: app.clock.now(),
              },
            },
          },
        })),
        { ordered: false },
      )
      continue
    }
    const { db, name, column } = sqliteTable(app.payload, DELIVERIES)
    await db.client.execute({
      sql: `WITH ended(id, attempts, spent) AS (VALUES ${part.map(() => '(?, ?, ?)').join(', ')})
            UPDATE ${name}
            SET ${column('state')} = 'done', ${column('error')} = NULL, ${column('nextAt')} = NULL, ${column('lockedUntil')} = NULL,
                ${column('spentMs')} = ended.spent, ${column('updatedAt')} = ?
            FROM ended
            WHERE ${name}.${column('id')} = ended.id AND ${name}.${column('attempts')} = ended.attempts
              AND ${name}.${column('state')} = 'running'`,
      args: [...part.flatMap((d) => [d.id, d.attempts, d.spentMs]), app.clock.now().toISOString()],
    })
  }
}

/**
 * Takes back what was being delivered by processes that are known to be gone: their turn is now, not when their time
 * would have been over. For a database that was restored; while a process runs, it would deliver twice at once.
 */
export async function releaseDeliveries(payload: Payload, now: Date): Promise<void> {
  if (isMongo(payload)) {
    await mongoOf(payload, DELIVERIES).updateMany(
      { state: 'running' },
      { $set: { state: 'pending', nextAt: now, lockedUntil: null, updatedAt: now } },
    )
    return
  }
  const { db, name, column } = sqliteTable(payload, DELIVERIES)
  await db.client.execute({
    sql: `UPDATE ${name}
          SET ${column('state')} = 'pending', ${column('nextAt')} = ?, ${column('lockedUntil')} = NULL, ${column('updatedAt')} = ?
          WHERE ${column('state')} = 'running'`,
    args: [now.toISOString(), now.toISOString()],
  })
}
