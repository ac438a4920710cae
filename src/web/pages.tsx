import { renderToStaticMarkup } from 'react-dom/server'
import { pageFallbackRoute } from '@/collections/pages'
import { anyone, extranet } from '@/core/access'
import { isLang, LANG_COOKIE } from '@/core/lang'
import { notFound, page, type Route, type RouteContext, raw, route } from '@/hooks'
import {
  Awaiting,
  BrandMark,
  ButtonLink,
  EmptyState,
  Hero,
  Page,
  PageHeading,
  Section,
  UiProvider,
} from '@/ui'
import { webTexts } from './i18n'
import { cookieHeader, localPath, type WebOptions } from './router'

const YEAR = 365 * 24 * 3600

/** The pages of the core: home, today, language, mark. */
export const coreRoutes = (web: Pick<WebOptions, 'secure'>): Route[] => [
  route({ path: '/', access: anyone, cache: ['season', 'posts', 'pages', 'people'], get: home }),
  route({ path: '/aujourdhui', access: extranet, get: today }),
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
  const blocks = ctx.app.modules.flatMap((m) => m.home ?? []).sort((a, b) => a.order - b.order)
  const [first, ...rest] = await Promise.all(blocks.map((b) => b.load(ctx)))
  return page({
    title: t.title,
    description: t.lead,
    view: (
      <>
        <Hero
          title={t.title}
          lead={t.lead}
          actions={
            <ButtonLink kind="main" href="/adhesion">
              {t.act}
            </ButtonLink>
          }
        >
          {first}
        </Hero>
        <Page>
          {rest
            .map((block, i) => ({ block, key: blocks[i + 1]?.order ?? i }))
            .map(({ block, key }) => (
              <div key={key}>{block}</div>
            ))}
        </Page>
      </>
    ),
  })
}

/** What awaits the reader: a sentence and a button each, the most pressing first. */
async function today(ctx: RouteContext) {
  const t = webTexts(ctx.lang).today
  const slots = ctx.app.modules.flatMap((m) => m.todayBlocks ?? []).sort((a, b) => a.order - b.order)
  const see = t.see
  const [found, work, blocks] = await Promise.all([
    Promise.all(ctx.app.modules.flatMap((m) => (m.today ? [m.today(ctx)] : []))),
    Promise.all(ctx.app.modules.flatMap((m) => (m.todo ? [m.todo(ctx.app, ctx.who, ctx.lang)] : []))),
    Promise.all(slots.map(async (slot) => ({ key: slot.order, block: await slot.load(ctx) }))),
  ])
  const items = [
    ...found.flat(),
    // Staff's own work comes after what awaits them as people.
    ...work.flat().map((w) => ({ order: 1_000, sentence: w.label, action: { label: see, href: w.href } })),
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
        {blocks.map(({ key, block }) => (
          <div key={key}>{block}</div>
        ))}
      </Page>
    ),
  })
}

/** What comes after every module: the gallery of the design system in development, then the pages staff writes. */
export const lastRoutes = (development: boolean): Route[] => [
  ...(development ? [route({ path: '/design', access: anyone, get: gallery })] : []),
  pageFallbackRoute,
]

async function gallery(ctx: RouteContext) {
  const { Gallery } = await import('@/ui/gallery')
  return page({
    title: 'Design',
    view: (
      <UiProvider lang={ctx.lang} now={ctx.now}>
        <Gallery />
      </UiProvider>
    ),
  })
}
