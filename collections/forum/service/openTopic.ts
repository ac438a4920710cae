import { plainText } from '@/collections/richtext'
import { extranet } from '@/core/access'
import { newId } from '@/core/ids'
import type { Person } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { searchKey } from '@/core/text'
import { type App, fact, insertDeciding } from '@/hooks'
import { readTitle } from '../domain/rules'
import { readWords, sameWords, writingKey } from './writing'

export type NewTopic = { key: string; category: string; title: string; text: string }

/** How much of a topic's opening message is searched, in characters. */
const SEARCHED = 2_000
export const topicSearchKey = (title: string, content: unknown): string =>
  searchKey(title, plainText(content, SEARCHED))

/**
 * Opens a topic; the same form sent twice is one topic, the first. Its row decides.
 * Refusals: `forum.members-only`, `forum.unknown` (the category), `forum.title-*`, `forum.empty`, `richtext.*`;
 * `forum.already-sent` when the form was sent with other words before (the browser's Back).
 */
export async function openTopic(app: App, who: Person, input: NewTopic): Promise<Result<{ id: string }>> {
  if (!extranet(who)) return refuse('forum.members-only')
  const title = readTitle(input.title)
  if ('reason' in title) return refuse(title.reason)
  const content = readWords(input.text)
  if (!content.ok) return content
  const category = await app.payload.db.findOne({
    collection: 'forum-categories',
    where: { id: { equals: input.category } },
  })
  if (!category) return refuse('forum.unknown')
  const key = writingKey(who.id, 'topic', input.key)
  const id = newId()
  const inserted = await insertDeciding(
    app,
    'forum-topics',
    {
      id,
      key,
      title: title.title,
      category: input.category,
      author: who.id,
      content: content.value,
      hidden: false,
      pinned: false,
      locked: false,
      replyCount: 0,
      lastPostAt: app.clock.now().toISOString(),
      lastPostBy: who.id,
      searchKey: topicSearchKey(title.title, content.value),
    },
    [fact(app, 'forum.topic-opened', id, { topic: id, category: input.category, author: who.id })],
  )
  if (inserted) return ok({ id: inserted })
  const first = await app.payload.db.findOne<{ id: string; title: string; content: unknown }>({
    collection: 'forum-topics',
    where: { key: { equals: key } },
  })
  if (!first) return refuse('forum.changed')
  const same = first.title === title.title && sameWords(first.content, content.value)
  return same ? ok({ id: first.id }) : refuse('forum.already-sent')
}
