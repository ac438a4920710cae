import { ok, type Result, refuse } from '@/core/result'
import type { DecidedReason, Outcome, Row, SettleHold } from '../contract'
import { checkAll, checkAsked, checkCodes } from '../domain/checkInput'
import { expiryKey, fullKey } from '../domain/keys'
import { draftRow, inQueue, type Ledgering, type RowDraft } from './context'
import { decide, storeRefusal } from './decide'
import { requestDigest } from './digest'

/** Settles a hold in full; refused from its deadline on. */
export const post = (ledger: Ledgering, ask: SettleHold): Promise<Outcome> => settleAsked(ledger, 'post', ask)

/** Releases a hold. */
export const voidHold = (ledger: Ledgering, ask: SettleHold): Promise<Outcome> =>
  settleAsked(ledger, 'void', ask)

async function settleAsked(ledger: Ledgering, kind: 'post' | 'void', ask: SettleHold): Promise<Outcome> {
  const checked = checkAll(checkAsked(ask), checkCodes(ask.reason, ask.note))
  if (!checked.ok) return checked
  const held = await ledger.store.find('key', ask.hold)
  if (held?.kind !== 'hold') return refuse('hold.unknown')
  if (held.batch !== null) return refuse('hold.linked')
  const reason = ask.reason ?? null
  const note = ask.note ?? null
  return settle(ledger, held, {
    ...settlingDraft(held, kind),
    key: fullKey(ask.actor, kind, ask.key),
    actor: ask.actor,
    request: requestDigest(kind, ask.actor, held.key, reason, note),
    reason,
    note,
  })
}

/** Voids a hold whose deadline has passed, as the system; the key makes it happen once. */
export const expireHold = (ledger: Ledgering, held: Row): Promise<Outcome> =>
  settle(ledger, held, {
    ...settlingDraft(held, 'void'),
    key: expiryKey(held.key),
    actor: 'system',
    request: requestDigest('expire', held.key),
    reason: 'expired',
  })

type Settling = Omit<RowDraft, 'debitSlot' | 'creditSlot'>

/** A settling row says again what was held, so that each account's tail is enough to know its state. */
export function settlingDraft(held: Row, kind: 'post' | 'void') {
  const { debit, credit, amount, code, ref, batch, leg, legs } = held
  return {
    ...draftRow({ key: '', kind, debit, credit, actor: '', request: '' }),
    ...{ amount, code, ref, batch, leg, legs },
    settles: held.key,
  }
}

/** It takes no slots: the hold reserved both sides, and `settles` lets one settling row win. */
function settle(ledger: Ledgering, held: Row, settling: Settling): Promise<Outcome> {
  const draft: RowDraft = { ...settling, debitSlot: `-:${settling.key}`, creditSlot: `-:${settling.key}` }
  const rule = (_: unknown, now: string): Result<RowDraft, DecidedReason> =>
    draft.kind === 'post' && now >= (held.expiresAt ?? '') ? refuse('hold.expired') : ok(draft)
  return inQueue(ledger, [held.debit, held.credit], () =>
    decide(ledger, {
      draft,
      reads: [],
      rule,
      taken: settledBy,
      // Expired, but was it settled before? Then that is the reason.
      refused: async (refusal) => {
        const winner = await ledger.store.find('settles', held.key)
        return storeRefusal(ledger, draft, winner ? refuse(settledBy(winner)) : refusal)
      },
    }),
  )
}

/** How a hold was settled, as a refusal to settle it again. */
export const settledBy = (winner: Row): DecidedReason => {
  if (winner.kind === 'post') return 'hold.posted'
  return winner.reason === 'expired' && winner.actor === 'system' ? 'hold.expired' : 'hold.voided'
}
