import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import { findMongod, startMongo } from '../support/mongod'
import { type KillReport, killTest } from './killTest'
import { leaveNothing } from './process'
import { seedOfRun } from './random'
import { SABOTAGES, type Sabotage } from './sabotage'

/*
 * npm run test:long: a hundred kills on each database, and the same with programs that are wrong on purpose. What
 * came of it is kept in the docs. CHAOS_KILLS makes it shorter.
 */

const KILLS = Number(process.env.CHAOS_KILLS ?? 100)
const PAGE = path.resolve('docs/generated/kill-test.md')

const folder = mkdtempSync(path.join(tmpdir(), 'compagnon-kill-'))
let stopMongo: () => Promise<unknown> = async () => undefined
const reports = new Map<string, KillReport>()
const found = new Map<Sabotage, KillReport>()

afterAll(async () => {
  await leaveNothing()
  await stopMongo()
  rmSync(folder, { recursive: true, force: true })
  if (reports.size === 2) writePage()
})

const sqlite = () => `file:${path.join(folder, `${newId()}.sqlite`)}`
async function mongodb(): Promise<string> {
  const mongod = await findMongod(console.log)
  if (!mongod.ok) throw new Error(`NO MONGOD FOR THE KILL TEST:\n  ${mongod.reasons.join('\n  ')}`)
  const mongo = await startMongo(mongod.binary)
  stopMongo = () => mongo.stop()
  return mongo.getUri('kills')
}

it.each([
  ['SQLite', sqlite],
  ['MongoDB', mongodb],
] as const)(`${KILLS} kills mid-story on %s: nothing lost, nothing doubled`, async (name, place) => {
  const seed = seedOfRun()
  const say = (line: string) => console.log(`${name}: ${line}`)
  say(`CHAOS_SEED=${seed}`)
  const report = await killTest({ uri: await place(), kills: KILLS, seed, cap: 12 * KILLS, say })
  reports.set(name, report)
  say(row(name, report))
  expect(report.findings, `CHAOS_SEED=${seed}`).toEqual([])
  expect(report.stories).toBeGreaterThan(KILLS / 2)
})

it.each(Object.keys(SABOTAGES) as Sabotage[])('and it finds what is wrong: %s', async (broken) => {
  const report = await killTest({ uri: sqlite(), kills: 10, seed: seedOfRun(), cap: 120, broken })
  found.set(broken, report)
  console.log(`${broken}: ${report.findings.length} findings, such as: ${report.findings[0]}`)
  expect(report.findings).not.toEqual([])
})

const row = (name: string, r: KillReport) =>
  `| ${name} | ${r.seed} | ${r.kills} | ${r.early} | ${r.acks.length} | ${r.stories} | ${Math.round(r.ms / 1000)} s | ${r.findings.length} |`

function writePage(): void {
  const rows = [...reports].map(([name, r]) => row(name, r))
  const findings = [...reports].flatMap(([name, r]) => r.findings.map((f) => `- ${name}: ${f}`))
  const broken = [...found].map(([name, r]) => `| ${name} | ${r.seed} | ${r.findings.length} |`)
  const page = `# The kill test: last result

Written by \`npm run test:long\` on ${new Date().toISOString().slice(0, 10)} (tests/chaos). A process lives the main story with six
people at once (apply, plan, interview, accept, pay, 5 TS, ask, accept, deliver, evaluate, settle; some cancel,
dispute or fall short; half of all acts are done twice at once), with its background work running. It is killed with
SIGKILL at a random moment and started again on the same database. At the end the ledger is verified, the seats are
audited, and every acknowledged act is looked for.

| database | seed | kills | of these while opening | acts acknowledged | stories | time | findings |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

${findings.length === 0 ? 'Nothing acknowledged was lost, nothing was doubled.' : findings.join('\n')}

The same with a program that is wrong on purpose (ten kills, on SQLite), to show that the test would tell:

| wrong on purpose | seed | findings |
| --- | --- | --- |
${broken.join('\n')}

Again: \`CHAOS_SEED=<seed> npm run test:long\`.
`
  mkdirSync(path.dirname(PAGE), { recursive: true })
  writeFileSync(PAGE, page)
}
