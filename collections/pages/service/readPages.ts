import type { RichDoc } from '@/collections/richtext'
import { isLang, type Lang } from '@/core/lang'
import type { App } from '@/hooks'
import type { PageLink } from '../contract'
import { remember } from './remember'

export type PageView = {
  id: string
  title: string
  description: string | null
  content: RichDoc
  slug: string
  updatedAt: string
  draft: boolean
}

type PageRow = {
  id: string
  title?: string | null
  description?: string | null
  content: unknown
  slug: string
  updatedAt: string
  _status?: 'draft' | 'published' | null
}

/** The page at an address as visitors see it; with `draft`, as its writers do. Pictures are read along. */
export async function readPage(
  app: App,
  slug: string,
  lang: Lang,
  { draft = false } = {},
): Promise<PageView | null> {
  const { docs } = await app.payload.find({
    collection: 'pages',
    // A page is read for everybody alike: published, or a draft for whom the route has already checked.
    overrideAccess: true,
    where: draft
      ? { slug: { equals: slug } }
      : { and: [{ slug: { equals: slug } }, { _status: { equals: 'published' } }] },
    draft,
    locale: lang,
    fallbackLocale: 'fr',
    depth: 1,
    limit: 1,
    pagination: false,
  })
  const row = docs[0] as unknown as PageRow | undefined
  if (!row?.title) return null
  return {
    id: row.id,
    title: row.title,
    description: row.description || null,
    content: row.content as RichDoc,
    slug: row.slug,
    updatedAt: row.updatedAt,
    draft: row._status === 'draft',
  }
}

/** Published pages that stand in a menu, in order. Kept in memory until a page changes: call it on every page. */
export const readPageLinks: (app: App, lang: Lang) => Promise<PageLink[]> = remember(
  'pages',
  async (app, lang): Promise<PageLink[]> => {
    const { docs } = await app.payload.find({
      collection: 'pages',
      // Titles of published pages, for everybody.
      overrideAccess: true,
      where: { and: [{ menu: { not_equals: 'none' } }, { _status: { equals: 'published' } }] },
      select: { title: true, slug: true, menu: true, order: true },
      locale: isLang(lang) ? lang : 'fr',
      fallbackLocale: 'fr',
      depth: 0,
      limit: 50,
      pagination: false,
      sort: ['order', 'slug'],
    })
    return docs.map((doc) => ({
      title: doc.title || doc.slug,
      href: `/${doc.slug}`,
      menu: doc.menu,
      order: doc.order ?? 100,
    }))
  },
)
