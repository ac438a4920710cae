import { remember } from '@/collections/pages/service/remember'
import { isLang } from '@/core/lang'
import type { WidgetContext } from '@/hooks'
import { ButtonLink, CardList, Section } from '@/ui'
import { texts } from '../i18n'
import { readLatestPosts } from '../service/readPosts'
import { NewsCard } from './parts'

/** At most as many are shown together, here or in a page. */
export const MOST = 6

/** What is out is the same for everybody: kept in memory until a piece changes or comes due. */
export const latest = remember('posts', (app, lang) => readLatestPosts(app, isLang(lang) ? lang : 'fr', MOST))

/** The three latest, on the home page and on Aujourd’hui; nothing at all while there are none. */
export async function homeNews(ctx: WidgetContext) {
  const posts = (await latest(ctx.app, ctx.lang)).slice(0, 3)
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
