import { refuse } from '@/core/result'
import type { Outcome, Reverse, Row } from '../contract'
import { checkAll, checkAsked, checkCodes } from '../domain/checkInput'
import { fullKey, settlesReversal } from '../domain/keys'
import { draftRow, inQueue, type Ledgering } from './context'
import { decide, storeRefusal } from './decide'
import { requestDigest } from './digest'
import { decideGroup, runGroup } from './group'
import { accountsOf } from './linked'
import { legsOf, materialise } from './materialise'
import { moveRule } from './move'
import { settledBy } from './settleHold'

/**
 * Moves back what a transfer, a posted hold or a posted group moved: the whole of it, once. It is decided
 * like any movement: whoever received must still have it, else `not-enough`, and it may be asked again
 * later under another key.
 */
export async function reverse(ledger: Ledgering, ask: Reverse): Promise<Outcome> {
  const checked = checkAll(checkAsked(ask), checkCodes(ask.reason, ask.note))
  if (!checked.ok) return checked
  const original = await originalOf(ledger, ask.original)
  if (!original) return refuse('transfer.unknown')
  if (original.settles.startsWith('reverse:')) return refuse('reversal.unsuitable')
  if (original.batch !== null) return reverseGroup(ledger, ask, original)
  if (original.kind !== 'transfer' && original.kind !== 'hold') return refuse('reversal.unsuitable')
  return reverseOne(ledger, ask, original)
}

/** A post stands for its hold, so that either key reverses the same thing once. */
async function originalOf(ledger: Ledgering, key: string): Promise<Row | null> {
  const row = await ledger.store.find('key', key)
  if (row?.kind !== 'post' || row.batch !== null) return row
  return ledger.store.find('key', row.settles)
}

async function reverseOne(ledger: Ledgering, ask: Reverse, original: Row): Promise<Outcome> {
  const draft = draftRow({
    ...requested(ask, original),
    kind: 'transfer',
    debit: original.credit,
    credit: original.debit,
    amount: original.amount,
    settles: settlesReversal(original.key),
    code: original.code,
    ref: original.ref,
    reason: ask.reason,
    note: ask.note ?? null,
  })
  if (original.kind === 'hold') {
    const settling = await ledger.store.find('settles', original.key)
    if (!settling) return storeRefusal(ledger, draft, refuse('hold.open'))
    if (settling.kind !== 'post') return storeRefusal(ledger, draft, refuse(settledBy(settling)))
  }
  return inQueue(ledger, [draft.debit, draft.credit], () =>
    decide(ledger, {
      draft,
      reads: [draft.debit, draft.credit],
      rule: moveRule(draft),
      taken: () => 'reversal.done',
      // Not enough left, but was it reversed before? Then that is the reason.
      refused: async (refusal) => {
        const done = await ledger.store.find('settles', draft.settles)
        return storeRefusal(ledger, draft, done ? refuse('reversal.done') : refusal)
      },
    }),
  )
}

async function reverseGroup(ledger: Ledgering, ask: Reverse, original: Row): Promise<Outcome> {
  if (original.key !== original.batch) return refuse('hold.linked')
  if (original.kind !== 'post') return refuse('reversal.unsuitable')
  // What the payees got may still be on its way to them.
  await materialise(ledger, original.key)
  const legs = (await legsOf(ledger, original)).map((held) => ({
    debit: held.credit,
    credit: held.debit,
    amount: held.amount,
    code: held.code,
    ref: held.ref,
    reason: ask.reason,
    note: ask.note ?? null,
  }))
  const { key: batch, actor, request } = requested(ask, original)
  const group = { batch, actor, request, legs, reverses: original.key }
  return inQueue(ledger, accountsOf(legs), async () => {
    const done = await ledger.store.find('settles', settlesReversal(original.key))
    if (!done || done.key === batch) return runGroup(ledger, group)
    return decideGroup(ledger, group, 'void', { refusal: refuse('reversal.done'), index: null, amount: 0 })
  })
}

const requested = (ask: Reverse, original: Row) => ({
  key: fullKey(ask.actor, 'reverse', ask.key),
  actor: ask.actor,
  request: requestDigest('reverse', ask.actor, original.key, ask.reason, ask.note ?? null),
})
