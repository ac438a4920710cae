import { newId } from '@/core/ids'
import {
  blankForm,
  type FormState,
  notFound,
  page,
  type Reply,
  type RouteContext,
  redirect,
  route,
  withError,
} from '@/hooks'
import { Page, PageHeading } from '@/ui'
import { mayPropose } from '../access'
import { texts } from '../i18n'
import { proposeMission } from '../service'
import { missionHref } from './acts'
import { fieldOf, MissionFields, missionSchema, postingLoges, prospectOf, textOf } from './form'

/** `/missions/proposer`: coordinators and staff bring a mission to the bank. */
export const proposeRoute = route({
  path: '/missions/proposer',
  access: mayPropose,
  get: (ctx) => show(ctx, blankForm()),
  post: propose,
})

async function show(ctx: RouteContext, state: FormState): Promise<Reply> {
  if (!ctx.who) return notFound()
  const t = texts(ctx.lang)
  const loges = await postingLoges(ctx.app, ctx.who)
  return page({
    title: t.form.title,
    layout: 'extranet',
    status: Object.keys(state.errors).length > 0 ? 422 : 200,
    breadcrumbs: [{ label: t.title, href: '/missions' }, { label: t.form.title }],
    current: '/missions',
    view: (
      <Page width="text">
        <PageHeading title={t.form.title} lead={t.form.lead} />
        <MissionFields {...{ t, state, loges }} action="/missions/proposer" formKey={newId()} />
      </Page>
    ),
  })
}

async function propose(ctx: RouteContext): Promise<Reply> {
  if (!ctx.who) return notFound()
  const t = texts(ctx.lang)
  const form = await ctx.read(missionSchema(t.form.errors))
  if (!form.ok) return show(ctx, form.state)
  const submit = form.data.act === 'envoyer'
  const made = await proposeMission(ctx.app, {
    who: ctx.who,
    text: textOf(form.data),
    prospect: prospectOf(form.data),
    submit,
    formKey: form.data.cle,
  })
  if (!made.ok) return show(ctx, withError(form.state, fieldOf(made.reason), ctx.reason(made)))
  return redirect(missionHref(made.value.id), {
    kind: 'success',
    text: submit ? t.done.submit : t.done.draft,
  })
}
