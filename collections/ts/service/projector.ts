import { setTimeout as sleep } from 'node:timers/promises'
import type { AccountProjection } from '../contract'
import { isAccountKey, isPool } from '../domain/accountKeys'
import { projectionOf } from '../domain/state'
import type { LedgerStore } from '../store/port'
import { readState } from './readState'

export type ProjectorOptions = {
  readonly store: LedgerStore
  /** Writes rows whose stored `rows` is smaller (or absent); may be called again with the same rows. */
  readonly write: (rows: AccountProjection[]) => Promise<void>
  /** A flush failed; its accounts are tried again. */
  readonly failed: (error: unknown) => void
  /** Waits this long for more accounts, in ms. Default 50. */
  readonly every?: number
  /** The same for pools, which nearly every movement touches. Default 2,000. */
  readonly poolEvery?: number
}

/** Many busy accounts cost many reads: then balances are shown a little later, and decisions keep the processor. */
const SHARE = 1 / 10
const LATEST_MS = 2_000

/** How long to wait before the next flush, in ms, given what the last one took and how long ago it ended. */
export const paceOf = (every: number, tookMs: number, agoMs: number): number =>
  Math.max(every, Math.min(tookMs / SHARE - tookMs, LATEST_MS) - agoMs)

export type Projector = {
  touch(accounts: readonly string[]): void
  /** Everything touched so far, written: for tests, shutdown and a rebuild. */
  flush(): Promise<void>
}

/**
 * Keeps `ts-accounts` near the ledger. It reads each touched account from its rows, not from what this
 * process remembers: whoever touches last then writes what all processes did.
 */
export function createProjector(options: ProjectorOptions): Projector {
  const { store, write, failed, every = 50, poolEvery = 2_000 } = options
  const members = createQueue(every)
  const pools = createQueue(poolEvery)

  function createQueue(wait: number) {
    let waiting = new Set<string>()
    let planned = false
    let tookMs = 0
    let endedAt = 0
    let last: Promise<void> = Promise.resolve()
    // One after the other: who asks for a flush also waits for what an earlier one still writes.
    const flush = (): Promise<void> => {
      last = last.then(writeWaiting)
      return last
    }
    const writeWaiting = async () => {
      const accounts = [...waiting]
      waiting = new Set()
      if (accounts.length === 0) return
      const began = performance.now()
      try {
        const rows: AccountProjection[] = []
        for (const account of accounts) {
          const state = await readState(store, account)
          if (state.opened) rows.push(projectionOf(state))
        }
        if (rows.length > 0) await write(rows)
      } catch (error) {
        for (const account of accounts) waiting.add(account)
        failed(error)
      }
      endedAt = performance.now()
      tookMs = endedAt - began
    }
    const plan = () => {
      if (planned) return
      planned = true
      sleep(paceOf(wait, tookMs, performance.now() - endedAt), undefined, { ref: false }).then(async () => {
        planned = false
        await flush()
        if (waiting.size > 0) plan()
      }, failed)
    }
    return {
      flush,
      add(account: string) {
        waiting.add(account)
        plan()
      },
    }
  }

  return {
    touch(accounts) {
      for (const account of accounts) {
        if (isAccountKey(account)) (isPool(account) ? pools : members).add(account)
      }
    },
    async flush() {
      await members.flush()
      await pools.flush()
    },
  }
}
