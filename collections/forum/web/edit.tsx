import { z } from 'zod'
import { RICH_TEXT_ISLAND, RichTextArea, richTextToMarkdown } from '@/collections/richtext'
import { extranet } from '@/core/access'
import type { Refusal } from '@/core/result'
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
import { Actions, Button, ButtonLink, Form, Page, PageHeading, TextInput } from '@/ui'
import { editRefusal, TITLE_MAX } from '../domain/rules'
import { texts } from '../i18n'
import { editReply, editTopic } from '../service/editMessage'
import { findReply, findTopic } from '../service/findMessage'
import { replyHref } from '../service/readForum'
import { forumCrumb, refusedForm } from './parts'

const schema = z.object({ rev: z.coerce.number().int(), titre: z.string().optional(), texte: z.string() })

type Editing = { path: string; back: string; rev: number; title?: string; text: string; heading: string }

const isRefusal = (value: Editing | Refusal): value is Refusal => 'ok' in value

/** What is to be edited, or why this person may not. */
async function topicOf(ctx: RouteContext): Promise<Editing | Refusal | null> {
  const topic = await findTopic(ctx.app, ctx.params.id ?? '')
  if (!topic || !ctx.who) return null
  const reason = editRefusal(ctx.who.id, topic, topic)
  if (reason) return { ok: false, reason }
  const back = `/forum/sujet/${topic.id}`
  const heading = texts(ctx.lang).edit.topicTitle
  return {
    path: `${back}/modifier`,
    back,
    rev: topic.rev,
    title: topic.title,
    text: richTextToMarkdown(topic.content),
    heading,
  }
}

async function replyOf(ctx: RouteContext): Promise<Editing | Refusal | null> {
  const reply = await findReply(ctx.app, ctx.params.id ?? '')
  const topic = reply && (await findTopic(ctx.app, reply.topic))
  if (!reply || !topic || !ctx.who) return null
  const reason = editRefusal(ctx.who.id, reply, topic)
  if (reason) return { ok: false, reason }
  const path = `/forum/message/${reply.id}`
  const heading = texts(ctx.lang).edit.replyTitle
  return {
    path: `${path}/modifier`,
    back: path,
    rev: reply.rev,
    text: richTextToMarkdown(reply.content),
    heading,
  }
}

type Find = typeof topicOf

/** Shown again after a refusal, the form keeps what was typed but carries the row as it is now. */
async function show(ctx: RouteContext, find: Find, state: FormState = blankForm(), status = 200) {
  const editing = await find(ctx)
  if (!editing) return notFound()
  if (isRefusal(editing)) return forbidden(ctx.reason(editing))
  const t = texts(ctx.lang)
  const { rev: _, ...values } = state.values
  return page({
    title: editing.heading,
    layout: 'extranet',
    islands: [RICH_TEXT_ISLAND],
    status,
    breadcrumbs: [forumCrumb(ctx), { label: editing.heading }],
    view: (
      <Page width="text">
        <PageHeading title={editing.heading} />
        <Form action={editing.path} errors={state.errors} values={values} hidden={{ rev: editing.rev }}>
          {editing.title !== undefined && (
            <TextInput name="titre" label={t.open.name} value={editing.title} maxLength={TITLE_MAX} />
          )}
          <RichTextArea lang={ctx.lang} name="texte" label={t.open.text} value={editing.text} rows={10} />
          <Actions>
            <Button note={t.edit.note}>{t.edit.submit}</Button>
            <ButtonLink kind="quiet" href={editing.back}>
              {t.edit.cancel}
            </ButtonLink>
          </Actions>
        </Form>
      </Page>
    ),
  })
}

async function post(ctx: RouteContext, find: Find) {
  if (!ctx.who) return forbidden()
  const form = await ctx.read(schema)
  if (!form.ok) return show(ctx, find, form.state, 422)
  const id = ctx.params.id ?? ''
  const { rev, titre, texte } = form.data
  const edited =
    find === topicOf
      ? await editTopic(ctx.app, ctx.who, { id, rev, title: titre ?? '', text: texte })
      : await editReply(ctx.app, ctx.who, { id, rev, text: texte })
  if (!edited.ok) return show(ctx, find, refusedForm(ctx, form.state, edited), 422)
  const to =
    find === topicOf ? `/forum/sujet/${id}` : await replyHref(ctx.app, { id, topic: edited.value.topic })
  return redirect(to, { kind: 'success', text: texts(ctx.lang).edit.done })
}

const editRoute = (path: string, find: Find) =>
  route({ path, access: extranet, get: (ctx) => show(ctx, find), post: (ctx) => post(ctx, find) })

export const editRoutes = [
  editRoute('/forum/sujet/:id/modifier', topicOf),
  editRoute('/forum/message/:id/modifier', replyOf),
]
