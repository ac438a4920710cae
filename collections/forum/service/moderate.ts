import { staffFor } from '@/core/access'
import type { Person } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { type App, decide, fact } from '@/hooks'
import type { Moderation } from '../contract'
import { moderateReply, moderateTopic, type ReplyAct, type TopicAct } from '../domain/moderate'
import { findReply, findTopic } from './findMessage'
import { followLastMessage } from './followLastMessage'

const moderator = staffFor('moderation')
const TRIES = 5

type Done = Result<{ topic: string; changed: boolean }>
type Row = { id: string; rev: number; facts?: string | null; factsPending?: number | null }
type Planned = { change: object } | { already: true } | { reason: string }

/**
 * An act on a topic: hide, show, lock, unlock, pin, unpin, move. What stands so already is done and says
 * nothing anew. Refusals: `forum.not-moderator`, `forum.unknown`, `forum.reason-missing`, `forum.changed`.
 */
export async function moderateTopicRow(app: App, who: Person, id: string, act: TopicAct): Promise<Done> {
  if (!moderator(who)) return refuse('forum.not-moderator')
  if (act.act === 'move') {
    const where = { id: { equals: act.category } }
    if (!(await app.payload.db.findOne({ collection: 'forum-categories', where })))
      return refuse('forum.unknown')
  }
  for (let i = 0; i < TRIES; i++) {
    const topic = await findTopic(app, id)
    if (!topic) return refuse('forum.unknown')
    const done = await attempt(app, who, 'forum-topics', topic, moderateTopic(topic, act, who.id), {
      act: act.act,
      topic: id,
      reply: null,
    })
    if (done) return done
  }
  return refuse('forum.changed')
}

/** The same for a reply: hide or show. Lists then name the last message that all may read. */
export async function moderateReplyRow(app: App, who: Person, id: string, act: ReplyAct): Promise<Done> {
  if (!moderator(who)) return refuse('forum.not-moderator')
  for (let i = 0; i < TRIES; i++) {
    const reply = await findReply(app, id)
    if (!reply) return refuse('forum.unknown')
    const done = await attempt(app, who, 'forum-replies', reply, moderateReply(reply, act, who.id), {
      act: act.act,
      topic: reply.topic,
      reply: id,
    })
    if (!done) continue
    if (done.ok && done.value.changed) await followLastMessage(app, reply.topic)
    return done
  }
  return refuse('forum.changed')
}

type About = { act: Moderation; topic: string; reply: string | null }

/** One conditional write of what was planned; null when somebody changed the row meanwhile. */
async function attempt(
  app: App,
  who: Person,
  collection: 'forum-topics' | 'forum-replies',
  row: Row,
  planned: Planned,
  about: About,
): Promise<Done | null> {
  if ('reason' in planned) return refuse(planned.reason)
  if ('already' in planned) return ok({ topic: about.topic, changed: false })
  const told = fact(app, 'forum.moderated', `${row.id}:${row.rev + 1}`, { ...about, actor: who.id })
  const won = await decide(app, collection, row, { ...planned.change }, [told])
  return won ? ok({ topic: about.topic, changed: true }) : null
}
