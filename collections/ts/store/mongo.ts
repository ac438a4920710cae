import { setTimeout as sleep } from 'node:timers/promises'
import type { mongo } from 'mongoose'
import { CHECKPOINTS, type Checkpoint, type Move, type Row, SEALS, type Seal, TRANSFERS } from '../contract'
import { CHECKPOINT_FIELDS, MOVE_FIELDS, ROW_FIELDS, SEAL_FIELDS } from './columns'
import { type LedgerStore, type PageQuery, UNIQUE_FIELDS, type UniqueField } from './port'

type Stored = { _id: string; [field: string]: unknown }
type Filter = mongo.Filter<Stored>

/**
 * The ledger on MongoDB, on the collections of Payload (`payload.db.connection.db`). Writes and reads are of
 * the majority: a decision must not rest on a credit that a failover takes back.
 */
export function mongoStore(db: mongo.Db): LedgerStore {
  const options = { writeConcern: { w: 'majority', j: true }, readConcern: { level: 'majority' } } as const
  const transfers = db.collection<Stored>(TRANSFERS, options)
  const seals = db.collection<Stored>(SEALS, options)
  const checkpoints = db.collection<Stored>(CHECKPOINTS, options)

  /** @returns the unique field that refused, or null when the document is in */
  const insert = async (collection: mongo.Collection<Stored>, document: Stored): Promise<string | null> => {
    try {
      await collection.insertOne(document)
      return null
    } catch (error) {
      const taken = takenField(error)
      if (taken === null) throw error
      await settled(collection, { [taken]: document[taken] })
      return taken
    }
  }

  return {
    async insert(row) {
      const taken = await insert(transfers, stored(row, row.at))
      return taken === null ? { ok: true } : { ok: false, taken: uniqueField(taken) }
    },
    async find(field, value) {
      const found = await transfers.findOne({ [field]: value })
      return found && readRow(found)
    },
    async page(query) {
      return (await transfers.aggregate<Stored>(pagePipeline(query)).toArray()).map(readRow)
    },
    async moves(query) {
      const pipeline = [...pagePipeline(query), { $project: MOVE_PROJECTION }]
      return (await transfers.aggregate<Stored>(pipeline).toArray()).map(readMove)
    },
    async lastCheckpoint(account) {
      const [found] = await checkpoints.find({ account }).sort({ seq: -1 }).limit(1).toArray()
      return found ? readCheckpoint(found) : null
    },
    async openHolds({ after, by, limit }) {
      const open: Row[] = []
      const filter: Filter = { kind: 'hold', expiresAt: { $gt: after, $lte: by } }
      const cursor = transfers.find(filter).sort({ expiresAt: 1 }).batchSize(500)
      try {
        let some: Row[] = []
        const keepOpen = async () => {
          const keys = some.map((row) => row.key)
          const settled = await transfers
            .find({ settles: { $in: keys } })
            .project({ settles: 1 })
            .toArray()
          const gone = new Set(settled.map((row) => row.settles))
          open.push(...some.filter((row) => !gone.has(row.key)))
          some = []
        }
        for await (const found of cursor) {
          some.push(readRow(found))
          if (some.length === 500) await keepOpen()
          if (open.length >= limit) break
        }
        if (some.length > 0) await keepOpen()
      } finally {
        await cursor.close()
      }
      return open.slice(0, limit)
    },
    async pendingMarks(limit) {
      return (await transfers.find({ mark: 1 }).sort({ _id: 1 }).limit(limit).toArray()).map(readRow)
    },
    async clearMarks(ids) {
      if (ids.length > 0) await transfers.updateMany({ _id: { $in: [...ids] } }, { $set: { mark: 0 } })
    },
    async lastSeal() {
      const [found] = await seals.find({}).sort({ seq: -1 }).limit(1).toArray()
      return found ? readSeal(found) : null
    },
    async seals({ afterSeq, limit }) {
      const found = await seals
        .find({ seq: { $gt: afterSeq } })
        .sort({ seq: 1 })
        .limit(limit)
        .toArray()
      return found.map(readSeal)
    },
    async insertSeal(seal) {
      return (await insert(seals, stored(seal, seal.at))) === null
    },
    async checkpoints({ afterKey, limit }) {
      const found = await checkpoints
        .find({ key: { $gt: afterKey } })
        .sort({ key: 1 })
        .limit(limit)
        .toArray()
      return found.map(readCheckpoint)
    },
    async insertCheckpoint(checkpoint) {
      return (await insert(checkpoints, stored(checkpoint, new Date()))) === null
    },
    async missingIndexes() {
      const wanted: [mongo.Collection<Stored>, readonly string[]][] = [
        [transfers, UNIQUE_FIELDS.filter((f) => f !== 'id')],
        [seals, ['seq']],
        [checkpoints, ['key']],
      ]
      const missing: string[] = []
      for (const [collection, fields] of wanted) {
        const have = await uniqueIndexes(collection)
        for (const field of fields)
          if (!have.has(field)) missing.push(`${collection.collectionName}.${field}`)
      }
      return missing
    },
  }
}

function pagePipeline(query: PageQuery): mongo.BSON.Document[] {
  const filter = pageFilter(query)
  const { account, limit } = query
  const first = [{ $sort: { _id: query.newestFirst ? -1 : 1 } }, { $limit: limit }]
  if (account === undefined) return [{ $match: filter }, ...first]
  // Two index ranges, merged, in one question: an $or would sort in memory when it also filters.
  const side = (of: Filter) => [{ $match: { ...filter, ...of } }, ...first]
  const credits = side({ credit: account, debit: { $ne: account } })
  return [...side({ debit: account }), { $unionWith: { coll: TRANSFERS, pipeline: credits } }, ...first]
}

function pageFilter(query: PageQuery): Filter {
  const id = {
    ...(query.after === undefined ? {} : { $gt: query.after }),
    ...(query.upTo === undefined ? {} : { $lte: query.upTo }),
    ...(query.before === undefined ? {} : { $lt: query.before }),
  }
  const at = {
    ...(query.atFrom === undefined ? {} : { $gte: query.atFrom }),
    ...(query.atTo === undefined ? {} : { $lt: query.atTo }),
  }
  return {
    ...(Object.keys(id).length > 0 ? { _id: id } : {}),
    ...(Object.keys(at).length > 0 ? { at } : {}),
    ...(query.kinds === undefined ? {} : { kind: { $in: [...query.kinds] } }),
    ...(query.sinceEither === undefined ? {} : sinceEither(query.sinceEither)),
  }
}

/** As an expression: a plain $or would have the planner walk all ids instead of the account's own range. */
const sinceEither = ({ id, at }: { id: string; at: string }): Filter => ({
  $expr: { $or: [{ $gt: ['$_id', id] }, { $gte: ['$at', at] }] },
})

/** As Payload's adapter stores it: the id as `_id`, and dates of creation and change. */
function stored({ id, ...fields }: Row | Seal | Checkpoint, at: string | Date): Stored {
  const created = new Date(at)
  return { _id: id, ...fields, createdAt: created, updatedAt: created }
}

const readRow = (document: Stored) => read<Row>(ROW_FIELDS, document)
const readMove = (document: Stored) => read<Move>(MOVE_FIELDS, document)
const MOVE_PROJECTION = Object.fromEntries(MOVE_FIELDS.map((field) => [field === 'id' ? '_id' : field, 1]))
const readSeal = (document: Stored) => read<Seal>(SEAL_FIELDS, document)
const readCheckpoint = (document: Stored) => read<Checkpoint>(CHECKPOINT_FIELDS, document)

/** The documents were written by this file; their types are the schema's. */
function read<T>(fields: readonly string[], document: Stored): T {
  const row: Record<string, unknown> = {}
  for (const field of fields) row[field] = field === 'id' ? document._id : (document[field] ?? null)
  return row as T
}

/**
 * Who was refused by an index goes on to read what holds its place; until the majority has that, a majority
 * read does not show it. It also returns when it was rolled back: then the place is free again.
 */
async function settled(collection: mongo.Collection<Stored>, filter: Filter): Promise<void> {
  for (let wait = 1; wait < 2_000; wait *= 2) {
    if (await collection.findOne(filter, { projection: { _id: 1 } })) return
    await sleep(wait)
  }
}

function takenField(error: unknown): string | null {
  if (!(error instanceof Error) || (error as Error & { code?: unknown }).code !== 11_000) return null
  const { keyPattern } = error as Error & { keyPattern?: Record<string, unknown> }
  const field = keyPattern && Object.keys(keyPattern)[0]
  return field ?? /index: (\w+?)_/.exec(error.message)?.[1] ?? null
}

function uniqueField(field: string): UniqueField {
  const found = UNIQUE_FIELDS.find((f) => f === field || (f === 'id' && field === '_id'))
  if (!found) throw new Error(`an unexpected unique field refused: ${field}`)
  return found
}

async function uniqueIndexes(collection: mongo.Collection<Stored>): Promise<Set<string>> {
  const indexes = await collection.indexes().catch(() => [])
  const names = indexes
    .filter((index) => index.unique === true && Object.keys(index.key).length === 1)
    .filter((index) => index.partialFilterExpression === undefined)
    .map((index) => Object.keys(index.key)[0] ?? '')
  return new Set(names)
}
