import { ok, type Result } from '@/core/result'
import type { AccountState, DecidedReason } from '../contract'
import { isPool } from '../domain/accountKeys'
import { mayMove } from '../domain/decide'
import { creditSlot, debitSlot } from '../domain/keys'
import type { RowDraft } from './context'
import type { States } from './decide'

/** The rule of transfers and holds: both sides allow it, and the row takes the next slot of each. */
export function moveRule(draft: RowDraft) {
  return (states: States): Result<RowDraft, DecidedReason> => {
    const from = states(draft.debit)
    const to = states(draft.credit)
    const allowed = mayMove(from, to, draft.amount)
    return allowed.ok ? ok({ ...draft, ...slotsOf(draft, from, to) }) : allowed
  }
}

/** Pools take no slots, so nothing contends on them. */
const slotsOf = (draft: RowDraft, from: AccountState, to: AccountState) => ({
  debitSlot: isPool(from.key) ? draft.debitSlot : debitSlot(from.key, from.debits + 1),
  creditSlot: isPool(to.key) ? draft.creditSlot : creditSlot(to.key, to.credits + 1),
})
