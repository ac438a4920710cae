import { ok } from '@/core/result'
import type { Outcome, SetLimits } from '../contract'
import { checkAll, checkAsked, checkCodes, checkLimits, checkOwnAccount } from '../domain/checkInput'
import { mayLimit } from '../domain/decide'
import { creditSlot, debitSlot, fullKey } from '../domain/keys'
import { draftRow, inQueue, type Ledgering } from './context'
import { decide } from './decide'
import { requestDigest } from './digest'

/**
 * Changes both limits of an account, from the next movement on. It takes both slots: no movement is decided
 * on the old limits after it, and a replay knows which held when.
 */
export async function setLimits(ledger: Ledgering, ask: SetLimits): Promise<Outcome> {
  const { account, min, max } = ask
  const checked = checkAll(
    checkAsked(ask),
    checkOwnAccount(account),
    checkLimits(min, max),
    checkCodes(ask.reason, ask.note),
  )
  if (!checked.ok) return checked

  const reason = ask.reason ?? null
  const note = ask.note ?? null
  const draft = draftRow({
    key: fullKey(ask.actor, 'limit', ask.key),
    kind: 'limit',
    debit: account,
    credit: account,
    actor: ask.actor,
    request: requestDigest('limit', ask.actor, account, min, max, reason, note),
    ...{ min, max, reason, note },
  })
  return inQueue(ledger, [account], () =>
    decide(ledger, {
      draft,
      reads: [account],
      rule: (states) => {
        const state = states(account)
        const allowed = mayLimit(state)
        return allowed.ok ? ok({ ...draft, ...nextSlots(state) }) : allowed
      },
    }),
  )
}

/** The next slot of either side of one account. */
export const nextSlots = (state: { key: string; debits: number; credits: number }) => ({
  debitSlot: debitSlot(state.key, state.debits + 1),
  creditSlot: creditSlot(state.key, state.credits + 1),
})
