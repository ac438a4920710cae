import { z } from 'zod'
import { RICH_TEXT_ISLAND, RichTextArea } from '@/collections/richtext'
import { extranet } from '@/core/access'
import { newId } from '@/core/ids'
import type { Person } from '@/core/person'
import {
  blankForm,
  type FormState,
  forbidden,
  notFound,
  page,
  type RouteContext,
  redirect,
  route,
} from '@/hooks'
import { Button, ButtonLink, EmptyState, Form, Notice, Page, PageHeading, Pagination, Section } from '@/ui'
import { pagesFor, REPLIES_A_PAGE, topicListing } from '../domain/listing'
import { mayRead } from '../domain/rules'
import { type Texts, texts } from '../i18n'
import { findReply, findTopic } from '../service/findMessage'
import { postReply } from '../service/postReply'
import { readCategories, readReplies, replyHref } from '../service/readForum'
import type { ReplyRow, TopicRow } from '../service/rows'
import { Opening, Reply } from './messages'
import { forumCrumb, isModerator, type People, peopleOf, refusedForm, TopicTags } from './parts'

const schema = z.object({ cle: z.string().default(''), texte: z.string() })

async function show(ctx: RouteContext, state: FormState = blankForm(), status = 200) {
  if (!ctx.who) return forbidden()
  const who = ctx.who
  const t = texts(ctx.lang)
  const moderator = isModerator(who)
  const id = ctx.params.id ?? ''
  const { page: asked } = topicListing.read(ctx.url.searchParams)
  const [topic, replies, categories] = await Promise.all([
    findTopic(ctx.app, id),
    readReplies(ctx.app, id, asked),
    readCategories(ctx.app, ctx.lang),
  ])
  if (!topic || !mayRead(topic, { id: who.id, moderator })) return notFound()
  if (asked > 1 && replies.length === 0) return notFound()
  const category = categories.find((c) => c.id === topic.category)
  const people = await peopleOf(ctx, [topic.author, ...replies.map((reply) => reply.author)])
  return page({
    title: topic.title,
    layout: 'extranet',
    // The form to answer with is left out where nobody may.
    islands: topic.hidden || topic.locked ? [] : [RICH_TEXT_ISLAND],
    status,
    breadcrumbs: [
      forumCrumb(ctx),
      ...(category ? [{ label: category.title, href: `/forum/${category.slug}` }] : []),
      { label: topic.title },
    ],
    view: <View {...{ topic, replies, people, who, moderator, t, state, asked }} lang={ctx.lang} />,
  })
}

type ViewProps = {
  topic: TopicRow
  replies: ReplyRow[]
  people: People
  who: Person
  moderator: boolean
  t: Texts
  lang: RouteContext['lang']
  state: FormState
  asked: number
}

function View(props: ViewProps) {
  const { topic, replies, people, who, moderator, t, asked } = props
  const path = `/forum/sujet/${topic.id}`
  return (
    <Page width="text">
      <PageHeading
        title={topic.title}
        kicker={<TopicTags topic={topic} t={t} />}
        action={
          moderator && (
            <ButtonLink kind="secondary" href={`${path}/moderer`}>
              {t.moderate.act}
            </ButtonLink>
          )
        }
      />
      {topic.hidden && (
        <Notice kind="warning" title={t.topic.hiddenTitle}>
          {t.topic.hidden(topic.hiddenReason ?? '')} {t.topic.hiddenAudience}
        </Notice>
      )}
      {asked === 1 ? (
        <Opening {...{ topic, people, t, who }} />
      ) : (
        <p>
          <a href={`${path}#ouverture`}>{t.topic.opening}</a>
        </p>
      )}
      <Section title={topic.replyCount > 0 ? t.replies(topic.replyCount) : t.topic.repliesTitle}>
        {replies.map((reply, i) => (
          <Reply
            key={reply.id}
            number={(asked - 1) * REPLIES_A_PAGE + i + 1}
            {...{ reply, topic, people, t, who, moderator }}
          />
        ))}
        {replies.length === 0 && (
          <EmptyState title={t.topic.noReply} picture={null}>
            {topic.locked ? undefined : t.topic.noReplyText}
          </EmptyState>
        )}
        <Pagination
          page={asked}
          pages={Math.max(asked, pagesFor(topic.replyCount, REPLIES_A_PAGE))}
          href={(n) => topicListing.href(path, { page: n })}
        />
      </Section>
      <ReplyForm {...props} path={path} />
    </Page>
  )
}

function ReplyForm({ topic, t, lang, state, path }: ViewProps & { path: string }) {
  if (topic.hidden) return null
  if (topic.locked) return <Notice title={t.topic.lockedTitle}>{t.topic.locked}</Notice>
  return (
    <Section title={t.reply.title} id="repondre">
      <Form action={path} errors={state.errors} values={state.values} hidden={{ cle: newId() }}>
        <RichTextArea lang={lang} name="texte" label={t.reply.text} rows={7} />
        <Button>{t.reply.submit}</Button>
      </Form>
    </Section>
  )
}

async function post(ctx: RouteContext) {
  if (!ctx.who) return forbidden()
  const form = await ctx.read(schema)
  if (!form.ok) return show(ctx, form.state, 422)
  const topic = await findTopic(ctx.app, ctx.params.id ?? '')
  if (!topic || !mayRead(topic, { id: ctx.who.id, moderator: isModerator(ctx.who) })) return notFound()
  const { cle, texte } = form.data
  const posted = await postReply(ctx.app, ctx.who, { key: cle, topic: topic.id, text: texte })
  if (!posted.ok) return show(ctx, refusedForm(ctx, form.state, posted), 422)
  const href = await replyHref(ctx.app, { id: posted.value.id, topic: topic.id })
  return redirect(href, { kind: 'success', text: texts(ctx.lang).reply.done })
}

/** The lasting address of a reply, wherever in its topic it has come to stand. */
async function toReply(ctx: RouteContext) {
  const reply = await findReply(ctx.app, ctx.params.id ?? '')
  return reply ? redirect(await replyHref(ctx.app, reply)) : notFound()
}

export const topicRoutes = [
  route({ path: '/forum/sujet/:id', access: extranet, get: (ctx) => show(ctx), post }),
  route({ path: '/forum/message/:id', access: extranet, get: toReply }),
]
