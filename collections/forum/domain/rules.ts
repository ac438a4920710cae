/** What may be done to a topic or a reply, as it stands. Who asks has been let in already. */

export type TopicState = {
  author: string
  locked: boolean
  hidden: boolean
  pinned: boolean
  category: string
}
export type MessageState = { author: string; hidden: boolean }

export const TITLE_MIN = 3
export const TITLE_MAX = 120
export const REASON_MAX = 300

/** May somebody answer in this topic? */
export function replyRefusal(topic: Pick<TopicState, 'locked' | 'hidden'>) {
  if (topic.hidden) return 'forum.hidden' as const
  return topic.locked ? ('forum.locked' as const) : null
}

/** May this person change the words of a message? Their own, in a topic still open, and not a hidden one. */
export function editRefusal(
  who: string,
  message: MessageState,
  topic: Pick<TopicState, 'locked' | 'hidden'>,
) {
  if (message.author !== who) return 'forum.not-yours' as const
  return message.hidden ? ('forum.hidden' as const) : replyRefusal(topic)
}

/** A hidden message is read by who wrote it, with the reason, and by moderators. */
export const mayRead = (message: MessageState, reader: { id: string; moderator: boolean }): boolean =>
  !message.hidden || reader.moderator || message.author === reader.id

/** A title as it is kept, or why it cannot be. */
export function readTitle(
  title: string,
): { title: string } | { reason: 'forum.title-short' | 'forum.title-long' } {
  const kept = title.replace(/\s+/g, ' ').trim()
  if (kept.length < TITLE_MIN) return { reason: 'forum.title-short' }
  return kept.length > TITLE_MAX ? { reason: 'forum.title-long' } : { title: kept }
}
