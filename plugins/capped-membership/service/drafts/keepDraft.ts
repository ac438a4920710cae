import { newId } from '@/core/ids'
import type { Lang } from '@/core/lang'
import { ok, type Result, refuse } from '@/core/result'
import { type App, decide, fact, insertDeciding } from '@/hooks'
import { DRAFTS, type DraftPurpose } from '../../contract'
import {
  type Answers,
  DRAFTS_AN_ADDRESS,
  draftKey,
  forgetAt,
  maySendAgain,
  plainAddress,
  sameAnswers,
} from '../../domain/drafts'
import { readApplicationSettings } from '../applicationSettings'
import { readCurrentSeason } from '../readCounter'
import { tellKnown } from '../submitApplication'
import { type DraftRow, draftsAt, findDraftByKey } from './rows'

export type NewDraft = { email: string; lang: Lang; answers: Answers; purpose: DraftPurpose }

/** Answers as a row holds them. */
export const columns = (answers: Answers) => ({
  name: answers.name?.trim() || null,
  phone: answers.phone?.trim() || null,
  activity: answers.activity?.trim() || null,
  skills: answers.skills?.trim() || null,
  motives: answers.motives?.trim() || null,
  charter: answers.charter ?? false,
  privacy: answers.privacy ?? false,
})

/**
 * Keeps what a visitor wrote under an address that is not proven yet, and sends its link there: to go on with it, or to
 * confirm the address and so file it. Nothing reaches staff, and nothing tells the visitor whether the address is known
 * to us: its owner gets a mail that says so instead. The same words sent twice are one draft, one mail.
 * Refusals: `season.not-open`, `application.consent-missing`; both for what is sent in, not for a draft.
 */
export async function keepDraft(
  app: App,
  { email: typed, lang, answers, purpose }: NewDraft,
): Promise<Result<null, 'season.not-open' | 'application.consent-missing'>> {
  const email = plainAddress(typed)
  if (purpose === 'confirm') {
    if (!answers.charter || !answers.privacy) return refuse('application.consent-missing')
    const current = await readCurrentSeason(app)
    if (current?.phase !== 'open') return refuse('season.not-open')
    if (await tellKnown(app, { email, lang, season: current.season.id })) return ok(null)
  }
  const { confirmDays, draftDays } = await readApplicationSettings(app)
  const now = app.clock.now()
  const row = {
    email,
    lang,
    purpose,
    state: 'kept',
    ...columns(answers),
    sendings: 1,
    sentAt: now.toISOString(),
    forgetAt: forgetAt(now, purpose === 'draft' ? draftDays : confirmDays).toISOString(),
  }
  for (let n = 0; n < DRAFTS_AN_ADDRESS; n++) {
    const id = newId()
    const key = draftKey(email, n)
    const sending = [fact(app, 'application.drafted', `${id}:1`, { draft: id, sending: 1 })]
    if (await insertDeciding(app, DRAFTS, { id, key, ...row }, sending)) return ok(null)
    const there = await findDraftByKey(app, key)
    if (there?.purpose === purpose && sameAnswers(there, answers)) return ok(null)
  }
  // Full, by whoever's hand: the address gets the link of its latest once more, and can go on from there.
  const [latest] = await draftsAt(app, email)
  if (latest) await sendAgain(app, latest)
  return ok(null)
}

/** Sends the mail of what waits to be confirmed at an address again, once in ten minutes. Says nothing either way. */
export async function resendConfirmation(app: App, email: string): Promise<void> {
  const waiting = (await draftsAt(app, plainAddress(email))).find((draft) => draft.purpose === 'confirm')
  if (waiting) await sendAgain(app, waiting)
}

async function sendAgain(app: App, draft: DraftRow): Promise<void> {
  const now = app.clock.now()
  if (!maySendAgain(draft, now)) return
  const sending = draft.sendings + 1
  await decide(app, DRAFTS, draft, { sendings: sending, sentAt: now.toISOString() }, [
    fact(app, 'application.drafted', `${draft.id}:${sending}`, { draft: draft.id, sending }),
  ])
}
