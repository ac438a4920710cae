import { ok, type Result } from '@/core/result'
import { type App, fact } from '@/hooks'
import type { ExchangeReason } from '../contract'
import type { Actor } from '../domain/next'
import type { ExchangeRow } from '../store/exchanges'
import { about, takeStep } from './takeStep'

/** The helper says no; no reason is asked for. */
export async function declineHelp(
  app: App,
  input: { id: string; who: Actor },
): Promise<Result<ExchangeRow, ExchangeReason>> {
  const taken = await takeStep(app, input.id, 'decline', input.who, (row, _step, now) => ({
    data: { endedAt: now.toISOString(), expiresAt: null },
    facts: [fact(app, 'exchange.declined', row.id, about(row))],
  }))
  return taken.ok ? ok(taken.value.row) : taken
}
