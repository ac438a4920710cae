import type { RichDoc } from '@/collections/richtext'
import { extranet } from '@/core/access'
import { newId } from '@/core/ids'
import type { Person } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { type App, compareAndSet, fact, insertDeciding } from '@/hooks'
import { replyRefusal } from '../domain/rules'
import { findTopic } from './findMessage'
import { readWords, sameWords, writingKey } from './writing'

export type NewReply = { key: string; topic: string; text: string }

/**
 * Answers in a topic; the same form sent twice is one reply, the first. The reply's row decides; the topic's
 * count and last message follow, and `recountReplies` mends them after a crash in between. A topic closed in
 * the very same instant may still receive it.
 * Refusals: `forum.members-only`, `forum.unknown`, `forum.locked`, `forum.hidden`, `forum.empty`, `richtext.*`;
 * `forum.already-sent` when the form was sent with other words before (the browser's Back).
 */
export async function postReply(app: App, who: Person, input: NewReply): Promise<Result<{ id: string }>> {
  if (!extranet(who)) return refuse('forum.members-only')
  const content = readWords(input.text)
  if (!content.ok) return content
  const topic = await findTopic(app, input.topic)
  if (!topic) return refuse('forum.unknown')
  const key = writingKey(who.id, 'reply', input.key)
  const refused = replyRefusal(topic)
  // Sent twice, and closed in between: the first one counts.
  if (refused) return (await firstReply(app, key, content.value)) ?? refuse(refused)
  const id = newId()
  const inserted = await insertDeciding(
    app,
    'forum-replies',
    { id, key, topic: topic.id, author: who.id, content: content.value, hidden: false },
    [fact(app, 'forum.replied', id, { topic: topic.id, reply: id, author: who.id })],
  )
  if (!inserted) return (await firstReply(app, key, content.value)) ?? refuse('forum.changed')
  await compareAndSet(
    app,
    'forum-topics',
    { id: { equals: topic.id } },
    { replyCount: { $inc: 1 }, lastPostAt: app.clock.now().toISOString(), lastPostBy: who.id },
  )
  return ok({ id: inserted })
}

async function firstReply(app: App, key: string, sent: RichDoc): Promise<Result<{ id: string }> | null> {
  const first = await app.payload.db.findOne<{ id: string; content: unknown }>({
    collection: 'forum-replies',
    where: { key: { equals: key } },
  })
  if (!first) return null
  return sameWords(first.content, sent) ? ok({ id: first.id }) : refuse('forum.already-sent')
}
