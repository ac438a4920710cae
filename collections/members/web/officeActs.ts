import { z } from 'zod'
import type { Rule } from '@/core/access'
import { isCivilDate } from '@/core/dates'
import type { Person } from '@/core/person'
import type { Refusal, Result } from '@/core/result'
import { type Reply, type Route, type RouteContext, redirect, route, withError } from '@/hooks'
import type { Flash } from '@/hooks/web'
import { givesRoles, letsGo, suspends } from '../access'
import { grantOf } from '../domain/grants'
import { grantName, type OfficeTexts, officeTexts } from '../i18n/office'
import { readPeople } from '../service/readPeople'
import {
  giveRole,
  giveRoleBack,
  letGo,
  liftSuspension,
  readRoleLoges,
  suspendPerson,
  takeRole,
} from '../service/staffActs'
import { endOfDay, fileHref } from './office'
import { showFile } from './officeFile'
import type { OfficeAct } from './officeForms'

/** What an act needs: the person, who asks, what the form says. */
type Ask<D> = { ctx: RouteContext; person: string; by: Person; data: D }
type Outcome = Omit<Flash, 'kind'> & { again?: boolean }
type ActPlan<D> = {
  path: string
  /** The question shown again after a refusal; none: the file, with the reason above it. */
  act?: OfficeAct
  access: Rule
  schema: z.ZodType<D>
  run: (ask: Ask<D>) => Promise<Result<Outcome>>
  /** The field a refusal belongs to; the whole form when absent. */
  fieldOf?: Partial<Record<string, string>>
}

/** The file has moved on: its page shows where it stands, the form is of no use any more. */
const MOVED_ON = new Set([
  'standing.not-from-here',
  'grant.ended-already',
  'grant.unknown',
  'person.unknown',
  'administrator.last',
])

/** A post that does one act and goes back to the file; refused, the file is shown again with the reason. */
function actRoute<D>(plan: ActPlan<D>): Route {
  return route({
    path: `${fileHref(':id')}/${plan.path}`,
    access: plan.access,
    // Somebody who reloads the page of a refusal by its address gets the file.
    get: async (ctx) => redirect(fileHref(ctx.params.id ?? '')),
    post: async (ctx) => {
      if (!ctx.who) return { type: 'forbidden' }
      const person = ctx.params.id ?? ''
      const form = await ctx.read(plan.schema)
      if (!form.ok) return refused(ctx, plan, form.state)
      const result = await plan.run({ ctx, person, by: ctx.who, data: form.data })
      if (!result.ok) return refused(ctx, plan, form.state, result)
      const { again, ...flash } = result.value
      return redirect(fileHref(person), { kind: again ? 'info' : 'success', ...flash })
    },
  })
}

function refused<D>(
  ctx: RouteContext,
  plan: ActPlan<D>,
  state: Parameters<typeof withError>[0],
  refusal?: Refusal,
): Promise<Reply> | Reply {
  const { act } = plan
  const text = refusal ? ctx.reason(refusal) : ''
  if (!act || (refusal && MOVED_ON.has(refusal.reason)))
    return redirect(fileHref(ctx.params.id ?? ''), { kind: 'refusal', text })
  const shown = refusal ? withError(state, plan.fieldOf?.[refusal.reason] ?? '', text) : state
  return showFile(ctx, { act, grant: ctx.params.grant, state: shown })
}

const nothing = z.object({})
const reason = z.string('person.reason-missing').trim().min(3, 'person.reason-missing').max(500)
/** A last day, or nothing. */
const lastDay = z
  .string()
  .trim()
  .optional()
  .refine((day) => !day || isCivilDate(day), { error: 'person.date-invalid' })

const endOf = (ctx: RouteContext, day: string | undefined): Date | undefined =>
  day ? endOfDay(day, ctx.app.settings.timeZone) : undefined

const nameOf = async (ctx: RouteContext, person: string): Promise<string> =>
  (await readPeople(ctx.app, [person])).get(person)?.name ?? officeTexts(ctx.lang).file.somebody

/** What became of an act on somebody: done now, or there already. */
async function said(
  { ctx, person }: { ctx: RouteContext; person: string },
  result: Result<{ again: boolean }>,
  of: (t: OfficeTexts) => { done: (name: string) => string; again: (name: string) => string },
): Promise<Result<Outcome>> {
  if (!result.ok) return result
  const t = of(officeTexts(ctx.lang))
  const name = await nameOf(ctx, person)
  const { again } = result.value
  return { ok: true, value: { text: again ? t.again(name) : t.done(name), again } }
}

/** « administrator », « staff:content », « coordinator:<loge> ». */
function roleIn(value: string) {
  const [role = '', ...scope] = value.split(':')
  return grantOf(role, scope.join(':'))
}

const roleText = async (ctx: RouteContext, grant: NonNullable<ReturnType<typeof roleIn>>) => {
  const loges = 'loge' in grant ? await readRoleLoges(ctx.app) : []
  return grantName(grant, ctx.lang, new Map(loges.map((loge) => [loge.id, loge.name])))
}

/** A role given, with the way to take it away again. */
async function given(
  { ctx, person }: { ctx: RouteContext; person: string },
  grant: NonNullable<ReturnType<typeof roleIn>>,
  { id, again }: { id: string; again: boolean },
): Promise<Result<Outcome>> {
  const t = officeTexts(ctx.lang).give
  const role = await roleText(ctx, grant)
  if (again) return { ok: true, value: { text: t.again(role), again } }
  const undo = { label: t.undo, action: `${fileHref(person)}/roles/${id}/retirer` }
  return { ok: true, value: { text: t.done(role), undo } }
}

export const officeActRoutes: Route[] = [
  actRoute({
    path: 'suspendre',
    act: 'suspendre',
    access: suspends,
    schema: z.object({ reason, until: lastDay }),
    run: async ({ ctx, person, by, data }) => {
      const until = endOf(ctx, data.until)
      const done = await suspendPerson(ctx.app, { person, reason: data.reason, until, by })
      const told = await said({ ctx, person }, done, (t) => t.suspend)
      if (!told.ok || told.value.again) return told
      const undo = { label: officeTexts(ctx.lang).lift.submit, action: `${fileHref(person)}/lever` }
      return { ok: true, value: { ...told.value, undo } }
    },
    fieldOf: { 'suspension.end-past': 'until' },
  }),
  actRoute({
    path: 'lever',
    act: 'lever',
    access: suspends,
    schema: nothing,
    run: async ({ ctx, person, by }) =>
      said({ ctx, person }, await liftSuspension(ctx.app, { person, by }), (t) => t.lift),
  }),
  actRoute({
    path: 'depart',
    act: 'depart',
    access: letsGo,
    schema: z.object({ reason }),
    run: async ({ ctx, person, by, data }) =>
      said({ ctx, person }, await letGo(ctx.app, { person, reason: data.reason, by }), (t) => t.leave),
  }),
  actRoute({
    path: 'roles',
    act: 'roles',
    access: givesRoles,
    schema: z.object({
      role: z.string('grant.role-missing').refine((value) => roleIn(value), { error: 'grant.role-missing' }),
      until: lastDay,
    }),
    run: async ({ ctx, person, by, data }) => {
      const grant = roleIn(data.role)
      if (!grant) return { ok: false, reason: 'grant.role-missing' }
      const done = await giveRole(ctx.app, { person, grant, until: endOf(ctx, data.until), by })
      return done.ok ? given({ ctx, person }, grant, done.value) : done
    },
    fieldOf: {
      'grant.end-past': 'until',
      'grant.other-end': 'role',
      'grant.members-only': 'role',
      'grant.loge-unknown': 'role',
      'grant.area-unknown': 'role',
    },
  }),
  actRoute({
    path: 'roles/:grant/retirer',
    act: 'retirer',
    access: givesRoles,
    schema: nothing,
    run: async ({ ctx, person, by }) => {
      const grant = ctx.params.grant ?? ''
      const done = await takeRole(ctx.app, { person, grant, by })
      if (!done.ok) return done
      const t = officeTexts(ctx.lang).end
      const { role, until } = done.value
      // The end it had goes along: what is given back must not last longer than what was taken.
      const back = `${fileHref(person)}/roles/${grant}/rendre${until ? `?fin=${encodeURIComponent(until)}` : ''}`
      const text = t.done(await roleText(ctx, role))
      return { ok: true, value: { text, undo: { label: t.undo, action: back } } }
    },
  }),
  actRoute({
    path: 'roles/:grant/rendre',
    access: givesRoles,
    schema: nothing,
    run: async ({ ctx, person, by }) => {
      const end = new Date(ctx.url.searchParams.get('fin') ?? '')
      const until = Number.isNaN(end.getTime()) ? undefined : end
      const done = await giveRoleBack(ctx.app, { person, grant: ctx.params.grant ?? '', until, by })
      return done.ok ? given({ ctx, person }, done.value.role, done.value) : done
    },
  }),
]
