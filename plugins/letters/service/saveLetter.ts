import { newId } from '@/core/ids'
import type { Person } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { type App, decide, insertDeciding } from '@/hooks'
import { writesLetters } from '../collections'
import { LETTER_KINDS, LETTERS, type LetterReason } from '../contract'
import { checkWords, type Words } from '../domain/letter'
import { audiencesFor } from './audiences'
import { findLetter, findLetterByKey } from './rows'

export type LetterDraft = Words & { to: string; kind: string; by: Person }

/** What a draft says, checked; whom it is for is kept with the name it has now. */
async function contentOf(app: App, draft: LetterDraft) {
  if (!writesLetters(draft.by)) return refuse('letter.not-allowed')
  const kind = LETTER_KINDS.find((k) => k === draft.kind)
  if (!kind) return refuse('letter.kind-missing')
  const audience = (await audiencesFor(app, draft.by)).find(({ to }) => to === draft.to)
  if (!audience) return refuse('letter.audience-missing')
  const words = checkWords(draft)
  if (!words.ok) return words
  const { subjectEn, textEn, ...french } = words.value
  const named = { to: audience.to, toFr: audience.label.fr, toEn: audience.label.en }
  return ok({ ...french, subjectEn: subjectEn || null, textEn: textEn || null, kind, ...named })
}

/** Keeps a new draft; the same form sent twice is one. Refusals: `letter.*`. */
export async function writeLetter(
  app: App,
  draft: LetterDraft & { formKey: string },
): Promise<Result<{ letter: string }, LetterReason>> {
  const content = await contentOf(app, draft)
  if (!content.ok) return content
  const key = `${draft.by.id}:${draft.formKey}`
  const row = { id: newId(), key, state: 'draft', by: draft.by.id, ...content.value }
  const made = await insertDeciding(app, LETTERS, row, [])
  if (made) return ok({ letter: made })
  const before = await findLetterByKey(app, key)
  if (!before) throw new Error(`letter ${key} is there and cannot be read`)
  return ok({ letter: before.id })
}

/** Writes in a draft as it was read (`rev`). Refusals: `letter.*`. */
export async function rewriteLetter(
  app: App,
  draft: LetterDraft & { letter: string; rev: number },
): Promise<Result<{ letter: string }, LetterReason>> {
  const content = await contentOf(app, draft)
  if (!content.ok) return content
  const row = await findLetter(app, draft.letter)
  if (!row) return refuse('letter.unknown')
  if (row.state === 'sent') return refuse('letter.sent')
  if (row.rev !== draft.rev || !(await decide(app, LETTERS, row, content.value, [])))
    return refuse('letter.changed')
  return ok({ letter: row.id })
}

/** Throws a draft away; what has left stays. Refusals: `letter.*`. */
export async function discardLetter(
  app: App,
  ask: { letter: string; by: Person },
): Promise<Result<null, LetterReason>> {
  if (!writesLetters(ask.by)) return refuse('letter.not-allowed')
  await app.payload.db.deleteMany({
    collection: LETTERS,
    where: { and: [{ id: { equals: ask.letter } }, { state: { equals: 'draft' } }] },
  })
  return (await findLetter(app, ask.letter)) ? refuse('letter.sent') : ok(null)
}
