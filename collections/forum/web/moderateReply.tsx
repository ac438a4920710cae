import { z } from 'zod'
import { renderRichText } from '@/collections/richtext'
import {
  blankForm,
  type FormState,
  forbidden,
  notFound,
  page,
  type RouteContext,
  redirect,
  route,
  withError,
} from '@/hooks'
import { Actions, ButtonLink, Page, PageHeading, Post, Section } from '@/ui'
import type { ReplyAct } from '../domain/moderate'
import { texts } from '../i18n'
import { findReply } from '../service/findMessage'
import { moderateReplyRow } from '../service/moderate'
import { replyHref } from '../service/readForum'
import { HideForm } from './HideForm'
import { authorOf, forumCrumb, isModerator, peopleOf } from './parts'

const schema = z.object({ acte: z.enum(['hide', 'show']), motif: z.string().default('') })

async function show(ctx: RouteContext, state: FormState = blankForm(), status = 200) {
  const reply = await findReply(ctx.app, ctx.params.id ?? '')
  if (!reply) return notFound()
  const people = await peopleOf(ctx, [reply.author])
  const t = texts(ctx.lang)
  const back = `/forum/message/${reply.id}`
  return page({
    title: t.moderate.replyTitle,
    layout: 'extranet',
    status,
    breadcrumbs: [forumCrumb(ctx), { label: t.moderate.replyTitle }],
    view: (
      <Page width="text">
        <PageHeading title={t.moderate.replyTitle} />
        <Section title={t.moderate.message} titleHidden>
          <Post author={authorOf(people, reply.author, t)} at={reply.createdAt}>
            {renderRichText(reply.content, { by: 'member' })}
          </Post>
        </Section>
        <Section title={t.moderate.hideTitle}>
          <HideForm
            {...{ t, state }}
            path={`${back}/moderer`}
            hidden={reply.hidden}
            consequence={t.moderate.hideReply}
          />
        </Section>
        <Actions>
          <ButtonLink kind="quiet" icon="back" href={back}>
            {t.moderate.back}
          </ButtonLink>
        </Actions>
      </Page>
    ),
  })
}

async function post(ctx: RouteContext) {
  const form = await ctx.read(schema)
  if (!form.ok) return show(ctx, form.state, 422)
  const { acte, motif } = form.data
  return act(ctx, acte === 'hide' ? { act: acte, reason: motif } : { act: acte }, form.state)
}

async function act(ctx: RouteContext, what: ReplyAct, state: FormState) {
  if (!ctx.who) return forbidden()
  const id = ctx.params.id ?? ''
  const done = await moderateReplyRow(ctx.app, ctx.who, id, what)
  if (!done.ok)
    return done.reason === 'forum.unknown'
      ? notFound()
      : show(ctx, withError(state, 'motif', ctx.reason(done)), 422)
  const t = texts(ctx.lang).moderate
  return redirect(await replyHref(ctx.app, { id, topic: done.value.topic }), {
    kind: done.value.changed ? 'success' : 'info',
    text: done.value.changed ? t.done[what.act] : t.already,
    ...(what.act === 'hide' ? { undo: { label: t.undo, action: `/forum/message/${id}/retablir` } } : {}),
  })
}

export const moderateReplyRoutes = [
  route({ path: '/forum/message/:id/moderer', access: isModerator, get: (ctx) => show(ctx), post }),
  route({
    path: '/forum/message/:id/retablir',
    access: isModerator,
    post: (ctx) => act(ctx, { act: 'show' }, blankForm()),
  }),
]
