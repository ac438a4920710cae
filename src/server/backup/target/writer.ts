import type { Payload } from 'payload'
import { kindOf, sqliteOf } from '../adapters'
import { plainFields } from '../flat'
import type { Row, Section } from '../sections'
import { insertMongo } from './mongo'
import { insertOneByOne } from './oneByOne'
import { insertSqlite } from './sqlite'

/** Writes rows of a section into an empty database, as they were read. */
export async function insertRows(payload: Payload, section: Section, rows: readonly Row[]): Promise<void> {
  if (kindOf(payload) === 'mongodb') return write(payload, section, rows)
  // We are alone on the file: one transaction, and one wait for the disk, for all of them.
  const { client } = sqliteOf(payload)
  await client.execute('BEGIN')
  try {
    await write(payload, section, rows)
    await client.execute('COMMIT')
  } catch (error) {
    await client.execute('ROLLBACK').catch(() => undefined)
    throw error
  }
}

async function write(payload: Payload, section: Section, rows: readonly Row[]): Promise<void> {
  const fields = section.kind === 'rows' ? plainFields(payload, section.config) : null
  if (!fields) await insertOneByOne(payload, section, rows)
  else if (kindOf(payload) === 'mongodb') await insertMongo(payload, section, fields, rows)
  else await insertSqlite(payload, section, fields, rows)
}
