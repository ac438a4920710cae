import type { Where } from 'payload'
import type { Picture } from '@/collections/media/contract'
import { type RichDoc, summary } from '@/collections/richtext'
import type { Lang } from '@/core/lang'
import type { App } from '@/hooks'

export type PostCard = {
  id: string
  title: string
  slug: string
  excerpt: string
  publishedAt: string
  updatedAt: string
  author: string | null
  cover: Picture | null
}
export type PostView = PostCard & { content: RichDoc; draft: boolean }

type PostRow = {
  id: string
  title?: string | null
  slug: string
  excerpt?: string | null
  content: unknown
  publishedAt: string
  updatedAt: string
  author?: string | null
  cover?: unknown
  _status?: 'draft' | 'published' | null
}

export const POSTS_A_PAGE = 10

/** Published, and not before its time. */
const out = (app: App): Where[] => [
  { _status: { equals: 'published' } },
  { publishedAt: { less_than_equal: app.clock.now().toISOString() } },
]

const card = (row: PostRow): PostCard => ({
  id: row.id,
  title: row.title || row.slug,
  slug: row.slug,
  excerpt: row.excerpt?.trim() || summary(row.content, 220),
  publishedAt: row.publishedAt,
  updatedAt: row.updatedAt,
  author: row.author || null,
  cover: typeof row.cover === 'object' ? (row.cover as Picture | null) : null,
})

/** A page of news, the latest first, with how many pages there are. */
export async function readPosts(
  app: App,
  lang: Lang,
  page = 1,
  limit = POSTS_A_PAGE,
): Promise<{ posts: PostCard[]; pages: number }> {
  const found = await app.payload.find({
    collection: 'posts',
    // What is out is out for everybody.
    overrideAccess: true,
    where: { and: out(app) },
    sort: ['-publishedAt', '-id'],
    locale: lang,
    fallbackLocale: 'fr',
    depth: 1,
    limit,
    page,
  })
  return { posts: found.docs.map((doc) => card(doc as unknown as PostRow)), pages: found.totalPages }
}

/** The latest news, without counting the others. */
export async function readLatestPosts(app: App, lang: Lang, limit: number): Promise<PostCard[]> {
  const { docs } = await app.payload.find({
    collection: 'posts',
    // What is out is out for everybody.
    overrideAccess: true,
    where: { and: out(app) },
    sort: ['-publishedAt', '-id'],
    locale: lang,
    fallbackLocale: 'fr',
    depth: 1,
    limit,
    pagination: false,
  })
  return docs.map((doc) => card(doc as unknown as PostRow))
}

/** One piece of news as visitors see it; with `draft`, as its writers do. */
export async function readPost(
  app: App,
  slug: string,
  lang: Lang,
  { draft = false } = {},
): Promise<PostView | null> {
  const bySlug: Where = { slug: { equals: slug } }
  const { docs } = await app.payload.find({
    collection: 'posts',
    // Out for everybody, or a draft for whom the route has already checked.
    overrideAccess: true,
    where: draft ? bySlug : { and: [bySlug, ...out(app)] },
    draft,
    locale: lang,
    fallbackLocale: 'fr',
    depth: 1,
    limit: 1,
    pagination: false,
  })
  const row = docs[0] as unknown as PostRow | undefined
  return row ? { ...card(row), content: row.content as RichDoc, draft: row._status === 'draft' } : null
}
