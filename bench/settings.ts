export type Settings = {
  readonly database: 'sqlite' | 'mongodb'
  readonly members: number
  readonly transfers: number
  /** Short runs. */
  readonly quick: boolean
  readonly writeDocs: boolean
  /** Only lines whose name contains one of these; empty for all. */
  readonly only: readonly string[]
  /** A folder for a CPU profile of the server, by --cpu-prof. */
  readonly profile: string | null
}

const USAGE =
  '--database sqlite|mongodb | --members N | --transfers N | --quick | --only a,b | --profile FOLDER | --write-docs'

/** The volumes that "small" means in the comparison with a large ledger. */
export const SMALL = { members: 120, transfers: 5_000 }

/** The runs docs/generated/bench.md is made of. */
export const RUNS: readonly Pick<Settings, 'database' | 'members' | 'transfers'>[] = [
  { database: 'sqlite', ...SMALL },
  { database: 'mongodb', ...SMALL },
  { database: 'sqlite', members: 100_000, transfers: 1_000_000 },
]

/** Reads `--name value` and `--name=value`. */
export function readSettings(argv: readonly string[]): Settings | { problem: string } {
  const words = argv.flatMap((word) => {
    const at = word.indexOf('=')
    return word.startsWith('--') && at > 0 ? [word.slice(0, at), word.slice(at + 1)] : [word]
  })
  const given = new Map<string, string>()
  for (let i = 0; i < words.length; i++) {
    const name = words[i] ?? ''
    const flag = name === '--quick' || name === '--write-docs'
    const valued = ['--database', '--members', '--transfers', '--only', '--profile'].includes(name)
    if (!flag && !valued) return { problem: `${name} ? ${USAGE}` }
    given.set(name, flag ? 'yes' : (words[++i] ?? ''))
  }
  const database = given.get('--database') ?? 'sqlite'
  const members = Number(given.get('--members') ?? SMALL.members)
  const transfers = Number(given.get('--transfers') ?? SMALL.transfers)
  const narrowed = [...given.keys()].some((name) => name !== '--write-docs' && name !== '--quick')
  if (given.has('--write-docs') && narrowed)
    return { problem: '--write-docs runs what the page is made of (RUNS): only --quick goes with it' }
  if (database !== 'sqlite' && database !== 'mongodb') return { problem: `--database ${database} ? ${USAGE}` }
  if (!Number.isInteger(members) || members < 80) return { problem: '--members: 80 or more' }
  if (!Number.isInteger(transfers) || transfers < members * 2)
    return {
      problem: '--transfers: at least twice the members (each account is opened and gets its first TS)',
    }
  return {
    database,
    members,
    transfers,
    quick: given.has('--quick'),
    writeDocs: given.has('--write-docs'),
    only: (given.get('--only') ?? '').split(',').filter(Boolean),
    profile: given.get('--profile') ?? null,
  }
}
