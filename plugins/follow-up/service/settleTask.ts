import type { Person } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { type App, decide, type NewFact } from '@/hooks'
import { NOTES } from '../contract'
import { mayFollow } from '../domain/access'
import { checkPostponed } from '../domain/tasks'
import { checkOwner } from './colleagues'
import { handed } from './handed'
import { findNote, type NoteRow, todayOf } from './rows'

type Changed = Result<Partial<NoteRow>>
type Change = (note: NoteRow) => Changed | Promise<Changed>

/** One act on what is to be done; whoever is second learns that it has changed. */
async function settle(
  app: App,
  id: string,
  by: Person,
  change: Change,
  told: (note: NoteRow, data: Partial<NoteRow>) => NewFact[] = () => [],
): Promise<Result<NoteRow>> {
  const note = await findNote(app, id)
  if (!note) return refuse('follow-up.unknown')
  if (!mayFollow(by, note.person)) return refuse('follow-up.not-allowed')
  const data = await change(note)
  if (!data.ok) return data
  const facts = told(note, data.value)
  if (!(await decide(app, NOTES, note, data.value, facts))) return refuse('follow-up.changed')
  return ok({ ...note, ...data.value })
}

const open = (note: NoteRow): Result<null> => (note.task === 'open' ? ok(null) : refuse('follow-up.changed'))

/** It was done; doing it twice is harmless. Refusals: `follow-up.*`. */
export async function finishTask(app: App, ask: { note: string; by: Person }): Promise<Result<NoteRow>> {
  const done = await settle(app, ask.note, ask.by, (note) => {
    const still = open(note)
    return still.ok ? ok({ task: 'done', doneAt: app.clock.now().toISOString(), doneBy: ask.by.id }) : still
  })
  if (done.ok || done.reason !== 'follow-up.changed') return done
  const now = await findNote(app, ask.note)
  return now?.task === 'done' ? ok(now) : done
}

/** Puts it off to a later day. Refusals: `follow-up.*`. */
export const postponeTask = (
  app: App,
  ask: { note: string; to: string; by: Person },
): Promise<Result<NoteRow>> =>
  settle(app, ask.note, ask.by, (note) => {
    const still = open(note)
    if (!still.ok) return still
    const to = checkPostponed(ask.to, note.nextOn ?? '', todayOf(app))
    return to.ok ? ok({ nextOn: to.value, postponed: (note.postponed ?? 0) + 1 }) : to
  })

/** Hands it to a colleague who may see to it, and is told by mail. Refusals: `follow-up.*`. */
export const handTask = (app: App, ask: { note: string; to: string; by: Person }): Promise<Result<NoteRow>> =>
  settle(
    app,
    ask.note,
    ask.by,
    async (note) => {
      const still = open(note)
      if (!still.ok) return still
      const owner = await checkOwner(app, ask.to, note.person)
      return owner.ok ? ok({ owner: owner.value }) : owner
    },
    (note, { owner }) =>
      owner && owner !== note.owner
        ? handed(app, { note: note.id, rev: note.rev + 1, owner, by: ask.by.id })
        : [],
  )

/** Takes it over from somebody else. Refusals: `follow-up.*`. */
export const takeTask = (app: App, ask: { note: string; by: Person }): Promise<Result<NoteRow>> =>
  settle(app, ask.note, ask.by, (note) => {
    const still = open(note)
    return still.ok ? ok({ owner: ask.by.id }) : still
  })
