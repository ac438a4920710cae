import { queueMail } from '@/collections/mail/service/queueMail'
import type { PersonContact } from '@/collections/members/contract'
import { readPeople } from '@/collections/members/service'
import { newId } from '@/core/ids'
import type { Person } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import type { App } from '@/hooks'
import { writesLetters } from '../collections'
import type { LetterReason } from '../contract'
import { LETTER } from '../mails'
import { choicePath, choiceToken } from './choices'
import { findLetter, type LetterRow } from './rows'

/** Of a letter and a person: asked for twice, it is one mail, whatever died in between. */
export const mailKey = (letter: string, person: string): string => `letter:${letter}:${person}`

type Reader = Pick<PersonContact, 'id' | 'email' | 'name' | 'lang'>

/** A letter as one reader gets it: in English where it was written in English and they read it. */
export function mailOf(app: App, letter: LetterRow, to: Reader, from: string) {
  const english = to.lang === 'en' && Boolean(letter.subjectEn && letter.textEn)
  return {
    to: to.email,
    person: to.id,
    lang: to.lang,
    template: LETTER,
    data: {
      name: to.name,
      subject: (english ? letter.subjectEn : letter.subject) ?? '',
      text: (english ? letter.textEn : letter.text) ?? '',
      from,
      choice: letter.kind === 'news' ? choiceHref(app, to.id) : '',
      trial: 0,
    },
  }
}

const choiceHref = (app: App, person: string): string =>
  `${app.settings.publicUrl}${choicePath(choiceToken(app, person))}`

/** Writes a letter to some people. Those it was written to already have it. */
export async function deliver(app: App, letter: LetterRow, people: readonly PersonContact[]): Promise<void> {
  const writer = letter.sentBy ?? letter.by
  const from = (await readPeople(app, [writer])).get(writer)?.name ?? ''
  for (const person of people)
    await queueMail(app, {
      ...mailOf(app, letter, person, from),
      key: mailKey(letter.id, person.id),
      ...(letter.kind === 'news' ? { unsubscribe: choiceHref(app, person.id) } : {}),
      // What somebody waits for goes first: a link to sign in, a receipt.
      bulk: true,
    })
}

/** A letter to oneself, marked as a trial: as often as one asks. Refusals: `letter.not-allowed`, `letter.unknown`. */
export async function tryLetter(
  app: App,
  ask: { letter: string; by: Person },
): Promise<Result<{ to: string }, LetterReason>> {
  const { by } = ask
  if (!writesLetters(by)) return refuse('letter.not-allowed')
  const letter = await findLetter(app, ask.letter)
  if (!letter) return refuse('letter.unknown')
  const mail = mailOf(app, letter, by, by.name)
  await queueMail(app, {
    ...mail,
    key: `letter-trial:${letter.id}:${newId()}`,
    data: { ...mail.data, trial: 1 },
  })
  return ok({ to: by.email })
}
