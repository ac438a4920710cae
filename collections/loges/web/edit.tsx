import { z } from 'zod'
import { coordinator, or, staffFor } from '@/core/access'
import {
  blankForm,
  type FormState,
  forbidden,
  notFound,
  page,
  type Reply,
  type RouteContext,
  redirect,
  route,
  withError,
} from '@/hooks'
import { Actions, Button, ButtonLink, Form, Page, PageHeading, TextArea } from '@/ui'
import { mayEdit } from '../access'
import type { Loge } from '../contract'
import { type Texts, texts } from '../i18n'
import { findLoge, updateLoge } from '../service'

/** `/loges/:slug/modifier`: its coordinator, or staff for loges. */
export const editRoute = route({
  path: '/loges/:slug/modifier',
  access: or(coordinator, staffFor('loges')),
  get: (ctx) => withLoge(ctx, async (loge) => show(ctx, loge, blankForm())),
  post: (ctx) => withLoge(ctx, (loge) => save(ctx, loge)),
})

/** Whoever coordinates another loge is refused here, once the loge is known. */
async function withLoge(ctx: RouteContext, then: (loge: Loge) => Promise<Reply>): Promise<Reply> {
  const loge = await findLoge(ctx.app, ctx.params.slug ?? '')
  if (!loge) return notFound()
  return mayEdit(ctx.who, loge) ? then(loge) : forbidden()
}

function show(ctx: RouteContext, loge: Loge, state: FormState): Reply {
  const t = texts(ctx.lang)
  return page({
    title: t.edit.title,
    layout: 'extranet',
    status: Object.keys(state.errors).length > 0 ? 422 : 200,
    breadcrumbs: [
      { label: t.title, href: '/loges' },
      { label: loge.name, href: `/loges/${loge.slug}` },
      { label: t.edit.title },
    ],
    view: <Edit {...{ t, loge, state }} />,
  })
}

function Edit({ t, loge, state }: { t: Texts; loge: Loge; state: FormState }) {
  return (
    <Page width="text">
      <PageHeading kicker={loge.name} title={t.edit.title} lead={t.edit.lead} />
      <Form action={`/loges/${loge.slug}/modifier`} errors={state.errors} values={state.values}>
        <TextArea
          name="communes"
          label={t.edit.territory}
          hint={t.edit.territoryHint}
          value={loge.territory}
          rows={4}
          maxLength={2000}
        />
        <TextArea
          name="presentation"
          label={t.edit.presentation}
          hint={t.edit.presentationHint}
          value={loge.presentation}
          rows={10}
          maxLength={8000}
          optional
        />
        <TextArea
          name="recherches"
          label={t.edit.wanted}
          hint={t.edit.wantedHint}
          value={loge.wantedSkills}
          rows={4}
          maxLength={2000}
          optional
        />
        <Actions>
          <Button note={t.edit.note}>{t.edit.save}</Button>
          <ButtonLink kind="quiet" href={`/loges/${loge.slug}`}>
            {t.edit.back}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  )
}

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((s) => s.replaceAll('\r\n', '\n'))
const schema = z.object({
  communes: text(2000).pipe(z.string().min(1)),
  presentation: text(8000).default(''),
  recherches: text(2000).default(''),
})

async function save(ctx: RouteContext, loge: Loge): Promise<Reply> {
  const form = await ctx.read(schema)
  if (!form.ok) return show(ctx, loge, form.state)
  const done = await updateLoge(ctx.app, loge.slug, {
    territory: form.data.communes,
    presentation: form.data.presentation,
    wantedSkills: form.data.recherches,
  })
  if (!done.ok) return show(ctx, loge, withError(form.state, '', ctx.reason(done)))
  return redirect(`/loges/${loge.slug}`, { kind: 'success', text: texts(ctx.lang).edit.saved })
}
