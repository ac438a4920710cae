import type { RichDoc } from '@/collections/richtext'

/** Rows as the database holds them: these collections are read below Payload, which would cost twice the time. */
type Message = {
  id: string
  author: string
  content: RichDoc
  editedAt?: string | null
  hidden: boolean
  hiddenReason?: string | null
  hiddenBy?: string | null
  createdAt: string
  rev: number
  facts?: string | null
  factsPending?: number | null
}
export type TopicRow = Message & {
  title: string
  category: string
  pinned: boolean
  locked: boolean
  replyCount: number
  lastPostAt: string
  lastPostBy?: string | null
}
export type ReplyRow = Message & { topic: string }
