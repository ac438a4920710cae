import { ok, type Result, refuse } from '@/core/result'
import { type App, decide, decided, type NewFact } from '@/hooks'
import { WAITING } from '../../contract'
import { type LineAct, lineStep } from '../../domain/line'
import { findInLine, type LineRow } from './rows'

const ATTEMPTS = 8

/**
 * One act on a row of the line: reads it, asks the rule, writes if nobody changed it meanwhile, else reads again.
 * Refusals: `line.unknown`, `line.wrong-state` (detail: state), `line.changed`, and those of `change`.
 */
export async function changeLine<R extends string = never>(
  app: App,
  id: string,
  act: LineAct,
  change: (row: LineRow) => Promise<Result<{ data?: Partial<LineRow>; facts?: NewFact[] }, R>>,
): Promise<Result<LineRow, R | 'line.unknown' | 'line.wrong-state' | 'line.changed'>> {
  for (let i = 0; i < ATTEMPTS; i++) {
    const row = await findInLine(app, id)
    if (!row) return refuse('line.unknown')
    const to = lineStep(row.state, act)
    if (!to.ok) return to
    const wanted = await change(row)
    if (!wanted.ok) return wanted
    const { data = {}, facts = [] } = wanted.value
    const written = { ...data, state: to.value }
    if (await decide(app, WAITING, row, written, facts)) return ok(decided(row, written, facts))
  }
  return refuse('line.changed')
}
