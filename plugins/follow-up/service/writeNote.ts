import { findProfile } from '@/collections/members/service'
import { newId } from '@/core/ids'
import type { Person } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { type App, insertDeciding } from '@/hooks'
import { CHANNELS, NOTES } from '../contract'
import { mayFollow } from '../domain/access'
import { checkNext } from '../domain/tasks'
import { checkOwner } from './colleagues'
import { handed } from './handed'
import { todayOf } from './rows'

const MAX_SAID = 4000

export type NewNote = {
  person: string
  channel: string
  said: string
  /** When somebody is to be called back; nothing is to be done where it is empty. */
  nextOn?: string
  /** Which colleague is to do it; whoever notes it where absent. */
  owner?: string
  by: Person
  /** Of the form: sent twice, it is one note. */
  formKey: string
}

/**
 * Notes a conversation, and what is to be done next, by a colleague or whoever notes it, until another takes it. One row,
 * never edited but for what is to be done. Refusals: `follow-up.*`.
 */
export async function writeNote(app: App, note: NewNote): Promise<Result<null>> {
  if (!mayFollow(note.by, note.person)) return refuse('follow-up.not-allowed')
  const said = note.said.trim()
  if (!said || said.length > MAX_SAID) return refuse('follow-up.said-missing')
  const channel = CHANNELS.find((c) => c === note.channel)
  if (!channel || channel === 'reminder') return refuse('follow-up.wrong-channel')
  const next = note.nextOn ? checkNext(note.nextOn, todayOf(app)) : null
  if (next && !next.ok) return next
  if (!(await findProfile(app, note.person))) return refuse('follow-up.unknown')
  const owner = next && note.owner ? await checkOwner(app, note.owner, note.person) : ok(note.by.id)
  if (!owner.ok) return owner
  const id = newId()
  await insertDeciding(
    app,
    NOTES,
    {
      id,
      key: `${note.by.id}:${note.formKey}`,
      person: note.person,
      by: note.by.id,
      at: app.clock.now().toISOString(),
      channel,
      said,
      ...(next ? { nextOn: next.value, task: 'open', owner: owner.value } : { task: 'none' }),
    },
    next ? handed(app, { note: id, rev: 1, owner: owner.value, by: note.by.id }) : [],
  )
  return ok(null)
}
