import { or } from '@/core/access'
import { isId, newId } from '@/core/ids'
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
import { actorOf, mayPropose, verifies } from '../access'
import { next } from '../domain/next'
import { texts } from '../i18n'
import { editMission } from '../service'
import { type MissionRow, readMission, readProspect } from '../store/missions'
import { missionHref } from './acts'
import { fieldOf, MissionFields, missionSchema, postingLoges, prospectOf, textOf, valuesOf } from './form'

/** `/missions/:id/modifier`: its poster while it is a draft, staff that verifies afterwards. */
export const editRoute = route({
  path: '/missions/:id/modifier',
  access: or(mayPropose, verifies),
  get: (ctx) =>
    withMission(ctx, async (mission) =>
      show(ctx, mission, blankForm(valuesOf(mission, await readProspect(ctx.app, mission.id)))),
    ),
  post: (ctx) => withMission(ctx, (mission) => save(ctx, mission)),
})

async function withMission(ctx: RouteContext, then: (mission: MissionRow) => Promise<Reply>): Promise<Reply> {
  const id = ctx.params.id ?? ''
  const mission = isId(id) ? await readMission(ctx.app, id) : null
  if (!mission) return notFound()
  const may = next(mission, 'edit', actorOf(ctx.who))
  if (may.ok) return then(mission)
  if (may.reason === 'mission.not-yours') return notFound()
  return redirect(missionHref(id), { kind: 'refusal', text: ctx.reason(may) })
}

async function show(ctx: RouteContext, mission: MissionRow, state: FormState): Promise<Reply> {
  if (!ctx.who) return notFound()
  const t = texts(ctx.lang)
  const loges = await postingLoges(ctx.app, ctx.who)
  return page({
    title: t.form.editTitle,
    layout: 'extranet',
    status: Object.keys(state.errors).length > 0 ? 422 : 200,
    breadcrumbs: [
      { label: t.title, href: '/missions' },
      { label: mission.title, href: missionHref(mission.id) },
      { label: t.form.editTitle },
    ],
    current: '/missions',
    view: (
      <Page width="text">
        <PageHeading title={t.form.editTitle} />
        <MissionFields
          {...{ t, state, loges }}
          action={`${missionHref(mission.id)}/modifier`}
          formKey={newId()}
          editing
        />
      </Page>
    ),
  })
}

async function save(ctx: RouteContext, mission: MissionRow): Promise<Reply> {
  if (!ctx.who) return notFound()
  const t = texts(ctx.lang)
  const form = await ctx.read(missionSchema(t.form.errors))
  if (!form.ok) return show(ctx, mission, form.state)
  const done = await editMission(ctx.app, mission.id, ctx.who, {
    text: textOf(form.data),
    prospect: prospectOf(form.data),
  })
  if (!done.ok) return show(ctx, mission, withError(form.state, fieldOf(done.reason), ctx.reason(done)))
  return redirect(missionHref(mission.id), { kind: 'success', text: t.done.edit })
}
