import type { Person } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { type App, decide, fact, type NewFact } from '@/hooks'
import { actorOf } from '../access'
import { MISSIONS, type MissionReason, type MissionText, type Prospect } from '../contract'
import { type Act, isDone, next } from '../domain/next'
import { type MissionRow, readMission, writeProspect } from '../store/missions'
import { textColumns, textRefusal } from './proposeMission'

const ATTEMPTS = 8

type Write = (row: MissionRow) => { data?: object; facts?: NewFact[] }

/** One step of a mission by compare-and-set; a step already taken is done. */
async function step(
  app: App,
  id: string,
  act: Act,
  who: Person,
  write: Write,
): Promise<Result<MissionRow, MissionReason>> {
  for (let i = 0; i < ATTEMPTS; i++) {
    const row = await readMission(app, id)
    if (!row) return refuse('mission.unknown')
    const to = next(row, act, actorOf(who))
    if (!to.ok) return to.reason === 'mission.not-now' && isDone(row.state, act) ? ok(row) : to
    const { data = {}, facts = [] } = write(row)
    const moved = to.value.to === row.state ? {} : { since: app.clock.now().toISOString() }
    const change = { ...moved, ...data, state: to.value.to }
    if (await decide(app, MISSIONS, row, change, facts)) return ok({ ...row, ...change })
  }
  return refuse('mission.changed')
}

const about = (row: MissionRow) => ({ mission: row.id, postedBy: row.postedBy, loge: row.loge ?? null })

/** The poster sends a draft to staff. Each sending is a fact of its own. */
export const submitMission = (app: App, id: string, who: Person) =>
  step(app, id, 'submit', who, (row) => ({
    data: { remark: null },
    facts: [fact(app, 'mission.proposed', `${id}:${row.rev + 1}`, about(row))],
  }))

/** Staff has verified it: members see it. */
export const publishMission = (app: App, id: string, who: Person) =>
  step(app, id, 'publish', who, (row) => ({
    data: { verifiedBy: who.id, publishedAt: app.clock.now().toISOString(), remark: null },
    facts: [fact(app, 'mission.published', id, { ...about(row), by: who.id })],
  }))

/** Staff sends it back with a remark. */
export const returnMission = (app: App, id: string, who: Person, remark: string) =>
  step(app, id, 'return', who, (row) => ({
    data: { remark },
    facts: [fact(app, 'mission.returned', `${id}:${row.rev + 1}`, { ...about(row), by: who.id })],
  }))

export const closeMission = (app: App, id: string, who: Person) =>
  step(app, id, 'close', who, (row) => ({
    facts: [fact(app, 'mission.closed', id, { ...about(row), by: who.id })],
  }))

export const withdrawMission = (app: App, id: string, who: Person) =>
  step(app, id, 'withdraw', who, (row) => ({
    facts: [fact(app, 'mission.withdrawn', id, { ...about(row), by: who.id })],
  }))

/** Changes what a mission says: its poster while it is a draft, staff afterwards. */
export async function editMission(
  app: App,
  id: string,
  who: Person,
  input: { text: MissionText; prospect: Prospect },
): Promise<Result<MissionRow, MissionReason>> {
  const refusal = textRefusal(app, who, input.text)
  if (refusal) return refuse(refusal)
  const edited = await step(app, id, 'edit', who, () => ({ data: textColumns(input.text) }))
  if (edited.ok) await writeProspect(app, id, input.prospect)
  return edited
}
