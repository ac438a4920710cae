import { MINUTE } from '@/core/clock'
import type { App } from '@/hooks'
import { findExchanges } from '../store/exchanges'
import { followLedger } from './followLedger'

/** Long enough for the request that decided to finish by itself. */
const LEAVE_ALONE = MINUTE

/**
 * Finishes what was cut half-way: acceptances without their hold, evaluations without their payment, ended
 * exchanges whose TS are still held. Returns how many were finished.
 */
export async function reconcileExchanges(
  app: App,
  { olderThan = LEAVE_ALONE, limit = 100 } = {},
): Promise<number> {
  const before = new Date(app.clock.now().getTime() - olderThan).toISOString()
  const cut = await findExchanges(
    app,
    { and: [{ owes: { not_equals: 'none' } }, { updatedAt: { less_than_equal: before } }] },
    { limit, sort: 'updatedAt' },
  )
  let finished = 0
  for (const { id } of cut) {
    try {
      await followLedger(app, id)
      finished++
    } catch (error) {
      app.log.error({ err: error, exchange: id }, 'an exchange could not be finished')
    }
  }
  return finished
}
