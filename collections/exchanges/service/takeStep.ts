import { ok, type Result, refuse } from '@/core/result'
import { type App, decide, type NewFact } from '@/hooks'
import { EXCHANGES, type ExchangeFact, type ExchangeReason } from '../contract'
import { type Act, type Actor, isDone, next, type Step } from '../domain/next'
import { type ExchangeRow, readExchange } from '../store/exchanges'

const ATTEMPTS = 8

export type Taken = { row: ExchangeRow; changed: boolean }
type Write = { data?: Partial<ExchangeRow>; facts?: NewFact[] }

/** What every fact of an exchange tells. */
export const about = (row: ExchangeRow): ExchangeFact => ({
  exchange: row.id,
  requester: row.requester,
  helper: row.helper,
  amount: row.amount,
})

/**
 * Takes one step of an exchange: reads the row, asks the rule, writes by compare-and-set; when someone was
 * faster, reads and asks again. A step already taken is done, `changed: false`, so that a second click
 * finds its wish fulfilled.
 */
export async function takeStep(
  app: App,
  id: string,
  act: Act,
  who: Actor,
  write: (row: ExchangeRow, step: Step, now: Date) => Write,
): Promise<Result<Taken, ExchangeReason>> {
  for (let i = 0; i < ATTEMPTS; i++) {
    const row = await readExchange(app, id)
    if (!row) return refuse('exchange.unknown')
    const now = app.clock.now()
    const step = next(row, act, who, now)
    if (!step.ok) {
      if (step.reason === 'exchange.too-late' && isDone(row, act)) return ok({ row, changed: false })
      return step
    }
    if (act === 'accept' && row.owes === 'hold') return ok({ row, changed: false })
    const { data = {}, facts = [] } = write(row, step.value, now)
    const moved = step.value.to === row.state ? {} : { since: now.toISOString() }
    const change = { state: step.value.to, owes: step.value.owes, ...moved, ...data }
    if (await decide(app, EXCHANGES, row, change, facts))
      return ok({ row: { ...row, ...change }, changed: true })
  }
  return refuse('exchange.changed')
}
