import { showText } from '@/collections/richtext'
import { anyone, staffFor } from '@/core/access'
import { notFound, page, type RouteContext, route } from '@/hooks'
import { ButtonLink, Notice, Page, PageHeading, Prose, Stack } from '@/ui'
import { texts } from '../i18n'
import { readPost } from '../service/readPosts'
import { Byline, Cover } from './parts'

const byStaff = staffFor('content')

async function show(ctx: RouteContext) {
  const draft = ctx.url.searchParams.has('apercu') && byStaff(ctx.who)
  const post = await readPost(ctx.app, ctx.params.slug ?? '', ctx.lang, { draft })
  if (!post) return notFound()
  const t = texts(ctx.lang)
  const text = await showText(ctx, post.content, { preview: draft })
  return page({
    title: post.title,
    description: post.excerpt,
    layout: 'public',
    cache: text.cache,
    breadcrumbs: [{ label: t.title, href: '/actualites' }, { label: post.title }],
    view: (
      <Page width="text">
        <PageHeading title={post.title} kicker={<Byline post={post} lang={ctx.lang} />} />
        <Stack>
          {draft && <Notice title={t.draftTitle}>{t.draft}</Notice>}
          <Prose>
            {post.cover && (
              <figure>
                <Cover picture={post.cover} eager />
              </figure>
            )}
            {text.view}
          </Prose>
        </Stack>
        <ButtonLink kind="quiet" icon="back" href="/actualites">
          {t.back}
        </ButtonLink>
      </Page>
    ),
  })
}

export const postRoute = route({
  path: '/actualites/:slug',
  access: anyone,
  cache: ['posts', 'pages'],
  get: show,
})
