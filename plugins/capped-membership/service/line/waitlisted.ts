import { type App, fact, type NewFact } from '@/hooks'
import type { LineWhy } from '../../contract'
import type { ApplicationRow } from '../rows'

/** What is written to a file whose person stands in line from now on, at the end. */
export function waitlisted(
  app: App,
  { id, season, rev }: ApplicationRow,
  person: string,
  why: LineWhy,
  data: Partial<ApplicationRow> = {},
): { data: Partial<ApplicationRow>; facts: NewFact[] } {
  const at = app.clock.now().toISOString()
  return {
    data: { ...data, waitingAt: at, waitingWhy: why },
    facts: [fact(app, 'application.waitlisted', `${id}:${rev + 1}`, { application: id, person, season, at })],
  }
}
