import { renderToStaticMarkup } from 'react-dom/server'
import { pageFallbackRoute } from '@/collections/pages'
import { anyone, extranet } from '@/core/access'
import { isLang, LANG_COOKIE } from '@/core/lang'
import { menuOf, notFound, page, type Route, type RouteContext, raw, route } from '@/hooks'
import { Awaiting, BrandMark, ButtonLink, EmptyState, Hero, Page, PageHeading, Section } from '@/ui'
import { localPath } from './addresses'
import { cookieHeader } from './cookies'
import { webTexts } from './i18n'
import { officeRoute } from './office/page'
import { listed, readWork, widgetsOf } from './widgets'

const YEAR = 365 * 24 * 3600

/** The pages of the core: home, today, office, language, mark. */
export const coreRoutes = (web: { secure: boolean }): Route[] => [
  route({ path: '/', access: anyone, cache: [], get: home }),
  route({ path: '/aujourdhui', access: extranet, get: today }),
  officeRoute,
  route({
    path: '/langue/:lang',
    access: anyone,
    get: async (ctx) => {
      const lang = ctx.params.lang
      if (!isLang(lang)) return notFound()
      const to = localPath(ctx.url.searchParams.get('suite') ?? '/')
      return { type: 'redirect', to, cookies: [cookieHeader(LANG_COOKIE, lang, web.secure, YEAR)] }
    },
  }),
  route({
    path: '/marque.svg',
    access: anyone,
    get: async () => raw('image/svg+xml', MARK, { headers: { 'Cache-Control': 'public, max-age=86400' } }),
  }),
]

const MARK = renderToStaticMarkup(<BrandMark size={64} />).replace(
  '<svg ',
  '<svg xmlns="http://www.w3.org/2000/svg" ',
)

/** What modules bring to the home page, under one sentence and one act. */
async function home(ctx: RouteContext) {
  const t = webTexts(ctx.lang).home
  const { views, cache } = await widgetsOf(ctx, 'home')
  const [first, ...rest] = views
  const door = menuOf(ctx.app, null, 'public').find((entry) => entry.act)
  return page({
    title: t.title,
    description: t.lead,
    cache,
    view: (
      <>
        <Hero
          title={t.title}
          lead={t.lead}
          actions={
            door?.act && (
              <ButtonLink kind="main" href={door.href}>
                {door.act[ctx.lang]}
              </ButtonLink>
            )
          }
        >
          {first}
        </Hero>
        <Page>{rest}</Page>
      </>
    ),
  })
}

/** What awaits the reader: a sentence and a button each, the most pressing first. */
async function today(ctx: RouteContext) {
  const t = webTexts(ctx.lang).today
  const see = t.see
  const { modules } = ctx.app
  const [found, work, { views }] = await Promise.all([
    Promise.all(
      modules.map(({ id, today: load }) => (load ? listed(ctx, id, 'today', () => load(ctx)) : [])),
    ),
    readWork(ctx),
    widgetsOf(ctx, 'today'),
  ])
  const items = [
    ...found.flat(),
    // Staff's own work comes after what awaits them as people.
    ...work.map((w) => ({ order: 1_000, sentence: w.label, action: { label: see, href: w.href } })),
  ]
  items.sort((a, b) => a.order - b.order)
  return page({
    title: t.title,
    layout: 'extranet',
    view: (
      <Page>
        <PageHeading kicker={t.title} title={t.hello(ctx.who?.name.split(' ')[0] ?? '')} />
        <Section title={t.awaits}>
          {items.length === 0 ? (
            <EmptyState
              title={t.nothing}
              action={
                <ButtonLink kind="main" href="/entraide">
                  {t.nothingAct}
                </ButtonLink>
              }
            />
          ) : (
            <Awaiting
              items={items.map((item, i) => ({
                key: `${item.action.href}#${i}`,
                sentence: item.sentence,
                action: <ButtonLink href={item.action.href}>{item.action.label}</ButtonLink>,
              }))}
            />
          )}
        </Section>
        {views}
      </Page>
    ),
  })
}

/** What comes after every module: the gallery of the design system in development, then the pages staff writes. */
export const lastRoutes = (development: boolean): Route[] => [
  ...(development ? [route({ path: '/design', access: anyone, get: gallery })] : []),
  pageFallbackRoute,
]

/** Served in the layout of the site: a page has one. */
async function gallery() {
  const { Everything } = await import('@/ui/gallery')
  return page({
    title: 'Design',
    view: (
      <Page>
        <PageHeading title="Design" />
        <Everything />
      </Page>
    ),
  })
}
