import { startChild } from '../asks'
import type { Figures } from './measure'
import { merge } from './measure'
import { LEAST_PEOPLE } from './operations'
import type { RunAsk } from './worker'

export const RAW = 'raw insert'

export type LedgerLine = {
  readonly operation: string
  /** By name of the database. */
  readonly figures: Readonly<Record<string, Figures>>
  /** Raw inserts into the same table right before and after, by name of the database. */
  readonly raw: Readonly<Record<string, Figures>>
}

type Room = { name: string; uri: string; people: string[] }

/**
 * Each operation in several short rounds; in each round every database in turn, raw inserts before each of them:
 * whatever else the machine does, both sides of a ratio suffer alike.
 */
export async function measureLedger(options: {
  readonly program: string
  readonly root: string
  readonly rooms: readonly Room[]
  readonly wanted: (operation: string) => boolean
  readonly rounds: number
  readonly ms: number
  readonly progress: (line: string) => void
}): Promise<LedgerLine[]> {
  const { rooms, wanted, rounds, ms, progress } = options
  const worker = startChild(options.program, { cwd: options.root })
  try {
    let names: string[] = []
    for (const room of rooms) {
      if (room.people.length < LEAST_PEOPLE) throw new Error(`at least ${LEAST_PEOPLE} people are needed`)
      names = await worker.ask<string[]>('open', room)
    }
    const lines: LedgerLine[] = []
    for (const operation of names.filter((name) => name !== RAW && wanted(name))) {
      const runs = new Map(rooms.map(({ name }) => [name, { own: [] as Figures[], raw: [] as Figures[] }]))
      const run = (database: string, name: string, forMs: number) =>
        worker.ask<Figures>('run', { database, operation: name, ms: forMs, most: 200 } satisfies RunAsk)
      for (let round = 0; round < rounds; round++) {
        for (const [name, { own, raw }] of runs) {
          raw.push(await run(name, RAW, ms / 3))
          own.push(await run(name, operation, ms))
          raw.push(await run(name, RAW, ms / 3))
        }
      }
      const merged = (of: 'own' | 'raw') =>
        Object.fromEntries([...runs].map(([name, both]) => [name, merge(both[of])]))
      const line = { operation, figures: merged('own'), raw: merged('raw') }
      const said = Object.entries(line.figures).map(([name, f]) => `${name} ${Math.round(f.perSecond)}/s`)
      progress(`${operation}: ${said.join(', ')}`)
      lines.push(line)
    }
    await worker.ask('close')
    return lines
  } finally {
    await worker.stop()
  }
}
