import type { Result } from '@/core/result'
import { type App, fact } from '@/hooks'
import type { ExchangeReason } from '../contract'
import type { Actor } from '../domain/next'
import type { ExchangeRow } from '../store/exchanges'
import { finish } from './finish'
import { about, takeStep } from './takeStep'

/** Either side gives up before the help is given; held TS are free again. */
export async function cancelHelp(
  app: App,
  input: { id: string; who: Exclude<Actor, 'system'> },
): Promise<Result<ExchangeRow, ExchangeReason>> {
  const taken = await takeStep(app, input.id, 'cancel', input.who, (row, _step, now) => ({
    data: { endedAt: now.toISOString(), endedBy: input.who.id, expiresAt: null },
    facts: [fact(app, 'exchange.cancelled', row.id, { ...about(row), by: input.who.id })],
  }))
  return taken.ok ? finish(app, taken.value) : taken
}
