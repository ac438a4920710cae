import type { RouteContext } from '@/hooks'
import { ButtonLink, CardList, Section } from '@/ui'
import { texts } from '../i18n'
import { readLatestPosts } from '../service/readPosts'
import { NewsCard } from './parts'

/** The three latest, on the home page; nothing at all while there are none. */
export async function homeNews(ctx: RouteContext) {
  const posts = await readLatestPosts(ctx.app, ctx.lang, 3)
  if (posts.length === 0) return null
  const t = texts(ctx.lang)
  return (
    <Section
      title={t.latest}
      action={
        <ButtonLink kind="quiet" href="/actualites">
          {t.all}
        </ButtonLink>
      }
    >
      <CardList label={t.latest}>
        {posts.map((post) => (
          <NewsCard key={post.id} post={post} lang={ctx.lang} level={3} />
        ))}
      </CardList>
    </Section>
  )
}
