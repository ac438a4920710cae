import { z } from 'zod'
import { RICH_TEXT_ISLAND, RichTextArea } from '@/collections/richtext'
import { extranet } from '@/core/access'
import { newId } from '@/core/ids'
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
import { TITLE_MAX } from '../domain/rules'
import { texts } from '../i18n'
import { openTopic } from '../service/openTopic'
import { readCategories } from '../service/readForum'
import { forumCrumb, refusedForm } from './parts'

const schema = z.object({ cle: z.string().default(''), titre: z.string(), texte: z.string() })

const categoryOf = async (ctx: RouteContext) =>
  (await readCategories(ctx.app, ctx.lang)).find((c) => c.slug === ctx.params.category)

async function show(ctx: RouteContext, state: FormState = blankForm(), status = 200) {
  const category = await categoryOf(ctx)
  if (!category) return notFound()
  const t = texts(ctx.lang)
  const path = `/forum/${category.slug}`
  return page({
    title: t.open.title,
    layout: 'extranet',
    islands: [RICH_TEXT_ISLAND],
    status,
    breadcrumbs: [forumCrumb(ctx), { label: category.title, href: path }, { label: t.open.title }],
    view: (
      <Page width="text">
        <PageHeading title={t.open.title} lead={t.open.lead(category.title)} />
        <Form
          action={`${path}/nouveau`}
          errors={state.errors}
          values={state.values}
          hidden={{ cle: newId() }}
        >
          <TextInput
            name="titre"
            label={t.open.name}
            hint={t.open.nameHint}
            maxLength={TITLE_MAX}
            autoComplete="off"
          />
          <RichTextArea lang={ctx.lang} name="texte" label={t.open.text} rows={10} />
          <Actions>
            <Button>{t.open.submit}</Button>
            <ButtonLink kind="quiet" href={path}>
              {t.open.cancel}
            </ButtonLink>
          </Actions>
        </Form>
      </Page>
    ),
  })
}

async function post(ctx: RouteContext) {
  const category = await categoryOf(ctx)
  if (!ctx.who) return forbidden()
  if (!category) return notFound()
  const form = await ctx.read(schema)
  if (!form.ok) return show(ctx, form.state, 422)
  const { cle, titre, texte } = form.data
  const opened = await openTopic(ctx.app, ctx.who, {
    key: cle,
    category: category.id,
    title: titre,
    text: texte,
  })
  if (!opened.ok) return show(ctx, refusedForm(ctx, form.state, opened), 422)
  return redirect(`/forum/sujet/${opened.value.id}`, { kind: 'success', text: texts(ctx.lang).open.done })
}

export const openTopicRoute = route({
  path: '/forum/:category/nouveau',
  access: extranet,
  get: (ctx) => show(ctx),
  post,
})
