import { ok, type Result } from '@/core/result'
import { type App, fact } from '@/hooks'
import type { ExchangeReason } from '../contract'
import type { Actor } from '../domain/next'
import type { ExchangeRow } from '../store/exchanges'
import { about, takeStep } from './takeStep'

/** The helper says that the help was given. From here no deadline takes the TS away. */
export async function deliverHelp(
  app: App,
  input: { id: string; who: Actor },
): Promise<Result<ExchangeRow, ExchangeReason>> {
  const taken = await takeStep(app, input.id, 'deliver', input.who, (row, _step, now) => ({
    data: { deliveredAt: now.toISOString(), expiresAt: null },
    facts: [fact(app, 'exchange.delivered', row.id, about(row))],
  }))
  return taken.ok ? ok(taken.value.row) : taken
}
