import type { Payload } from 'payload'
import { kindOf } from '../adapters'
import { plainFields } from '../flat'
import type { Row, Section } from '../sections'
import { insertMongo } from './mongo'
import { insertOneByOne } from './oneByOne'
import { insertSqlite } from './sqlite'

/** Writes rows of a section into an empty database, as they were read. */
export async function insertRows(payload: Payload, section: Section, rows: readonly Row[]): Promise<void> {
  const fields = section.kind === 'rows' ? plainFields(payload, section.config) : null
  if (!fields) await insertOneByOne(payload, section, rows)
  else if (kindOf(payload) === 'mongodb') await insertMongo(payload, section, fields, rows)
  else await insertSqlite(payload, section, fields, rows)
}
