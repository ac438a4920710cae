import { readPerson } from '@/collections/members/service/readPerson'
import { startTask } from '@/collections/tasks/service'
import type { Person } from '@/core/person'
import { type Result, refuse } from '@/core/result'
import { type App, decide, fact } from '@/hooks'
import { LETTERS } from '../contract'
import { forecastLetter } from './recipients'
import { findLetter, type LetterRow } from './rows'

/**
 * Decides that a letter leaves, as it was looked at (`rev`); the long act that writes it to each follows, here and again
 * by the listener. Decided twice, it leaves once. Refusals: `letter.*`, `task.not-allowed`, `service.absent`.
 */
export async function sendLetter(
  app: App,
  ask: { letter: string; rev: number; by: Person },
): Promise<Result<{ task: string; already: boolean }>> {
  const { by } = ask
  const row = await findLetter(app, ask.letter)
  if (!row) return refuse('letter.unknown')
  const forecast = await forecastLetter(app, row, by)
  if (!forecast.ok) return forecast
  if (row.state === 'sent') return begin(app, row, by)
  if (row.rev !== ask.rev) return refuse('letter.changed')
  const { people, written } = forecast.value
  if (written === 0) return refuse('letter.nobody')
  const change = { state: 'sent' as const, sentBy: by.id, sentAt: app.clock.now().toISOString(), people }
  const told = fact(app, 'letter.decided', row.id, { letter: row.id, by: by.id, people })
  if (await decide(app, LETTERS, row, change, [told])) return begin(app, { ...row, ...change }, by)
  // Decided by another press of the same button, or written in.
  const now = await findLetter(app, row.id)
  return now?.state === 'sent' ? begin(app, now, by) : refuse('letter.changed')
}

const begin = (app: App, row: LetterRow, by: Person) =>
  startTask(app, {
    kind: 'letters.send',
    input: { letter: row.id, subject: row.subject },
    key: row.id,
    ...(row.people ? { total: row.people } : {}),
    by,
  })

/** After it was decided: the long act, should whoever decided have been cut before beginning it. */
export async function afterDecision(app: App, { letter, by }: { letter: string; by: string }): Promise<void> {
  const [row, person] = await Promise.all([findLetter(app, letter), readPerson(app, by)])
  if (!row || !person) return
  const begun = await begin(app, row, person)
  if (!begun.ok) app.log.warn({ letter, reason: begun.reason }, 'a letter that was decided on does not leave')
}
