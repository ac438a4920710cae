import { activeMember, or, type Rule, rule, staffFor } from '@/core/access'
import { isId } from '@/core/ids'
import type { Result } from '@/core/result'
import { type FormState, notFound, type Reply, type Route, type RouteContext, redirect, route } from '@/hooks'
import type { ExchangeReason } from '../contract'
import type { Actor } from '../domain/next'
import { type Texts, texts } from '../i18n'
import { acceptHelp, cancelHelp, declineHelp, deliverHelp, releaseHelp } from '../service'
import type { ExchangeRow } from '../store/exchanges'

export const exchangeHref = (id: string): string => `/entraide/${id}`

/** Members act on their own exchanges; staff for moderation also evaluates and releases. */
export const mayOpen: Rule = or(activeMember, staffFor('moderation'))

type PersonActor = Exclude<Actor, 'system'>
export const actorOf = (ctx: RouteContext): PersonActor => ({
  id: ctx.who?.id ?? '',
  judge: staffFor('moderation')(ctx.who),
})

type Verb = (
  app: RouteContext['app'],
  input: { id: string; who: PersonActor },
) => Promise<Result<ExchangeRow, ExchangeReason>>

/** A button of an exchange: does it, then shows the exchange with what became of it. */
function act(path: string, access: Rule, verb: Verb, said: (row: ExchangeRow, t: Texts) => string): Route {
  return route({
    path: `/entraide/:id/${path}`,
    access,
    get: async (ctx) => redirect(exchangeHref(ctx.params.id ?? '')),
    post: async (ctx) => {
      const id = ctx.params.id ?? ''
      if (!isId(id)) return notFound()
      return answer(ctx, id, await verb(ctx.app, { id, who: actorOf(ctx) }), said)
    },
  })
}

/** To the exchange, saying what was done or why not. Exchanges of others do not exist, as far as one can tell. */
export function answer(
  ctx: RouteContext,
  id: string,
  outcome: Result<ExchangeRow, ExchangeReason>,
  said: (row: ExchangeRow, t: Texts) => string,
): Reply {
  if (outcome.ok)
    return redirect(exchangeHref(id), { kind: 'success', text: said(outcome.value, texts(ctx.lang)) })
  if (outcome.reason === 'exchange.unknown' || outcome.reason === 'exchange.not-yours') return notFound()
  return redirect(exchangeHref(id), { kind: 'refusal', text: ctx.reason(outcome) })
}

export const sentBack = (state: FormState, field: string): string => {
  const value = state.values[field]
  return typeof value === 'string' ? value : ''
}

/** Releasing is staff's alone; a member's attempt ends before the exchange is even read. */
const judges: Rule = rule('staff:moderation', (who) => staffFor('moderation')(who))

export const actRoutes: Route[] = [
  act('accepter', activeMember, acceptHelp, (row, t) =>
    row.state === 'accepted' ? t.done.accept(row.amount) : t.done.acceptPending,
  ),
  act('decliner', activeMember, declineHelp, (_row, t) => t.done.decline),
  act('remise', activeMember, deliverHelp, (_row, t) => t.done.deliver),
  act('annuler', activeMember, cancelHelp, (_row, t) => t.done.cancel),
  act('rendre', judges, releaseHelp, (_row, t) => t.done.release),
]
