import { projectorOf } from '@/collections/ts/service/ledgerOf'
import { ok, type Result } from '@/core/result'
import type { App } from '@/hooks'
import type { ExchangeReason } from '../contract'
import type { ExchangeRow } from '../store/exchanges'
import { followLedger } from './followLedger'
import type { Taken } from './takeStep'

/**
 * After a decision: the ledger follows at once. Where it cannot just now (a contended account, a database
 * that went away), the decision stands all the same: the page says it is under way and the reconciler ends it.
 */
export async function finish(app: App, taken: Taken): Promise<Result<ExchangeRow, ExchangeReason>> {
  try {
    const outcome = await followLedger(app, taken.row.id)
    // So that whoever acted sees the balance it made on the next page.
    if (taken.changed) await projectorOf(app).flush()
    return outcome
  } catch (error) {
    app.log.warn({ err: error, exchange: taken.row.id }, 'the ledger will follow later')
    return ok(taken.row)
  }
}
