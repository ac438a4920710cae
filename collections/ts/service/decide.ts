import { type Refusal, type Result, refuse } from '@/core/result'
import type { AccountState, DecidedReason, Outcome, Row } from '../contract'
import { isPool } from '../domain/accountKeys'
import { figureOf, retold } from '../domain/decide'
import { unused } from '../domain/keys'
import { finishRow, type Ledgering, type RowDraft } from './context'
import { LedgerBusy } from './errors'
import { insertKnowing } from './insertKnowing'
import { firstOutcome, outcomeOf } from './outcome'

export type States = (account: string) => AccountState

export type Question = {
  /** What is asked, as a row without slots. */
  readonly draft: RowDraft
  /** Accounts whose states the rule needs. */
  readonly reads: readonly string[]
  /** The rule: the row to insert, or a refusal. Asked again after each re-read. */
  readonly rule: (states: States, now: string) => Result<RowDraft, DecidedReason>
  /** What it means that `settles` is taken by another row. */
  readonly taken?: (winner: Row) => DecidedReason
  /** What to do with a refusal; stored under the key unless said otherwise. */
  readonly refused?: (refusal: Refusal<DecidedReason>) => Promise<Outcome>
}

/** Every so many collisions the whole history is read: a checkpoint may miss a row that landed late. */
const DOUBT = 4

/**
 * The one way a row is decided: read, ask the rule, insert; on a collision read again. Callers hold the
 * queues of the draft's accounts. A no is given on fresh states only, after asking whether the key has had
 * its outcome already.
 */
export async function decide(ledger: Ledgering, question: Question): Promise<Outcome> {
  const { draft, reads } = question
  let fresh = false
  let collisions = 0
  for (let attempt = 0; attempt < ledger.attempts; attempt++) {
    if (attempt > 0) await ledger.backoff(attempt)
    const whole = collisions > 0 && collisions % DOUBT === 0
    const states = await readStates(ledger, reads, whole ? 'whole' : fresh ? 'fresh' : 'cached')
    for (const account of reads) if (!states(account).opened) return refuse('account.unknown')

    const verdict = question.rule(states, ledger.clock.now().toISOString())
    if (!verdict.ok) {
      const first = await firstOutcome(ledger, draft.key, draft.request)
      if (first) return first
      if (fresh || reads.every(isPool)) return refused(ledger, question, verdict)
      fresh = true
      attempt -= 1
      continue
    }

    const row = finishRow(ledger, verdict.value)
    const inserted = await insertKnowing(ledger, row)
    if (inserted.ok) return outcomeOf(row)

    // Refused by a unique index. By key first: a driver may have retried our own insert.
    const same = await ledger.store.find('key', row.key)
    if (same) return same.request === row.request ? outcomeOf(same) : refuse('key.reused')
    if (inserted.taken === 'settles' && question.taken) {
      const winner = await ledger.store.find('settles', row.settles)
      if (winner) return refused(ledger, question, refuse(question.taken(winner)))
    }
    fresh = true
    collisions += 1
  }
  throw new LedgerBusy(draft.key)
}

async function readStates(
  ledger: Ledgering,
  accounts: readonly string[],
  freshness: 'cached' | 'fresh' | 'whole',
): Promise<States> {
  const read = accounts.map((account) => ledger.states.forDecision(account, freshness))
  const states = new Map<string, AccountState>((await Promise.all(read)).map((state) => [state.key, state]))
  return (account) => {
    const state = states.get(account)
    if (!state) throw new Error(`the rule reads ${account}, which the question does not name`)
    return state
  }
}

async function refused(
  ledger: Ledgering,
  question: Question,
  refusal: Refusal<DecidedReason>,
): Promise<Outcome> {
  if (question.refused) return question.refused(refusal)
  const { draft } = question
  return storeRefusal(ledger, draft, refusal)
}

/** Stores a decided refusal under its key; if the key has an outcome by now, that one stands. */
export async function storeRefusal(
  ledger: Ledgering,
  draft: RowDraft,
  refusal: Refusal<DecidedReason>,
): Promise<Outcome> {
  const row = finishRow(ledger, {
    ...draft,
    kind: 'refused',
    debitSlot: unused(draft.key),
    creditSlot: unused(draft.key),
    settles: unused(draft.key),
    refusal: refusal.reason,
    seen: figureOf(refusal),
  })
  const inserted = await ledger.store.insert(row)
  if (inserted.ok) return retold(refusal.reason, row.seen, row.amount)
  const first = await firstOutcome(ledger, draft.key, draft.request)
  if (first) return first
  throw new Error(`a refusal collided on ${inserted.taken} without its key: ${draft.key}`)
}
