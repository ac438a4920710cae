import { DAY, MINUTE } from '@/core/clock'
import { type App, compareAndSet } from '@/hooks'
import type { ReplyRow, TopicRow } from './rows'

/** A topic is left alone while it was written in so lately: a reply may still be on its way to being counted. */
const QUIET = 2 * MINUTE

/**
 * Mends counts that a crash left behind, between a reply and its topic: of the topics answered within a day and
 * quiet since. The write holds only if nobody counted meanwhile, so it cannot undo anybody's reply.
 */
export async function recountReplies(app: App): Promise<void> {
  const now = app.clock.now().getTime()
  const since = new Date(now - DAY).toISOString()
  const quiet = new Date(now - QUIET).toISOString()
  const recent = await app.payload.db.find<ReplyRow>({
    collection: 'forum-replies',
    where: { createdAt: { greater_than: since } },
    limit: 0,
    pagination: false,
    select: { topic: true, createdAt: true },
  })
  const latest = new Map<string, string>()
  for (const { topic, createdAt } of recent.docs)
    if (createdAt > (latest.get(topic) ?? '')) latest.set(topic, createdAt)
  const ids = [...latest].filter(([, at]) => at < quiet).map(([id]) => id)
  for (let i = 0; i < ids.length; i += 200) await recount(app, ids.slice(i, i + 200))
}

async function recount(app: App, ids: string[]): Promise<void> {
  // The topics first: what is counted after cannot be less than what they say.
  const topics = await app.payload.db.find<TopicRow>({
    collection: 'forum-topics',
    where: { id: { in: ids } },
    limit: ids.length,
    pagination: false,
    select: { replyCount: true },
  })
  const replies = await app.payload.db.find<ReplyRow>({
    collection: 'forum-replies',
    where: { topic: { in: ids } },
    limit: 0,
    pagination: false,
    sort: 'id',
    select: { topic: true, author: true, createdAt: true, hidden: true },
  })
  const byTopic = Map.groupBy(replies.docs, (reply) => reply.topic)
  for (const topic of topics.docs) {
    const all = byTopic.get(topic.id) ?? []
    if (all.length === topic.replyCount) continue
    const last = all.findLast((reply) => !reply.hidden)
    await compareAndSet(
      app,
      'forum-topics',
      { and: [{ id: { equals: topic.id } }, { replyCount: { equals: topic.replyCount } }] },
      {
        replyCount: all.length,
        ...(last ? { lastPostAt: last.createdAt, lastPostBy: last.author } : {}),
      },
    )
  }
}
