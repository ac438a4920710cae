import { refuse } from '@/core/result'
import type { Outcome, Row } from '../contract'
import { legKey, legSettlingKey, unused } from '../domain/keys'
import { finishRow, inQueue, type Ledgering } from './context'
import { insertKnowing } from './insertKnowing'
import { outcomeOf } from './outcome'
import { settlingDraft } from './settleHold'

/** Finishes a decided group after a crash; `batch.unknown` for one without a decision. */
export async function materialise(ledger: Ledgering, batch: string): Promise<Outcome> {
  const decision = await ledger.store.find('key', batch)
  if (!decision || !isDecision(decision)) return refuse('batch.unknown')
  const legs = await legsOf(ledger, decision)
  await inQueue(
    ledger,
    legs.flatMap((held) => [held.debit, held.credit]),
    () => settleLegs(ledger, decision, legs),
  )
  return outcomeOf(decision)
}

/** The same, for callers that hold the queues of the legs' accounts. */
export const materialiseDecided = async (ledger: Ledgering, decision: Row): Promise<void> =>
  settleLegs(ledger, decision, await legsOf(ledger, decision))

/** A decision is the row under its group's own key. */
const isDecision = (row: Row): boolean =>
  (row.kind === 'post' || row.kind === 'void') && row.batch !== null && row.batch === row.key

/** The legs that landed: all of them if it was posted. */
export async function legsOf(ledger: Ledgering, decision: Row): Promise<Row[]> {
  if (decision.batch === null) return []
  const legs: Row[] = []
  for (let leg = 0; leg < (decision.legs ?? 0); leg++) {
    const held = await ledger.store.find('key', legKey(decision.batch, leg))
    if (held) legs.push(held)
  }
  return legs
}

async function settleLegs(ledger: Ledgering, decision: Row, legs: readonly Row[]): Promise<void> {
  const kind = decision.kind === 'post' ? 'post' : 'void'
  for (const held of legs) {
    const key = legSettlingKey(decision.key, kind, held.leg ?? 0)
    const row = finishRow(ledger, {
      ...settlingDraft(held, kind),
      key,
      debitSlot: unused(key),
      creditSlot: unused(key),
      actor: decision.actor,
      request: decision.request,
    })
    // Taken means done before: the key and what it settles belong to this leg alone.
    await insertKnowing(ledger, row)
  }
}
