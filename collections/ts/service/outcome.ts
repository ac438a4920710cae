import { ok, refuse } from '@/core/result'
import type { Outcome, Row } from '../contract'
import { retold } from '../domain/decide'
import type { Ledgering } from './context'

/** What a stored row says to whoever asked for it. */
export const outcomeOf = (row: Row): Outcome =>
  row.refusal === null ? ok(row) : retold(row.refusal, row.seen, row.amount)

/** The first outcome under a key, if there is one; other content under the same key is an error. */
export async function firstOutcome(ledger: Ledgering, key: string, request: string): Promise<Outcome | null> {
  const row = await ledger.store.find('key', key)
  if (row === null) return null
  return row.request === request ? outcomeOf(row) : refuse('key.reused')
}
