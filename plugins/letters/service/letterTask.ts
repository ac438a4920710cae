import { START } from '@/collections/tasks/contract'
import { ok, refuse } from '@/core/result'
import type { TaskKind } from '@/hooks'
import { writesLetters } from '../collections'
import { texts } from '../i18n'
import { letterHref } from '../web/paths'
import { findAudience } from './audiences'
import { deliver } from './deliver'
import { sortOut } from './recipients'
import { findLetter } from './rows'

/** People a step: a mail is rendered and written in a few milliseconds. */
const PEOPLE = 50

/**
 * A letter is written to each of those it is for, as they stand when their turn comes; the cursor is where in the
 * audience it has come. Who came in since it was decided gets it too, who left or declined meanwhile does not.
 */
export const letterTask: TaskKind<'letters.send'> = {
  title: ({ subject }, lang) => texts(lang).task(subject),
  counts: (lang) => texts(lang).counts,
  access: writesLetters,
  href: ({ letter }) => letterHref(letter),
  step: async (app, { input, cursor, by }) => {
    const letter = await findLetter(app, input.letter)
    if (letter?.state !== 'sent') return refuse('letter.unknown')
    const found = await findAudience(app, letter.to, by)
    if (!found.ok) return found
    const { audience, of } = found.value
    const after = cursor === START ? '' : cursor
    const { people, next } = await audience.people(app, { of, after, limit: PEOPLE })
    const { written, declined, away } = await sortOut(app, letter, people)
    await deliver(app, letter, written)
    return ok({ next, done: people.length, counts: { written: written.length, declined, away } })
  },
}
