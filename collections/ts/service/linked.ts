import { refuse } from '@/core/result'
import { type Linked, MAX_LEGS, type Movement, type Outcome } from '../contract'
import { checkAll, checkAsked, checkCodes, checkMovement } from '../domain/checkInput'
import { fullKey } from '../domain/keys'
import { inQueue, type Ledgering } from './context'
import { requestDigest } from './digest'
import { type Group, runGroup } from './group'
import { aboutOf } from './transfer'

/** Several movements, all or nothing. Returns the row that decided for all of them. */
export async function linked(ledger: Ledgering, ask: Linked): Promise<Outcome> {
  if (!Array.isArray(ask.legs) || ask.legs.length < 1 || ask.legs.length > MAX_LEGS) {
    return refuse('legs.invalid')
  }
  const checked = checkAll(
    checkAsked(ask),
    checkCodes(ask.code, ask.ref, ask.reason, ask.note),
    ...ask.legs.flatMap((leg) => [checkMovement(leg), checkCodes(leg.code, leg.ref)]),
  )
  if (!checked.ok) return checked

  const about = aboutOf(ask)
  const legs = ask.legs.map((leg) => ({
    ...about,
    debit: leg.debit,
    credit: leg.credit,
    amount: leg.amount,
    code: leg.code ?? about.code,
    ref: leg.ref ?? about.ref,
  }))
  const group: Group = {
    batch: fullKey(ask.actor, 'linked', ask.key),
    actor: ask.actor,
    request: requestDigest('linked', ask.actor, legs),
    legs,
    reverses: null,
  }
  return inQueue(ledger, accountsOf(legs), () => runGroup(ledger, group))
}

export const accountsOf = (legs: readonly Movement[]): string[] => [
  ...new Set(legs.flatMap((leg) => [leg.debit, leg.credit])),
]
