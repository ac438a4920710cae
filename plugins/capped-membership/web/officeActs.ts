import { z } from 'zod'
import type { Rule } from '@/core/access'
import type { Lang } from '@/core/lang'
import { parseEuros } from '@/core/money'
import type { Refusal, Result } from '@/core/result'
import {
  type App,
  type FormState,
  type Reply,
  type Route,
  type RouteContext,
  redirect,
  route,
  withError,
} from '@/hooks'
import { REFUSAL_CODES } from '../contract'
import { instantOf } from '../domain/wallTime'
import { type Texts, texts } from '../i18n'
import { departureTexts } from '../i18n/departure'
import { lineTexts } from '../i18n/line'
import { renewalActTexts } from '../i18n/renewal/acts'
import { acceptApplication } from '../service/acceptApplication'
import { type Actor, handlesApplications, handlesFiles, handlesPayments } from '../service/actor'
import { afterAcceptance } from '../service/afterDecision'
import { allowReapplying } from '../service/departure/reapply'
import { followPayment } from '../service/followPayment'
import { freeSeat } from '../service/freeSeat'
import { planInterview } from '../service/planInterview'
import { recordInterview } from '../service/recordInterview'
import { recordPayment } from '../service/recordPayment'
import { refuseApplication } from '../service/refuseApplication'
import { roundOf } from '../service/renewal/renewalRows'
import { takeBackRenewal } from '../service/renewal/takeBackRenewal'
import { findApplication, findFee } from '../service/rows'
import { fileHref } from './officeAccess'
import { showFile } from './officeFile'
import type { OfficeAct } from './officeForms'
import { staffReason } from './renewal/staffReason'

type Office = Texts['office']

/** What an act needs: the file, who asks, what the form says. */
type Ask<D> = { ctx: RouteContext; application: string; by: Actor; data: D }
type ActPlan<D> = {
  act: OfficeAct
  access: Rule
  schema: z.ZodType<D>
  run: (ask: Ask<D>) => Promise<Result<unknown>>
  /** What follows, done before the file is shown again; the delivery of the fact does it, too. */
  follow?: (app: App, application: string) => Promise<unknown>
  /** The field a refusal belongs to; the whole form when absent. */
  fieldOf?: Partial<Record<string, string>>
  done: (t: Office, value: unknown, lang: Lang) => string
}

/** A post that does one act and goes back to the file; refused, the file is shown again with the reason. */
function actRoute<D>(plan: ActPlan<D>): Route {
  return route({
    path: `${fileHref(':id')}/${plan.act}`,
    access: plan.access,
    // Somebody who reloads the page of a refusal by its address gets the file.
    get: async (ctx) => redirect(fileHref(ctx.params.id ?? '')),
    post: async (ctx) => {
      if (!ctx.who) return { type: 'forbidden' }
      const application = ctx.params.id ?? ''
      const form = await ctx.read(plan.schema)
      if (!form.ok) return showFile(ctx, { act: plan.act, state: form.state })
      const result = await plan.run({ ctx, application, by: ctx.who, data: form.data })
      if (!result.ok) return refused(ctx, plan, form.state, result)
      await followed(ctx.app, plan, application)
      return redirect(fileHref(application), {
        kind: 'success',
        text: plan.done(texts(ctx.lang).office, result.value, ctx.lang),
      })
    },
  })
}

/** The act is decided: what fails here is done by the delivery, and the page says that it is under way. */
async function followed<D>(app: App, { act, follow }: ActPlan<D>, application: string): Promise<void> {
  try {
    await follow?.(app, application)
  } catch (error) {
    app.log.error({ err: error, act, application }, 'an act is decided, what follows is late')
  }
}

/** The file has moved on: its page shows where it stands, the form is of no use any more. */
const MOVED_ON = ['application.wrong-state', 'application.changed', 'renewal.other-round']

function refused<D>(
  ctx: RouteContext,
  plan: ActPlan<D>,
  state: FormState,
  refusal: Refusal,
): Promise<Reply> | Reply {
  const text = staffReason(ctx, refusal)
  if (MOVED_ON.includes(refusal.reason))
    return redirect(fileHref(ctx.params.id ?? ''), { kind: 'refusal', text })
  const field = plan.fieldOf?.[refusal.reason] ?? ''
  return showFile(ctx, { act: plan.act, state: withError(state, field, text) })
}

const nothing = z.object({})

export const officeActRoutes: Route[] = [
  actRoute({
    act: 'entretien',
    access: handlesApplications,
    schema: z.object({
      at: z.string().min(1, 'date.invalid'),
      place: z.string().trim().min(1, 'interview.place-missing').max(300),
    }),
    run: async ({ ctx, application, by, data }) => {
      const at = instantOf(data.at, ctx.app.settings.timeZone)
      return at.ok ? planInterview(ctx.app, { application, at: at.value, place: data.place, by }) : at
    },
    fieldOf: {
      'date.invalid': 'at',
      'interview.no-such-hour': 'at',
      'interview.in-past': 'at',
      'interview.too-far': 'at',
    },
    done: (t) => t.plan.done,
  }),
  actRoute({
    act: 'compte-rendu',
    access: handlesApplications,
    schema: z.object({ report: z.string().trim().min(1, 'application.report-missing').max(8000) }),
    run: ({ ctx, application, by, data }) =>
      recordInterview(ctx.app, { application, report: data.report, by }),
    done: (t) => t.report.done,
  }),
  actRoute({
    act: 'accepter',
    access: handlesApplications,
    schema: z.object({ reason: z.string().trim().max(3000).optional() }),
    run: ({ ctx, application, by, data }) =>
      acceptApplication(ctx.app, { application, by, ...(data.reason ? { reason: data.reason } : {}) }),
    follow: afterAcceptance,
    done: (t, value, lang) =>
      (value as { state: string }).state === 'waiting' ? lineTexts(lang).file.accepted : t.accept.done,
  }),
  actRoute({
    act: 'refuser',
    access: handlesApplications,
    schema: z.object({
      code: z.enum(REFUSAL_CODES, { error: 'application.code-missing' }),
      reason: z.string().trim().min(1, 'application.reason-missing').max(3000),
    }),
    run: ({ ctx, application, by, data }) =>
      refuseApplication(ctx.app, { application, reason: data.reason, code: data.code, by }),
    done: (t) => t.refuse.done,
  }),
  actRoute({
    act: 'cotisation',
    access: handlesPayments,
    schema: z.object({
      amount: z.string().refine((text) => parseEuros(text) !== null, { error: 'payment.amount' }),
      method: z.string({ error: 'payment.wrong-method' }),
      receivedOn: z.string().min(1, 'payment.wrong-date'),
      reference: z.string().trim().max(80).optional(),
    }),
    run: ({ ctx, application, by, data }) =>
      recordPayment(ctx.app, {
        application,
        by,
        cents: parseEuros(data.amount) ?? 0,
        method: data.method,
        receivedOn: data.receivedOn,
        ...(data.reference ? { reference: data.reference } : {}),
      }),
    follow: async (app, application) => {
      const fee = await findFee(app, application)
      if (fee) await followPayment(app, fee)
    },
    fieldOf: {
      'payment.wrong-amount': 'amount',
      'payment.wrong-date': 'receivedOn',
      'payment.wrong-method': 'method',
    },
    done: (t, value) => ((value as { already: boolean }).already ? t.pay.already : t.pay.done),
  }),
  actRoute({
    act: 'liberer-place',
    access: handlesApplications,
    schema: nothing,
    run: async ({ ctx, application, by }) => {
      const row = await findApplication(ctx.app, application)
      if (!row?.person) return { ok: false, reason: 'application.unknown' }
      return freeSeat(ctx.app, { season: row.season, person: row.person, by })
    },
    done: (t) => t.free.done,
  }),
  actRoute({
    act: 'recandidature',
    access: handlesApplications,
    schema: nothing,
    run: ({ ctx, application, by }) => allowReapplying(ctx.app, { application, by }),
    done: (_, value, lang) => {
      const t = departureTexts(lang).reapply
      return (value as { again: boolean }).again ? t.again : t.done
    },
  }),
  actRoute({
    act: 'annuler-renouvellement',
    access: handlesFiles,
    schema: z.object({ reason: z.string().trim().max(1000).optional() }),
    run: async ({ ctx, application, by, data }) => {
      const row = await findApplication(ctx.app, application)
      if (row?.kind !== 'renewal' || !row.person) return { ok: false, reason: 'renewal.not-asked' }
      const { person, season } = row
      return takeBackRenewal(ctx.app, {
        person,
        season,
        by,
        round: roundOf(row),
        ...(data.reason ? { reason: data.reason } : {}),
      })
    },
    done: (_, value, lang) => {
      const t = renewalActTexts(lang).staffTakeBack
      return (value as { already: boolean }).already ? t.already : t.done
    },
  }),
]
