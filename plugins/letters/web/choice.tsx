import { z } from 'zod'
import { anyone, signedIn } from '@/core/access'
import { MINUTE } from '@/core/clock'
import { page, type Reply, type RouteContext, redirect, route } from '@/hooks'
import { ButtonLink, EmptyState, Page, PageHeading, PostButton, Stack, T } from '@/ui'
import { texts } from '../i18n'
import { choicePath, chooseNews, personOfToken, wishesNews } from '../service/choices'
import { MY_NEWS } from './paths'

/** Our button, or the one click of a mail program (RFC 8058, section 3.1). */
const CHOICE = z.union([
  z.object({ nouvelles: z.enum(['oui', 'non']) }),
  z.object({ 'List-Unsubscribe': z.literal('One-Click') }),
])

/** Does this person wish news? One button says the other. */
async function show(ctx: RouteContext, person: string, path: string, own: boolean): Promise<Reply> {
  const t = texts(ctx.lang).choice
  const news = await wishesNews(ctx.app, person)
  return page({
    title: t.title,
    ...(own ? { layout: 'extranet' as const } : {}),
    noindex: true,
    view: (
      <Page width="text">
        <PageHeading title={t.title} lead={news ? t.yes : t.no} />
        <Stack>
          <p>
            <T>{t.lead}</T>
          </p>
          <PostButton
            kind={news ? undefined : 'main'}
            action={path}
            hidden={{ nouvelles: news ? 'non' : 'oui' }}
          >
            {news ? t.stop : t.start}
          </PostButton>
        </Stack>
      </Page>
    ),
  })
}

async function choose(ctx: RouteContext, person: string, path: string): Promise<Reply> {
  const form = await ctx.read(CHOICE)
  if (!form.ok) return redirect(path)
  const said = form.data
  await chooseNews(ctx.app, person, 'nouvelles' in said && said.nouvelles === 'oui')
  // A mail program follows no redirect (RFC 8058, section 3.1).
  if (!('nouvelles' in said)) return show(ctx, person, path, false)
  return redirect(path, { kind: 'success', text: texts(ctx.lang).choice.saved })
}

/** Says no more of a link that is not ours than that it is not. */
async function unknown(ctx: RouteContext): Promise<Reply> {
  const t = texts(ctx.lang).choice
  return page({
    title: t.title,
    status: 404,
    noindex: true,
    view: (
      <Page width="text">
        <PageHeading title={t.title} />
        <EmptyState title={t.unknown} action={<ButtonLink href={MY_NEWS}>{t.account}</ButtonLink>}>
          {t.unknownText}
        </EmptyState>
      </Page>
    ),
  })
}

/** `/nouvelles/:token`, from a letter, without signing in; `/moi/nouvelles`, from one's account. */
export const choiceRoutes = [
  route({
    path: choicePath(':token'),
    access: anyone,
    // The proof cannot be guessed (256 bits); mail programs press the button for many people from few addresses.
    limit: { max: 3_000, windowMs: 10 * MINUTE },
    get: (ctx) => {
      const person = personOfToken(ctx.app, ctx.params.token ?? '')
      return person ? show(ctx, person, choicePath(ctx.params.token ?? ''), false) : unknown(ctx)
    },
    post: (ctx) => {
      const person = personOfToken(ctx.app, ctx.params.token ?? '')
      return person ? choose(ctx, person, choicePath(ctx.params.token ?? '')) : unknown(ctx)
    },
  }),
  route({
    path: MY_NEWS,
    access: signedIn,
    get: async (ctx) => (ctx.who ? show(ctx, ctx.who.id, MY_NEWS, true) : { type: 'forbidden' }),
    post: async (ctx) => (ctx.who ? choose(ctx, ctx.who.id, MY_NEWS) : { type: 'forbidden' }),
  }),
]
