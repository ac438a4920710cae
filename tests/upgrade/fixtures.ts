import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir, hostname, tmpdir } from 'node:os'
import path from 'node:path'
import { compare, valid } from 'semver'
import { migrations } from '@/src/migrations/sqlite/index'
import { type TestDatabase, testDatabase } from '../support/app'
import type { Fixture, RawRows } from './rawRows'

const FOLDER = path.resolve('tests/upgrade/fixtures')
const fileOf = (version: string, database: TestDatabase) => path.join(FOLDER, `${version}.${database}.json`)

/** The versions of which there are rows, the oldest first. */
export const versionsIn = (database: TestDatabase = testDatabase): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(`.${database}.json`))
    .map((name) => name.slice(0, -`.${database}.json`.length))
    .filter((version) => valid(version))
    .sort(compare)

export const readFixture = (version: string): Fixture =>
  JSON.parse(readFileSync(fileOf(version, testDatabase), 'utf8')) as Fixture

/** One row a line. */
export function writeFixture({ version, schema, rows }: Fixture): void {
  const kept = trimmed(rows)
  const tables = Object.entries(kept).map(
    ([table, list]) =>
      `${JSON.stringify(table)}: [\n${list.map((row) => JSON.stringify(row)).join(',\n')}\n]`,
  )
  const text = `{\n"version": ${JSON.stringify(version)},\n"schema": ${JSON.stringify(schema)},\n"rows": {\n${tables.join(',\n')}\n}}\n`
  const found = ofThisMachine(text)
  if (found.length > 0) throw new Error(`the rows name this machine: ${found.join(', ')}`)
  writeFileSync(fileOf(version, testDatabase), text)
}

/** The migrations of today: those that a database made now has been through. */
export const schemaNow = (): string[] => migrations.map((m) => m.name)

/** Rows of which a few stand for all: nothing refers to those that are over. */
const A_FEW: Readonly<Record<string, number>> = { mails: 4, hook_deliveries: 8, hook_events: 16, sign_ins: 3 }
const OVER = new Set(['done', 'kept', undefined])

function trimmed(rows: RawRows): RawRows {
  const entries = Object.entries(rows).map(([table, list]): [string, RawRows[string]] => {
    const few = A_FEW[table.replaceAll('-', '_')]
    if (few === undefined) return [table, list]
    const isOver = (row: Record<string, unknown>) => OVER.has(row.state as string) && row.pending !== 1
    return [table, [...list.filter((row) => !isOver(row)), ...list.filter(isOver).slice(0, few)]]
  })
  return Object.fromEntries(entries)
}

/** What a row may hold of the machine on which it was made: who ran a job, where a file lay. */
const ofThisMachine = (text: string): string[] =>
  [hostname(), homedir(), tmpdir(), process.cwd()].filter((name) => name.length > 2 && text.includes(name))
