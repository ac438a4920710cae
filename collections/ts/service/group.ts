import { type Refusal, refuse } from '@/core/result'
import type { DecidedReason, Movement, Outcome, Row } from '../contract'
import { figureOf } from '../domain/decide'
import { batchAccount, legKey, settlesBatch, settlesReversal } from '../domain/keys'
import { draftRow, finishRow, type Ledgering, type RowDraft } from './context'
import { decide } from './decide'
import { materialiseDecided } from './materialise'
import { moveRule } from './move'
import { firstOutcome, outcomeOf } from './outcome'

export type Leg = Movement & Pick<Row, 'code' | 'ref' | 'reason' | 'note'>

/** A linked group: its legs are holds; one row under the group's own key decides all of them. */
export type Group = {
  readonly batch: string
  readonly actor: string
  readonly request: string
  readonly legs: readonly Leg[]
  /** The key of the group that this one reverses. */
  readonly reverses: string | null
}

/**
 * Inserts the legs one by one, then the decision, then what follows from it. A crash anywhere leaves holds
 * that a retry completes or expiry releases: until the decision is followed, both sides are only reserved.
 * Callers hold the queues of all accounts.
 */
export async function runGroup(ledger: Ledgering, group: Group): Promise<Outcome> {
  const first = await decisionOf(ledger, group)
  if (first) return first

  const expiresAt = new Date(ledger.clock.now().getTime() + ledger.groupTime).toISOString()
  let deadline = expiresAt
  for (const account of new Set(group.legs.flatMap((leg) => [leg.debit, leg.credit]))) {
    if (!(await ledger.states.forDecision(account, 'cached')).opened) return refuse('account.unknown')
  }
  for (const [index, leg] of group.legs.entries()) {
    const draft = legDraft(group, leg, index, expiresAt)
    let no: Refusal<DecidedReason> | null = null
    const held = await decide(ledger, {
      draft,
      reads: [leg.debit, leg.credit],
      rule: moveRule(draft),
      // A leg's refusal is the group's: it is stored once, as the group's decision.
      refused: async (refusal) => {
        no = refusal
        return refusal
      },
    })
    if (no) return decideGroup(ledger, group, 'void', { refusal: no, index, amount: leg.amount })
    if (!held.ok) return held
    if ((held.value.expiresAt ?? '') < deadline) deadline = held.value.expiresAt ?? ''
  }
  if (deadline <= ledger.clock.now().toISOString()) {
    return decideGroup(ledger, group, 'void', { refusal: refuse('hold.expired'), index: null, amount: 0 })
  }
  return decideGroup(ledger, group, 'post')
}

const legDraft = (group: Group, leg: Leg, index: number, expiresAt: string): RowDraft =>
  draftRow({
    ...leg,
    key: legKey(group.batch, index),
    kind: 'hold',
    actor: group.actor,
    request: group.request,
    batch: group.batch,
    leg: index,
    legs: group.legs.length,
    expiresAt,
  })

type Why = { refusal: Refusal<DecidedReason>; index: number | null; amount: number }
type Deciding = Pick<Group, 'batch' | 'actor' | 'request' | 'reverses'> & { legs: { length: number } }

/**
 * The row that decides a group. Its key is the group's, so there is one decision; a reversal that succeeds
 * also settles what it reverses, so there is one such reversal.
 */
export async function decideGroup(
  ledger: Ledgering,
  group: Deciding,
  kind: 'post' | 'void',
  why?: Why,
): Promise<Outcome> {
  const account = batchAccount(group.batch)
  const reverses = kind === 'post' ? group.reverses : null
  const row = finishRow(
    ledger,
    draftRow({
      key: group.batch,
      kind,
      debit: account,
      credit: account,
      amount: why?.amount ?? 0,
      settles: reverses === null ? settlesBatch(group.batch) : settlesReversal(reverses),
      actor: group.actor,
      request: group.request,
      batch: group.batch,
      leg: why?.index ?? null,
      legs: group.legs.length,
      refusal: why?.refusal.reason ?? null,
      seen: why ? figureOf(why.refusal) : null,
    }),
  )
  const inserted = await ledger.store.insert(row)
  if (inserted.ok) {
    ledger.recorded(row)
    await materialiseDecided(ledger, row)
    return outcomeOf(row)
  }
  const first = await decisionOf(ledger, group)
  if (first) return first
  if (reverses !== null && inserted.taken === 'settles') {
    return decideGroup(ledger, group, 'void', { refusal: refuse('reversal.done'), index: null, amount: 0 })
  }
  throw new Error(`a group's decision collided on ${inserted.taken} without its key: ${group.batch}`)
}

/** The decision already taken, followed to its end. */
async function decisionOf(
  ledger: Ledgering,
  group: Pick<Group, 'batch' | 'request'>,
): Promise<Outcome | null> {
  const first = await firstOutcome(ledger, group.batch, group.request)
  if (first === null || (!first.ok && first.reason === 'key.reused')) return first
  const row = await ledger.store.find('key', group.batch)
  if (row) await materialiseDecided(ledger, row)
  return first
}
