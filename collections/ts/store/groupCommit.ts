import type { Row } from '../contract'
import type { Inserted } from './port'

/** Rows a statement; far below SQLite's 32,766 parameters. */
const MOST = 64

type Waiting = { row: Row; settle: { resolve(inserted: Inserted): void; reject(error: unknown): void } }

/**
 * Group commit: rows that requests insert at the same moment go in by one statement, and so by one sync to disk.
 * Each still stands or is refused by itself: the statement leaves out the rows that an index refuses, and those are
 * inserted again alone, to learn which index it was. A statement that fails leaves the outcome of all its rows unknown.
 * @param many inserts what no index refuses; resolves to the ids of what is in, once that is durable
 */
export function groupCommit(
  one: (row: Row) => Promise<Inserted>,
  many: (rows: readonly Row[]) => Promise<Set<string>>,
): (row: Row) => Promise<Inserted> {
  let waiting: Waiting[] = []

  const commit = async (group: readonly Waiting[]): Promise<void> => {
    const [first] = group
    if (group.length === 1 && first) {
      one(first.row).then(first.settle.resolve, first.settle.reject)
      return
    }
    try {
      const stand = await many(group.map(({ row }) => row))
      for (const { row, settle } of group) {
        if (stand.delete(row.id)) settle.resolve({ ok: true })
        else one(row).then(settle.resolve, settle.reject)
      }
    } catch (error) {
      for (const { settle } of group) settle.reject(error)
    }
  }

  const flush = () => {
    const all = waiting
    waiting = []
    for (let i = 0; i < all.length; i += MOST) void commit(all.slice(i, i + MOST))
  }

  return (row) =>
    new Promise((resolve, reject) => {
      // At the end of this turn: until then, other requests that came with this one may have come as far.
      if (waiting.push({ row, settle: { resolve, reject } }) === 1) setImmediate(flush)
    })
}
