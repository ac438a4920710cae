import type { Where } from 'payload'
import { type App, compareAndSet } from '@/hooks'
import { findTopic } from './findMessage'
import type { ReplyRow } from './rows'

const TRIES = 5

/**
 * The last message of a topic as lists show it is the last one that all may read: a hidden reply gives its place to
 * the one before it, or to the opening message, and takes it again when it is shown. May be run again at any time;
 * each write holds only if nobody answered meanwhile.
 */
export async function followLastMessage(app: App, topicId: string): Promise<void> {
  for (let i = 0; i < TRIES; i++) {
    // The topic first: a reply counted after it makes the write below miss.
    const topic = await findTopic(app, topicId)
    if (!topic) return
    const last = (await lastVisibleReply(app, topicId)) ?? topic
    if (topic.lastPostBy === last.author && sameInstant(topic.lastPostAt, last.createdAt)) return
    const unchanged: Where = {
      and: [
        { id: { equals: topicId } },
        { replyCount: { equals: topic.replyCount } },
        { lastPostAt: { equals: topic.lastPostAt } },
      ],
    }
    const now = { lastPostAt: last.createdAt, lastPostBy: last.author }
    if (await compareAndSet(app, 'forum-topics', unchanged, now)) return
  }
}

const sameInstant = (a: string, b: string): boolean => Date.parse(a) === Date.parse(b)

async function lastVisibleReply(app: App, topic: string): Promise<ReplyRow | undefined> {
  const { docs } = await app.payload.db.find<ReplyRow>({
    collection: 'forum-replies',
    where: { and: [{ topic: { equals: topic } }, { hidden: { equals: false } }] },
    sort: '-id',
    limit: 1,
    pagination: false,
    select: { author: true, createdAt: true },
  })
  return docs[0]
}
