import { showText } from '@/collections/richtext'
import { anyone, staffFor } from '@/core/access'
import { notFound, page, type RouteContext, route } from '@/hooks'
import { DateText, Meta, Notice, Page, PageHeading, Prose, Stack } from '@/ui'
import { texts } from '../i18n'
import { readPage } from '../service/readPages'

const byStaff = staffFor('content')

async function show(ctx: RouteContext) {
  const slug = ctx.params.slug ?? ''
  const draft = ctx.url.searchParams.has('apercu') && byStaff(ctx.who)
  const found = await readPage(ctx.app, slug, ctx.lang, { draft })
  if (!found) return notFound()
  const t = texts(ctx.lang)
  const text = await showText(ctx, found.content, { preview: draft })
  return page({
    title: found.title,
    description: found.description ?? undefined,
    layout: 'public',
    cache: text.cache,
    view: (
      <Page width="text">
        <PageHeading title={found.title} lead={found.description} />
        <Stack>
          {draft && <Notice title={t.draftTitle}>{t.draft}</Notice>}
          <Prose>{text.view}</Prose>
          <Meta>
            <span>
              {t.updated} <DateText at={found.updatedAt} as="date" />
            </span>
          </Meta>
        </Stack>
      </Page>
    ),
  })
}

/**
 * Any address of one segment nobody else answers to. To be mounted after every other route: it would shadow them.
 * Drafts are shown to those who write, at `?apercu=1`, and never enter the cache, as only anonymous pages do.
 */
export const pageFallbackRoute = route({ path: '/:slug', access: anyone, cache: ['pages'], get: show })
