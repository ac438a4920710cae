import { sealRows } from '@/collections/ts/service/sealRows'
import { answerAsks } from '../asks'
import { type Connected, connect } from './connect'
import { type Figures, measure } from './measure'
import { LANES, type Measured, operationsOn } from './operations'

/* A process that does ledger operations on one or two databases, in turns as the bench asks for them. */

export type RunAsk = { database: string; operation: string; ms: number; most: number }

type Opened = {
  connected: Connected
  operations: Record<string, Measured>
  seal: () => Promise<void>
}
const opened = new Map<string, Opened>()

const find = (database: string): Opened => {
  const found = opened.get(database)
  if (!found) throw new Error(`no database ${database}`)
  return found
}

/** As the job does every minute, so that what must be read after a checkpoint is as little as in life. */
async function sealAll({ store }: Connected): Promise<void> {
  const later = new Date(Date.now() + 60_000)
  while (await sealRows(store, later, { lag: 0 }));
}

answerAsks({
  open: async ({ name, uri, people }: { name: string; uri: string; people: string[] }): Promise<string[]> => {
    const connected = await connect(uri)
    const operations = await operationsOn(connected, people)
    opened.set(name, { connected, operations, seal: () => sealAll(connected) })
    return Object.keys(operations)
  },
  run: async ({ database, operation, ms, most }: RunAsk): Promise<Figures> => {
    const { operations, seal } = find(database)
    const op = operations[operation]
    if (!op) throw new Error(`no operation ${operation}`)
    await seal()
    await op.prepare?.(most)
    return measure({ lanes: LANES, ms, most }, op.run)
  },
  close: async () => {
    for (const { connected } of opened.values()) await connected.close()
    opened.clear()
  },
})
