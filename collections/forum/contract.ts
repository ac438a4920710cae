/**
 * The forum: categories by staff, topics and replies by members. Types and names only.
 * People and messages are plain ids; what was written is read from the rows, never carried by a fact.
 */

/** What a moderator may do. `move` concerns topics alone, as locking and pinning do. */
export const MODERATIONS = ['hide', 'show', 'lock', 'unlock', 'pin', 'unpin', 'move'] as const
export type Moderation = (typeof MODERATIONS)[number]

export const FORUM_REASONS = [
  'forum.unknown',
  /** Not a member in good standing, nor staff. */
  'forum.members-only',
  'forum.not-yours',
  'forum.not-moderator',
  'forum.locked',
  'forum.hidden',
  'forum.empty',
  'forum.title-short',
  'forum.title-long',
  'forum.reason-missing',
  /** The form had sent other words already: sent again it is another message. */
  'forum.already-sent',
  /** Somebody was faster: show it again. */
  'forum.changed',
] as const
export type ForumReason = (typeof FORUM_REASONS)[number]

declare module '@/hooks' {
  interface Actions {
    'forum.topic-opened': { topic: string; category: string; author: string }
    'forum.replied': { topic: string; reply: string; author: string }
    /** `reply` is null when the topic itself is concerned. */
    'forum.moderated': { act: Moderation; topic: string; reply: string | null; actor: string }
  }
}
