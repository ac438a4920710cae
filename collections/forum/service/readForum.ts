import type { Where } from 'payload'
import { remember } from '@/collections/pages/service/remember'
import { isLang, type Lang } from '@/core/lang'
import { searchKey } from '@/core/text'
import type { App } from '@/hooks'
import { type Listing, pageOf, REPLIES_A_PAGE, TOPICS_A_PAGE, type TopicSort } from '../domain/listing'
import type { ReplyRow, TopicRow } from './rows'

export type Category = { id: string; slug: string; title: string; description: string | null }
export type TopicLine = Pick<
  TopicRow,
  | 'id'
  | 'title'
  | 'category'
  | 'author'
  | 'pinned'
  | 'locked'
  | 'hidden'
  | 'replyCount'
  | 'lastPostAt'
  | 'lastPostBy'
  | 'createdAt'
>

/** The categories in order, in a language; kept in memory until one changes. */
export const readCategories: (app: App, lang: Lang) => Promise<Category[]> = remember(
  'forum-categories',
  async (app, lang): Promise<Category[]> => {
    const { docs } = await app.payload.find({
      collection: 'forum-categories',
      // Names of categories, for everyone the routes let in.
      overrideAccess: true,
      locale: isLang(lang) ? lang : 'fr',
      fallbackLocale: 'fr',
      depth: 0,
      limit: 100,
      pagination: false,
      sort: ['order', 'slug'],
    })
    return docs.map((doc) => ({
      id: doc.id,
      slug: doc.slug,
      title: doc.title || doc.slug,
      description: doc.description || null,
    }))
  },
)

const LINE = {
  title: true,
  category: true,
  author: true,
  pinned: true,
  locked: true,
  hidden: true,
  replyCount: true,
  lastPostAt: true,
  lastPostBy: true,
  createdAt: true,
} as const

const VISIBLE: Where = { hidden: { equals: false } }

/** The topics spoken in lately, over all categories; `all` when there are no others. */
export async function readLatestTopics(
  app: App,
  limit = 100,
): Promise<{ topics: TopicLine[]; all: boolean }> {
  const { docs } = await app.payload.db.find<TopicLine>({
    collection: 'forum-topics',
    where: VISIBLE,
    sort: '-lastPostAt',
    limit,
    pagination: false,
    select: LINE,
  })
  return { topics: docs, all: docs.length < limit }
}

const ORDER: Record<TopicSort, string[]> = {
  activite: ['-pinned', '-lastPostAt', '-id'],
  nouveaux: ['-pinned', '-id'],
  reponses: ['-pinned', '-replyCount', '-id'],
}

/** A page of a category's topics, pinned ones first, with how many there are. Moderators see hidden ones too. */
export async function readTopics(
  app: App,
  category: string,
  { q, tri, page }: Listing,
  { moderator = false } = {},
): Promise<{ topics: TopicLine[]; total: number }> {
  const words = searchKey(q).split(' ').filter(Boolean).slice(0, 8)
  const where: Where = {
    and: [
      { category: { equals: category } },
      ...(moderator ? [] : [VISIBLE]),
      ...words.map((word): Where => ({ searchKey: { contains: word } })),
    ],
  }
  const found = await app.payload.db.find<TopicLine>({
    collection: 'forum-topics',
    where,
    sort: ORDER[tri],
    limit: TOPICS_A_PAGE,
    page,
    // Said aloud: left out, MongoDB's adapter neither counts nor skips.
    pagination: true,
    select: LINE,
  })
  return { topics: found.docs, total: found.totalDocs }
}

/** A page of a topic's replies, the oldest first, hidden ones among them: their place stays. */
export async function readReplies(app: App, topic: string, page: number): Promise<ReplyRow[]> {
  const { docs } = await app.payload.db.find<ReplyRow>({
    collection: 'forum-replies',
    where: { topic: { equals: topic } },
    sort: 'id',
    limit: REPLIES_A_PAGE,
    page,
    // The count comes with the topic. Beyond the first page MongoDB's adapter skips only when it counts too.
    pagination: page > 1,
  })
  return docs
}

/** The address of a reply: its topic, the page it is on, its anchor. */
export async function replyHref(app: App, reply: { id: string; topic: string }): Promise<string> {
  const { totalDocs } = await app.payload.db.count({
    collection: 'forum-replies',
    where: { and: [{ topic: { equals: reply.topic } }, { id: { less_than_equal: reply.id } }] },
  })
  const page = pageOf(totalDocs, REPLIES_A_PAGE)
  return `/forum/sujet/${reply.topic}${page > 1 ? `?page=${page}` : ''}#m-${reply.id}`
}
