import { refuse } from '@/core/result'
import type { OpenAccount, Outcome } from '../contract'
import { isAccountKey, isPool } from '../domain/accountKeys'
import { checkAll, checkAsked, checkCodes, checkLimits } from '../domain/checkInput'
import { fullKey, settlesOpening } from '../domain/keys'
import { draftRow, finishRow, type Ledgering } from './context'
import { requestDigest } from './digest'
import { firstOutcome } from './outcome'

/**
 * Opens an account with its first limits: from then on it can be moved to and from. An account is opened
 * once, whoever asks: `account.exists` for any other key.
 */
export async function openAccount(ledger: Ledgering, ask: OpenAccount): Promise<Outcome> {
  const { account } = ask
  if (!isAccountKey(account)) return refuse('account.invalid')
  const min = isPool(account) ? null : (ask.min ?? 0)
  const max = isPool(account) ? null : (ask.max ?? null)
  const checked = checkAll(checkAsked(ask), checkLimits(min ?? 0, max), checkCodes(ask.ref))
  if (!checked.ok) return checked

  const key = fullKey(ask.actor, 'open', ask.key)
  const request = requestDigest('open', ask.actor, account, min, max, ask.ref ?? null)
  const row = finishRow(
    ledger,
    draftRow({
      key,
      kind: 'open',
      debit: account,
      credit: account,
      settles: settlesOpening(account),
      actor: ask.actor,
      request,
      min,
      max,
      ref: ask.ref ?? null,
    }),
  )
  const inserted = await ledger.store.insert(row)
  if (inserted.ok) {
    ledger.recorded(row)
    return { ok: true, value: row }
  }
  return (await firstOutcome(ledger, key, request)) ?? refuse('account.exists')
}
