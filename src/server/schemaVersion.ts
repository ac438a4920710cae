import type { Payload } from 'payload'
import { latestMigration } from '@/src/migrations/latest'

/**
 * A newer program has changed the database: this one would read and write it by rules that no longer hold. SQLite
 * keeps the names of its migrations; on MongoDB, which has none, a row of ours keeps the name of the latest migration
 * of the newest program that opened it. Names begin with their date, so they sort.
 */
const ROWS = 'schema-version'
const ROW = 'schema'

type Rows = {
  findOne(filter: object): Promise<{ latest?: string } | null>
  updateOne(filter: object, update: object, options: object): Promise<unknown>
}
const rowsOf = (payload: Payload): Rows =>
  (payload.db as unknown as { connection: { collection(name: string): Rows } }).connection.collection(ROWS)

/** The latest migration of the newest program that opened a MongoDB database; undefined for a new one. */
export async function schemaOfMongo(payload: Payload): Promise<string | undefined> {
  return (await rowsOf(payload).findOne({ _id: ROW }))?.latest
}

/** Notes on a MongoDB database that this program has opened it. A newer program's note stays. */
export async function noteSchema(payload: Payload, at: Date, latest = latestMigration): Promise<void> {
  await rowsOf(payload).updateOne({ _id: ROW }, { $max: { latest }, $set: { at } }, { upsert: true })
}

/** Is a database whose latest migration is this one newer than the program? */
export const isNewer = (found: string | undefined, ours = latestMigration): boolean =>
  found !== undefined && found > ours

/** What is said to whoever starts an older program on a newer database. */
export const newerDatabase = (names: readonly string[]): string =>
  `Une version plus récente de Compagnon s’est servie de cette base (${names.join(', ')}). Mettez le programme à jour, ou restaurez une sauvegarde d’avant la mise à jour.
A newer version of Compagnon has used this database (${names.join(', ')}). Update the program, or restore a backup made before the update.`
