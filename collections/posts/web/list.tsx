import { anyone } from '@/core/access'
import { notFound, page, type RouteContext, raw, route } from '@/hooks'
import { CardList, EmptyState, Page, PageHeading, Pagination, Stack } from '@/ui'
import { atom } from '../domain/atom'
import { texts } from '../i18n'
import { readLatestPosts, readPosts } from '../service/readPosts'
import { NewsCard } from './parts'

const PATH = '/actualites'
const FEED = '/actualites.atom'

async function showList(ctx: RouteContext) {
  const t = texts(ctx.lang)
  const asked = Number(ctx.url.searchParams.get('page') ?? 1)
  if (!Number.isSafeInteger(asked) || asked < 1) return notFound()
  const { posts, pages } = await readPosts(ctx.app, ctx.lang, asked)
  if (asked > 1 && posts.length === 0) return notFound()
  return page({
    title: t.title,
    description: t.lead,
    layout: 'public',
    view: (
      <Page>
        <PageHeading title={t.title} lead={t.lead} />
        <Stack>
          {posts.length === 0 ? (
            <EmptyState title={t.empty}>{t.emptyText}</EmptyState>
          ) : (
            <CardList label={t.title}>
              {posts.map((post) => (
                <NewsCard key={post.id} post={post} lang={ctx.lang} level={2} />
              ))}
            </CardList>
          )}
          <Pagination page={asked} pages={pages} href={(n) => (n === 1 ? PATH : `${PATH}?page=${n}`)} />
          <p>
            <a href={FEED} type="application/atom+xml">
              {t.feed}
            </a>
          </p>
        </Stack>
      </Page>
    ),
  })
}

async function feed(ctx: RouteContext) {
  const t = texts(ctx.lang)
  const base = ctx.app.settings.publicUrl
  const posts = await readLatestPosts(ctx.app, ctx.lang, 20)
  const body = atom({
    title: `Compagnon – ${t.title}`,
    subtitle: t.lead,
    href: `${base}${PATH}`,
    self: `${base}${FEED}`,
    lang: ctx.lang,
    entries: posts.map((post) => ({
      id: post.id,
      title: post.title,
      href: `${base}${PATH}/${post.slug}`,
      publishedAt: post.publishedAt,
      updatedAt: later(post.updatedAt, post.publishedAt),
      author: post.author ?? t.association,
      summary: post.excerpt,
    })),
  })
  return raw('application/atom+xml; charset=utf-8', body, {
    headers: { 'Cache-Control': 'public, max-age=300', Vary: 'Accept-Language, Cookie' },
  })
}

/** The later of two instants, as text. */
const later = (a: string, b: string): string => (a.localeCompare(b) > 0 ? a : b)

export const listRoutes = [
  route({ path: PATH, access: anyone, cache: ['posts', 'pages'], get: showList }),
  route({ path: FEED, access: anyone, get: feed }),
]
