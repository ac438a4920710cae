import { type Result, refuse } from '@/core/result'
import type { App } from '@/hooks'
import type { ExchangeReason } from '../contract'
import type { Actor } from '../domain/next'
import type { ExchangeRow } from '../store/exchanges'
import { finish } from './finish'
import { takeStep } from './takeStep'

/**
 * The helper says yes. The row first notes which hold is being asked for, then the ledger holds the TS, then
 * the row becomes accepted; cut anywhere, `followLedger` goes on from there. Each try has a hold key of its
 * own, since the ledger keeps its refusals.
 * Refusals: exchange.short (the requester is told too), .account-refused, and those of the rule.
 */
export async function acceptHelp(
  app: App,
  input: { id: string; who: Actor },
): Promise<Result<ExchangeRow, ExchangeReason>> {
  const taken = await takeStep(app, input.id, 'accept', input.who, (row) => ({
    data: { attempt: row.attempt + 1 },
  }))
  if (!taken.ok) return taken
  const held = await finish(app, taken.value)
  // Another click of the same helper met the refusal first.
  if (held.ok && held.value.state === 'asked' && held.value.owes === 'none')
    return refuse(held.value.shortAt ? 'exchange.short' : 'exchange.account-refused')
  return held
}
