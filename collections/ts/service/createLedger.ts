import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '@/core/clock'
import { newId } from '@/core/ids'
import { ok, refuse } from '@/core/result'
import type { Ledger, Row } from '../contract'
import type { LedgerStore } from '../store/port'
import { AccountStates } from './accountStates'
import { closeAccount } from './closeAccount'
import type { Ledgering } from './context'
import { HoldExpiry } from './expireHolds'
import { history } from './history'
import { hold } from './hold'
import { KeyedQueue } from './keyedQueue'
import { linked } from './linked'
import { materialise } from './materialise'
import { openAccount } from './openAccount'
import { outcomeOf } from './outcome'
import { readState } from './readState'
import { reverse } from './reverse'
import { setLimits } from './setLimits'
import { post, voidHold } from './settleHold'
import { transfer } from './transfer'

export type LedgerOptions = {
  readonly store: LedgerStore
  readonly clock: Clock
  /** Rows ask to be delivered as actions (mark 1). Default false. */
  readonly announce?: boolean
  /** Called after each row stands, with the accounts it touched: the projector's `touch`. Must not throw. */
  readonly touch?: (accounts: readonly string[]) => void
  /** Called after each row stands that is to be announced: nudges the relay. Must not throw. */
  readonly nudge?: (row: Row) => void
  /** How many accounts' states to keep. Default 10,000. */
  readonly cache?: number
  /** Collisions endured before LedgerBusy. Default 64. */
  readonly attempts?: number
  /** How long the legs of an undecided group are held, in ms. Default 5 minutes. */
  readonly groupTime?: number
  /** For tests. */
  readonly newId?: () => string
  readonly backoff?: (attempt: number) => Promise<void>
}

/** The ledger over a store. Several may work on one store, in one process or many. */
export function createLedger(options: LedgerOptions): Ledger {
  const { store, clock } = options
  const ledger: Ledgering = {
    store,
    clock,
    newId: options.newId ?? newId,
    states: new AccountStates(store, options.cache),
    queue: new KeyedQueue(),
    backoff: options.backoff ?? jittered,
    attempts: options.attempts ?? 64,
    announce: options.announce ?? false,
    groupTime: options.groupTime ?? 5 * 60_000,
    recorded: (row) => {
      options.touch?.(row.debit === row.credit ? [row.debit] : [row.debit, row.credit])
      if (row.mark === 1) options.nudge?.(row)
    },
  }
  const expiry = new HoldExpiry(ledger)
  return {
    openAccount: (ask) => openAccount(ledger, ask),
    transfer: (ask) => transfer(ledger, ask),
    hold: (ask) => hold(ledger, ask),
    post: (ask) => post(ledger, ask),
    void: (ask) => voidHold(ledger, ask),
    linked: (ask) => linked(ledger, ask),
    materialise: (batch) => materialise(ledger, batch),
    reverse: (ask) => reverse(ledger, ask),
    setLimits: (ask) => setLimits(ledger, ask),
    closeAccount: (ask) => closeAccount(ledger, ask),
    expireHolds: (limit) => expiry.run(limit),
    readAccount: async (account) => {
      const state = await readState(store, account)
      return state.opened ? ok(state) : refuse('account.unknown')
    },
    readOutcome: async (key) => {
      const row = await store.find('key', key)
      return row && outcomeOf(row)
    },
    history: (account, query) => history(store, account, query),
    pendingMarks: (limit) => store.pendingMarks(limit),
    clearMarks: (ids) => store.clearMarks(ids),
  }
}

/** Longer from try to try, up to 20 ms, at random so that two who collided do not collide again. */
const jittered = (attempt: number): Promise<void> => sleep(Math.random() * Math.min(2 ** attempt, 20))
