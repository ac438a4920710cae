import { ok } from '@/core/result'
import type { CloseAccount, Outcome } from '../contract'
import { checkAll, checkAsked, checkCodes, checkOwnAccount } from '../domain/checkInput'
import { mayClose } from '../domain/decide'
import { fullKey } from '../domain/keys'
import { draftRow, inQueue, type Ledgering } from './context'
import { decide } from './decide'
import { requestDigest } from './digest'
import { nextSlots } from './setLimits'

/** Closes an account for good; it must be at zero with nothing held. */
export async function closeAccount(ledger: Ledgering, ask: CloseAccount): Promise<Outcome> {
  const { account } = ask
  const checked = checkAll(checkAsked(ask), checkOwnAccount(account), checkCodes(ask.reason, ask.note))
  if (!checked.ok) return checked

  const reason = ask.reason ?? null
  const note = ask.note ?? null
  const draft = draftRow({
    key: fullKey(ask.actor, 'close', ask.key),
    kind: 'close',
    debit: account,
    credit: account,
    actor: ask.actor,
    request: requestDigest('close', ask.actor, account, reason, note),
    ...{ reason, note },
  })
  return inQueue(ledger, [account], () =>
    decide(ledger, {
      draft,
      reads: [account],
      rule: (states) => {
        const state = states(account)
        const allowed = mayClose(state)
        return allowed.ok ? ok({ ...draft, ...nextSlots(state) }) : allowed
      },
    }),
  )
}
