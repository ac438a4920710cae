import { z } from 'zod'
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
import {
  Actions,
  Button,
  ButtonLink,
  Form,
  Page,
  PageHeading,
  PostButton,
  Section,
  Select,
  Stack,
} from '@/ui'
import type { TopicAct } from '../domain/moderate'
import { type Texts, texts } from '../i18n'
import { findTopic } from '../service/findMessage'
import { moderateTopicRow } from '../service/moderate'
import { readCategories } from '../service/readForum'
import type { TopicRow } from '../service/rows'
import { HideForm } from './HideForm'
import { forumCrumb, isModerator, TopicTags } from './parts'

const schema = z.object({
  acte: z.enum(['hide', 'show', 'lock', 'unlock', 'pin', 'unpin', 'move']),
  motif: z.string().default(''),
  rubrique: z.string().default(''),
})

async function show(ctx: RouteContext, state: FormState = blankForm(), status = 200) {
  const topic = await findTopic(ctx.app, ctx.params.id ?? '')
  if (!topic) return notFound()
  const categories = await readCategories(ctx.app, ctx.lang)
  const t = texts(ctx.lang)
  const back = `/forum/sujet/${topic.id}`
  const path = `${back}/moderer`
  return page({
    title: t.moderate.topicTitle,
    layout: 'extranet',
    status,
    breadcrumbs: [forumCrumb(ctx), { label: topic.title, href: back }, { label: t.moderate.topicTitle }],
    view: (
      <Page width="text">
        <PageHeading
          title={t.moderate.topicTitle}
          lead={topic.title}
          kicker={<TopicTags topic={topic} t={t} />}
        />
        <Stack>
          <Switches topic={topic} path={path} t={t} />
        </Stack>
        <Section title={t.moderate.moveTitle}>
          <Form id="deplacer" action={path} hidden={{ acte: 'move' }} inline>
            <Select
              name="rubrique"
              label={t.moderate.moveTo}
              value={topic.category}
              empty={false}
              options={categories.map((c) => ({ value: c.id, label: c.title }))}
            />
            <Button kind="secondary">{t.moderate.move}</Button>
          </Form>
        </Section>
        <Section title={t.moderate.hideTitle}>
          <HideForm {...{ path, t, state }} hidden={topic.hidden} consequence={t.moderate.hideTopic} />
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

/** Closing and pinning, each with what follows from it beside its button. */
function Switches({ topic, path, t }: { topic: TopicRow; path: string; t: Texts }) {
  const m = t.moderate
  return (
    <>
      {topic.locked ? (
        <PostButton action={path} hidden={{ acte: 'unlock' }} note={m.unlockText}>
          {m.unlock}
        </PostButton>
      ) : (
        <PostButton action={path} hidden={{ acte: 'lock' }} note={m.lockText}>
          {m.lock}
        </PostButton>
      )}
      {topic.pinned ? (
        <PostButton action={path} hidden={{ acte: 'unpin' }} note={m.unpinText}>
          {m.unpin}
        </PostButton>
      ) : (
        <PostButton action={path} hidden={{ acte: 'pin' }} note={m.pinText}>
          {m.pin}
        </PostButton>
      )}
    </>
  )
}

async function post(ctx: RouteContext) {
  const form = await ctx.read(schema)
  if (!form.ok) return show(ctx, form.state, 422)
  const { acte, motif, rubrique } = form.data
  return act(
    ctx,
    acte === 'hide'
      ? { act: acte, reason: motif }
      : acte === 'move'
        ? { act: acte, category: rubrique }
        : { act: acte },
    form.state,
  )
}

async function act(ctx: RouteContext, what: TopicAct, state: FormState) {
  if (!ctx.who) return forbidden()
  const id = ctx.params.id ?? ''
  const done = await moderateTopicRow(ctx.app, ctx.who, id, what)
  if (!done.ok)
    return done.reason === 'forum.unknown'
      ? notFound()
      : show(ctx, withError(state, 'motif', ctx.reason(done)), 422)
  const t = texts(ctx.lang).moderate
  return redirect(`/forum/sujet/${id}`, {
    kind: done.value.changed ? 'success' : 'info',
    text: done.value.changed ? t.done[what.act] : t.already,
    ...(what.act === 'hide' ? { undo: { label: t.undo, action: `/forum/sujet/${id}/retablir` } } : {}),
  })
}

export const moderateTopicRoutes = [
  route({ path: '/forum/sujet/:id/moderer', access: isModerator, get: (ctx) => show(ctx), post }),
  route({
    path: '/forum/sujet/:id/retablir',
    access: isModerator,
    post: (ctx) => act(ctx, { act: 'show' }, blankForm()),
  }),
]
