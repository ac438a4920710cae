import { writeFileSync } from 'node:fs'
import { ledgerStoreOf } from '@/collections/ts/service/ledgerOf'
import { verifyLedger } from '@/collections/ts/service/verifyLedger'
import { readConfig } from '@/server/config'
import { openProgram } from '@/server/openProgram'
import { withoutSync } from './bulk'
import { type Content, fillContent } from './content'
import { Exchanges } from './exchanges'
import { fillLedger } from './fillLedger'
import { fillPeople, type Signed } from './people'
import { fillSeason } from './season'

/** What the measuring side needs to know of what was filled in. */
export type Filled = Content & {
  /** Some of the people, the busiest first. */
  people: string[]
  /** Signed in, each with an exchange of its own where there is one. */
  signed: (Signed & { exchange: string | null })[]
  /** How many faults `ledger:verify` found in what was made, where it was asked. */
  findings: number
}

/* A program of its own, so that its memory is not the bench's: fills DATABASE_URI, writes a Filled to a file. */

const [members, transfers, output, verifying] = process.argv.slice(2)
const read = readConfig(process.env)
if (!read.ok) throw new Error(read.problems.join('\n'))
const { app, payload, close } = await openProgram(read.config)
const missing = await ledgerStoreOf(app).missingIndexes()
if (missing.length > 0) throw new Error(`missing indexes: ${missing.join(', ')}`)

await withoutSync(payload)
const { people, signed } = await fillPeople(payload, Number(members))
await fillSeason(app, payload, people)
const content = await fillContent(payload, people)
const exchanges = new Exchanges()
await fillLedger(payload, people, Number(transfers), (row) => exchanges.see(row))
await exchanges.write(payload)

const findings = verifying ? (await verifyLedger(app)).findings : []
if (findings.length > 0) console.error(JSON.stringify(findings.slice(0, 5)))
const filled: Filled = {
  ...content,
  people: people.slice(0, 20_000),
  signed: signed.map((s) => ({ ...s, exchange: exchanges.idOf(s.person) ?? null })),
  findings: findings.length,
}
writeFileSync(String(output), JSON.stringify(filled))
await close()
process.exit(0)
