import { rmSync } from 'node:fs'
import { langOfEnv, readConfig } from './config'
import { openProgram } from './openProgram'
import { StartRefused } from './startRefused'

/** Commands for whoever runs the house. Each prints what it did and returns the exit code. */
const commands: Record<string, { help: string; run: (args: string[]) => Promise<number> }> = {
  'ledger:verify': {
    help: 'replays the whole ledger and audits the seats; exit code 1 when something is wrong',
    run: verify,
  },
  'demo:reset': {
    help: 'empties a local SQLite database and loads the demo data again (--yes)',
    run: resetDemo,
  },
}

async function verify(): Promise<number> {
  const opened = await openProgram(configOrExit().config, { readOnly: true })
  const { verifyLedger } = await import('@/collections/ts/service/verifyLedger')
  const { auditSeats } = await import('@/plugins/capped-membership/service/auditSeats')
  const ledger = await verifyLedger(opened.app)
  const seats = await auditSeats(opened.app)
  for (const finding of [...ledger.findings, ...seats]) console.log(`✗ ${JSON.stringify(finding)}`)
  const found = ledger.findings.length + seats.length
  console.log(
    `${found === 0 ? '✓' : '✗'} ${ledger.rows} rows of the ledger replayed, seats audited: ${found} finding(s)`,
  )
  await opened.close()
  return found === 0 ? 0 : 1
}

async function resetDemo(args: string[]): Promise<number> {
  const { config } = configOrExit()
  if (config.database.kind !== 'sqlite' || !config.onLoopback) {
    console.error('demo:reset only empties a SQLite file of a site on this machine.')
    return 2
  }
  if (!args.includes('--yes')) {
    console.error(`This empties ${config.database.file}. Say so: npm run demo:reset -- --yes`)
    return 2
  }
  const { guardSqlite } = await import('./sqliteGuard')
  const guarded = await guardSqlite(config.database.file)
  if (!guarded) throw new StartRefused('The program is running: stop it first.')
  for (const end of ['', '-wal', '-shm']) rmSync(config.database.file + end, { force: true })
  // The guard stays ours: libsql lets go of a lock when it is collected, not when it is closed.
  const opened = await openProgram(config, { guarded })
  const { installDemo } = await import('./firstUse')
  await installDemo(opened.app, langOfEnv(process.env))
  await opened.close()
  return 0
}

function configOrExit() {
  const read = readConfig(process.env, langOfEnv(process.env))
  if (read.ok) return read
  for (const problem of read.problems) console.error(`  · ${problem}`)
  process.exit(78)
}

const [name = 'help', ...args] = process.argv.slice(2)
const command = commands[name]
if (!command) {
  console.log('Commands:')
  for (const [key, { help }] of Object.entries(commands)) console.log(`  ${key.padEnd(16)} ${help}`)
  process.exit(name === 'help' ? 0 : 2)
}
try {
  process.exit(await command.run(args))
} catch (error) {
  if (!(error instanceof StartRefused)) throw error
  console.error(error.message)
  process.exit(78)
}
