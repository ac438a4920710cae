import { measure } from '@/hooks'
import type { Ledger, Outcome } from '../contract'
import { LedgerBusy } from './errors'

/** The ledger, whose answers are measured: what was asked, what came of it, how long it took. */
export function measured(ledger: Ledger): Ledger {
  const verb =
    <A>(name: string, run: (ask: A) => Promise<Outcome>) =>
    async (ask: A): Promise<Outcome> => {
      const began = performance.now()
      let outcome = 'failed'
      try {
        const answer = await run(ask)
        outcome = answer.ok ? 'recorded' : answer.reason
        return answer
      } catch (error) {
        if (error instanceof LedgerBusy) outcome = error.reason
        throw error
      } finally {
        measure('ledger', { verb: name, outcome, ms: performance.now() - began })
      }
    }
  return {
    ...ledger,
    openAccount: verb('openAccount', ledger.openAccount),
    transfer: verb('transfer', ledger.transfer),
    hold: verb('hold', ledger.hold),
    post: verb('post', ledger.post),
    void: verb('void', ledger.void),
    linked: verb('linked', ledger.linked),
    reverse: verb('reverse', ledger.reverse),
    setLimits: verb('setLimits', ledger.setLimits),
    closeAccount: verb('closeAccount', ledger.closeAccount),
  }
}
