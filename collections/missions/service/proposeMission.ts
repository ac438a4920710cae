import { civilDate } from '@/core/dates'
import { newId } from '@/core/ids'
import type { Person } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { searchKey, sortKey } from '@/core/text'
import { type App, fact, insertDeciding } from '@/hooks'
import { logesOf } from '../access'
import { MISSIONS, type MissionReason, type MissionText, type Prospect } from '../contract'
import { readMissionByKey, writeProspect } from '../store/missions'

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
 * The caller has checked `mayPropose`. Refusals: mission.loge-not-yours, mission.deadline-past.
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
  if (there) return ok({ id: there.id })
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
  const winner = made ?? (await readMissionByKey(app, key))?.id
  return winner ? ok({ id: winner }) : refuse('mission.changed')
}
