import { type Result, refuse } from '@/core/result'
import { type App, fact } from '@/hooks'
import type { ExchangeReason } from '../contract'
import type { Actor } from '../domain/next'
import { isGood, isRating } from '../domain/terms'
import type { ExchangeRow } from '../store/exchanges'
import { finish } from './finish'
import { about, takeStep } from './takeStep'

export type Evaluation = {
  id: string
  /** The requester, or staff for moderation. */
  who: Exclude<Actor, 'system'>
  /** 1 to 5; 1 and 2 open a review by staff instead of moving TS. */
  rating: number
  comment: string
}

/**
 * Judges the help given: the row decides, then the ledger moves the TS, at once or by the listener of
 * `exchange.evaluated`. Refusals: exchange.rating-invalid and those of the rule.
 */
export async function evaluateHelp(
  app: App,
  input: Evaluation,
): Promise<Result<ExchangeRow, ExchangeReason>> {
  if (!isRating(input.rating)) return refuse('exchange.rating-invalid')
  const good = isGood(input.rating)
  const taken = await takeStep(app, input.id, good ? 'approve' : 'dispute', input.who, (row, _step, now) => {
    const at = now.toISOString()
    const judged = { ...about(row), by: input.who.id, rating: input.rating }
    return {
      data: {
        rating: input.rating,
        comment: input.comment || null,
        evaluatedBy: input.who.id,
        ...(good ? { evaluatedAt: at } : { disputedAt: at }),
      },
      facts: [
        good
          ? fact(app, 'exchange.evaluated', row.id, judged)
          : fact(app, 'exchange.disputed', row.id, judged),
      ],
    }
  })
  return taken.ok ? finish(app, taken.value) : taken
}
