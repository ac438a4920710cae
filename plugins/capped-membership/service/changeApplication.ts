import { ok, type Result, refuse } from '@/core/result'
import { type App, decide, decided, type NewFact } from '@/hooks'
import { APPLICATIONS } from '../contract'
import { type Act, step } from '../domain/application'
import { type ApplicationRow, findApplication } from './rows'

const ATTEMPTS = 5

/** `to`: where this change leads instead of where the act leads as a rule (accepted, but no seat is left: waiting). */
type Change = { data: Partial<ApplicationRow>; facts: NewFact[]; to?: 'waiting' }

/**
 * One act on a file: reads it, asks the rule, writes if nobody changed it meanwhile, else reads again. `change`
 * says what to write, or refuses.
 * Refusals: `application.unknown`, `application.wrong-state` (detail: state), `application.changed`, and those
 * of `change`.
 */
export async function changeApplication<R extends string>(
  app: App,
  id: string,
  act: Act,
  change: (row: ApplicationRow) => Promise<Result<Change, R>>,
): Promise<
  Result<ApplicationRow, R | 'application.unknown' | 'application.wrong-state' | 'application.changed'>
> {
  for (let i = 0; i < ATTEMPTS; i++) {
    const row = await findApplication(app, id)
    if (!row) return refuse('application.unknown')
    const to = step(row.state, act)
    if (!to.ok) return to
    const wanted = await change(row)
    if (!wanted.ok) return wanted
    const data = { ...wanted.value.data, state: wanted.value.to ?? to.value }
    if (await decide(app, APPLICATIONS, row, data, wanted.value.facts))
      return ok(decided(row, data, wanted.value.facts))
  }
  return refuse('application.changed')
}
