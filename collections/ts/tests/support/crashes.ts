import { v7 } from 'uuid'
import type { Clock } from '@/core/clock'
import type { Row } from '../../contract'
import type { LedgerOptions } from '../../service/createLedger'
import { createLedger } from '../../service/createLedger'
import { MemoryStore } from '../../store/memory'
import type { Inserted } from '../../store/port'

export class Crash extends Error {}

/** Ids by the clock of the test; one counter, as in one process. */
export function testIds(clock: Clock): () => string {
  let seq = 0
  return () => v7({ msecs: clock.now().getTime(), seq: seq++ })
}

/** A memory store that remembers the order in which rows came to stand. */
export class WitnessedStore extends MemoryStore {
  readonly order: Row[] = []

  protected override insertNow(row: Row): Inserted {
    const inserted = super.insertNow(row)
    if (inserted.ok) this.order.push(row)
    return inserted
  }
}

/** A ledger that waits for nothing between its tries. */
export const testLedger = (options: LedgerOptions) =>
  createLedger({ backoff: () => Promise.resolve(), newId: testIds(options.clock), ...options })

/**
 * Lets one waiting gate through at a time, in an order that the choices decide: each choice of numbers is
 * one interleaving of what runs at once.
 */
export class Interleaver {
  private readonly waiting: (() => void)[] = []
  private step = 0

  constructor(private readonly choices: readonly number[]) {}

  readonly gate = (): Promise<void> => new Promise((resolve) => this.waiting.push(resolve))

  async run(work: readonly Promise<unknown>[]): Promise<void> {
    let left = work.length
    for (const w of work) w.finally(() => left--).catch(() => {})
    while (left > 0) {
      await new Promise(setImmediate)
      const n = this.choices[this.step++ % Math.max(1, this.choices.length)] ?? 0
      const [go] = this.waiting.splice(n % Math.max(1, this.waiting.length), 1)
      go?.()
    }
  }
}
