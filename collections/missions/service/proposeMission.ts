import { civilDate } from '@/core/dates'
import { newId } from '@/core/ids'
import type { Person } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { searchKey, sortKey } from '@/core/text'
import { type App, fact, insertDeciding } from '@/hooks'
import { logesOf } from '../access'
import { MISSIONS, type MissionReason, type MissionText, type Prospect } from '../contract'
import { type MissionRow, readMissionByKey, writeProspect } from '../store/missions'

export type Proposal = {
  who: Person
  text: MissionText
  prospect: Prospect
  /** Straight to verification, else a draft. */
  submit: boolean
  formKey: string
}

/** What cannot be said of a mission by this person, now; null when all is well. */
export function textRefusal(app: App, who: Person, text: MissionText): MissionReason | null {
  const loges = logesOf(who)
  if (text.loge !== null && loges !== null && !loges.includes(text.loge)) return 'mission.loge-not-yours'
  const today = civilDate(app.clock.now(), app.settings.timeZone)
  if (text.deadline !== null && text.deadline < today) return 'mission.deadline-past'
  return null
}

/** The columns that a text fills, those it is found and sorted by included. */
export const textColumns = (text: MissionText) => ({
  ...text,
  searchKey: searchKey(text.title, text.brief, text.skills),
  sortKey: sortKey(text.title),
})

/**
 * Brings a mission to the bank, as a draft or for staff to verify. The same form sent twice is one mission.
 * The caller has checked `mayPropose`. Refusals: mission.loge-not-yours, mission.deadline-past; mission.already-sent when
 * the form was sent with other words before (the browser's Back).
 */
export async function proposeMission(
  app: App,
  input: Proposal,
): Promise<Result<{ id: string }, MissionReason>> {
  const { who, text } = input
  const refusal = textRefusal(app, who, text)
  if (refusal) return refuse(refusal)
  const key = `${who.id}:${input.formKey}`
  const there = await readMissionByKey(app, key)
  if (there) return isSame(there, input) ? ok({ id: there.id }) : refuse('mission.already-sent')
  const id = newId()
  // The prospect first: a crash then leaves a closed row nobody refers to, rather than a mission without one.
  await writeProspect(app, id, input.prospect)
  const made = await insertDeciding(
    app,
    MISSIONS,
    {
      id,
      key,
      ...textColumns(text),
      postedBy: who.id,
      state: input.submit ? 'to-verify' : 'draft',
      since: app.clock.now().toISOString(),
    },
    input.submit
      ? [fact(app, 'mission.proposed', `${id}:1`, { mission: id, postedBy: who.id, loge: text.loge })]
      : [],
  )
  if (made) return ok({ id: made })
  const winner = await readMissionByKey(app, key)
  if (!winner) return refuse('mission.changed')
  return isSame(winner, input) ? ok({ id: winner.id }) : refuse('mission.already-sent')
}

const TEXT = ['title', 'brief', 'skills', 'mode', 'loge', 'budget', 'deadline'] as const

/** The same form sent twice, or the browser's Back and other words? What staff did with it since does not count. */
const isSame = (there: MissionRow, { text, submit }: Proposal): boolean =>
  TEXT.every((field) => (there[field] ?? null) === (text[field] ?? null)) &&
  (there.state !== 'draft' || !submit)
