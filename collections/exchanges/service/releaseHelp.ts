import type { Result } from '@/core/result'
import { type App, fact } from '@/hooks'
import type { ExchangeReason } from '../contract'
import type { Actor } from '../domain/next'
import type { ExchangeRow } from '../store/exchanges'
import { finish } from './finish'
import { about, takeStep } from './takeStep'

/** Staff ends a disputed exchange: nothing is paid, the TS are free again. (To pay is `evaluateHelp`.) */
export async function releaseHelp(
  app: App,
  input: { id: string; who: Exclude<Actor, 'system'> },
): Promise<Result<ExchangeRow, ExchangeReason>> {
  const taken = await takeStep(app, input.id, 'release', input.who, (row, _step, now) => ({
    data: { endedAt: now.toISOString(), endedBy: input.who.id },
    facts: [fact(app, 'exchange.released', row.id, { ...about(row), by: input.who.id })],
  }))
  return taken.ok ? finish(app, taken.value) : taken
}
