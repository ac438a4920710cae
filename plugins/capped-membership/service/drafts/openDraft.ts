import { ok, type Result, refuse } from '@/core/result'
import { type App, decide } from '@/hooks'
import { DRAFTS } from '../../contract'
import { type Answers, filedKey, forgetAt } from '../../domain/drafts'
import { readApplicationSettings } from '../applicationSettings'
import { type Submitted, submitApplication } from '../submitApplication'
import { columns } from './keepDraft'
import { type DraftRow, draftOfLink } from './rows'

const ATTEMPTS = 5

/** Saves a draft again, by its link; it is kept longer from now on. Refusal: `draft.unknown`. */
export async function saveDraft(
  app: App,
  token: string,
  answers: Answers,
): Promise<Result<DraftRow, 'draft.unknown'>> {
  const { draftDays } = await readApplicationSettings(app)
  for (let i = 0; i < ATTEMPTS; i++) {
    const draft = await draftOfLink(app, token)
    if (draft?.state !== 'kept') return refuse('draft.unknown')
    const later = forgetAt(app.clock.now(), draftDays)
    const data = {
      ...columns(answers),
      forgetAt: (later > new Date(draft.forgetAt) ? later : new Date(draft.forgetAt)).toISOString(),
    }
    if (await decide(app, DRAFTS, draft, data, [])) return ok({ ...draft, ...data })
  }
  return refuse('draft.unknown')
}

/**
 * Files what a link leads to: whoever has it has proven the address. The application bears the draft's id, so that
 * filing twice is once, whatever dies in between. `answers` replace what was kept.
 * Refusals: `draft.unknown`, `season.not-open`, `application.consent-missing`.
 */
export async function fileDraft(
  app: App,
  token: string,
  answers?: Answers,
): Promise<Result<Submitted, 'draft.unknown' | 'season.not-open' | 'application.consent-missing'>> {
  const draft = await draftOfLink(app, token)
  if (!draft) return refuse('draft.unknown')
  if (draft.state === 'filed') return ok({ application: draft.id, known: false })
  const said = answers ?? draft
  const filed = await submitApplication(app, {
    id: draft.id,
    email: draft.email,
    lang: draft.lang,
    name: said.name ?? '',
    ...(said.phone ? { phone: said.phone } : {}),
    activity: said.activity ?? '',
    skills: said.skills ?? '',
    motives: said.motives ?? '',
    charter: Boolean(said.charter),
    privacy: Boolean(said.privacy),
  })
  if (filed.ok && filed.value.application) await closeDraft(app, draft)
  return filed
}

/** Filed: what was written stands in the application, and nowhere else. */
async function closeDraft(app: App, draft: DraftRow): Promise<void> {
  // A mail under way may still change the row once; the link goes on saying that it was filed either way.
  for (let row: DraftRow | null = draft, i = 0; row?.state === 'kept' && i < ATTEMPTS; i++) {
    const data = { state: 'filed', key: filedKey(row.id), email: '', ...columns({}) }
    if (await decide(app, DRAFTS, row, data, [])) return
    row = await app.payload.db.findOne<DraftRow>({ collection: DRAFTS, where: { id: { equals: draft.id } } })
  }
}
