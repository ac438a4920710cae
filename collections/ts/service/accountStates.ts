import { LRUCache } from 'lru-cache'
import type { AccountState, Row } from '../contract'
import { isPool } from '../domain/accountKeys'
import { settlesOpening } from '../domain/keys'
import { addRow, noAccount } from '../domain/state'
import type { LedgerStore } from '../store/port'
import { readState } from './readState'

/** States of accounts seen in this process. Good for a yes, never for a no (domain/decide.ts). */
export class AccountStates {
  private readonly states: LRUCache<string, AccountState>
  private readonly pools = new Set<string>()

  constructor(
    private readonly store: LedgerStore,
    size = 10_000,
  ) {
    this.states = new LRUCache({ max: size })
  }

  /**
   * A state to decide on. Callers hold the account's queue, so that no row is added to it twice.
   * @param freshness cached: what this process knows; fresh: re-read; whole: re-read without checkpoints,
   *   in case a row landed after the checkpoint that should have counted it.
   */
  async forDecision(account: string, freshness: 'cached' | 'fresh' | 'whole'): Promise<AccountState> {
    if (isPool(account)) return { ...noAccount(account), opened: await this.poolIsOpen(account) }
    const known = freshness === 'cached' ? this.states.get(account) : undefined
    if (known) return known
    const state = await readState(this.store, account, { whole: freshness === 'whole' })
    if (state.opened) this.states.set(account, state)
    return state
  }

  /** After this process inserted a row, once, under the queues of both its accounts. */
  add(row: Row): void {
    for (const account of new Set([row.debit, row.credit])) {
      const state = this.states.get(account)
      if (state) this.states.set(account, addRow(state, row))
    }
  }

  forget(accounts: readonly string[]): void {
    for (const account of accounts) this.states.delete(account)
  }

  /** A pool is never closed and never folded for a decision: that it exists is all there is to know. */
  private async poolIsOpen(account: string): Promise<boolean> {
    if (this.pools.has(account)) return true
    if ((await this.store.find('settles', settlesOpening(account))) === null) return false
    this.pools.add(account)
    return true
  }
}
