import { extranet } from '@/core/access'
import type { Person } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { type App, decide } from '@/hooks'
import { editRefusal, readTitle } from '../domain/rules'
import { findReply, findTopic } from './findMessage'
import { topicSearchKey } from './openTopic'
import { readWords } from './writing'

/** `rev`: of the row as the form showed it, so that nobody writes over what they have not seen. */
export type Edit = { id: string; rev: number; text: string }

/**
 * Changes the words of one's own reply. Refusals: `forum.members-only`, `forum.unknown`, `forum.not-yours`,
 * `forum.locked`, `forum.hidden`, `forum.changed`, `forum.empty`, `richtext.*`.
 */
export async function editReply(app: App, who: Person, input: Edit): Promise<Result<{ topic: string }>> {
  if (!extranet(who)) return refuse('forum.members-only')
  const reply = await findReply(app, input.id)
  const topic = reply && (await findTopic(app, reply.topic))
  if (!reply || !topic) return refuse('forum.unknown')
  const refused = editRefusal(who.id, reply, topic)
  if (refused) return refuse(refused)
  const content = readWords(input.text)
  if (!content.ok) return content
  const change = { content: content.value, editedAt: app.clock.now().toISOString() }
  const seen = { ...reply, rev: input.rev }
  if (!(await decide(app, 'forum-replies', seen, change, []))) return refuse('forum.changed')
  return ok({ topic: topic.id })
}

/** The same for the title and the opening message of one's own topic; besides, `forum.title-*`. */
export async function editTopic(
  app: App,
  who: Person,
  input: Edit & { title: string },
): Promise<Result<{ topic: string }>> {
  if (!extranet(who)) return refuse('forum.members-only')
  const topic = await findTopic(app, input.id)
  if (!topic) return refuse('forum.unknown')
  const refused = editRefusal(who.id, topic, topic)
  if (refused) return refuse(refused)
  const title = readTitle(input.title)
  if ('reason' in title) return refuse(title.reason)
  const content = readWords(input.text)
  if (!content.ok) return content
  const change = {
    title: title.title,
    content: content.value,
    searchKey: topicSearchKey(title.title, content.value),
    editedAt: app.clock.now().toISOString(),
  }
  if (!(await decide(app, 'forum-topics', { ...topic, rev: input.rev }, change, [])))
    return refuse('forum.changed')
  return ok({ topic: topic.id })
}
