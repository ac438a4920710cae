import { refuse } from '@/core/result'
import type { Hold, Outcome } from '../contract'
import { checkAll, checkAsked, checkCodes, checkMovement, deadlineOf } from '../domain/checkInput'
import { fullKey } from '../domain/keys'
import { draftRow, inQueue, type Ledgering } from './context'
import { decide } from './decide'
import { requestDigest } from './digest'
import { moveRule } from './move'
import { firstOutcome } from './outcome'
import { aboutOf } from './transfer'

/** Sets TS aside on both sides (what is held counts against both limits) until post, void or expiry. */
export async function hold(ledger: Ledgering, ask: Hold): Promise<Outcome> {
  const checked = checkAll(
    checkAsked(ask),
    checkMovement(ask),
    checkCodes(ask.code, ask.ref, ask.reason, ask.note),
  )
  if (!checked.ok) return checked
  const deadline = deadlineOf(ask.expiresAt)
  if (!deadline.ok) return deadline

  const { debit, credit, amount } = ask
  const about = aboutOf(ask)
  const draft = draftRow({
    key: fullKey(ask.actor, 'hold', ask.key),
    kind: 'hold',
    debit,
    credit,
    amount,
    actor: ask.actor,
    // Without the deadline: callers compute it from now, and a retry must not be taken for another hold.
    request: requestDigest('hold', ask.actor, debit, credit, amount, about),
    expiresAt: deadline.value,
    ...about,
  })
  if (deadline.value <= ledger.clock.now().toISOString()) {
    return (await firstOutcome(ledger, draft.key, draft.request)) ?? refuse('expiry.invalid')
  }
  return inQueue(ledger, [debit, credit], () =>
    decide(ledger, { draft, reads: [debit, credit], rule: moveRule(draft) }),
  )
}
