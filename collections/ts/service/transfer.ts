import type { Outcome, Transfer } from '../contract'
import { checkAll, checkAsked, checkCodes, checkMovement } from '../domain/checkInput'
import { fullKey } from '../domain/keys'
import { draftRow, inQueue, type Ledgering } from './context'
import { decide } from './decide'
import { requestDigest } from './digest'
import { moveRule } from './move'

/** Moves TS at once. */
export async function transfer(ledger: Ledgering, ask: Transfer): Promise<Outcome> {
  const checked = checkAll(
    checkAsked(ask),
    checkMovement(ask),
    checkCodes(ask.code, ask.ref, ask.reason, ask.note),
  )
  if (!checked.ok) return checked

  const { debit, credit, amount } = ask
  const about = aboutOf(ask)
  const draft = draftRow({
    key: fullKey(ask.actor, 'transfer', ask.key),
    kind: 'transfer',
    debit,
    credit,
    amount,
    actor: ask.actor,
    request: requestDigest('transfer', ask.actor, debit, credit, amount, about),
    ...about,
  })
  return inQueue(ledger, [debit, credit], () =>
    decide(ledger, { draft, reads: [debit, credit], rule: moveRule(draft) }),
  )
}

export const aboutOf = (ask: { code?: string; ref?: string; reason?: string; note?: string }) => ({
  code: ask.code ?? null,
  ref: ask.ref ?? null,
  reason: ask.reason ?? null,
  note: ask.note ?? null,
})
