import { z } from 'zod'
import { readPeople } from '@/collections/members/service'
import { isId } from '@/core/ids'
import { notFound, type Reply, type RouteContext, redirect, route } from '@/hooks'
import { type Texts, texts } from '../i18n'
import { evaluateHelp } from '../service'
import type { ExchangeRow } from '../store/exchanges'
import { actorOf, answer, exchangeHref, mayOpen } from './actRoutes'
import { showExchange } from './show'

/** The requester judges the help received, or staff in its place. */
export const evaluateRoute = route({
  path: '/entraide/:id/evaluer',
  access: mayOpen,
  get: async (ctx) => redirect(`${exchangeHref(ctx.params.id ?? '')}#evaluer`),
  post: evaluate,
})

const schema = (t: Texts['form']['errors']) =>
  z.object({
    note: z.enum(['1', '2', '3', '4', '5'], t.rating).transform(Number),
    commentaire: z.string().trim().max(2000, t.comment).default(''),
  })

async function evaluate(ctx: RouteContext): Promise<Reply> {
  const id = ctx.params.id ?? ''
  if (!isId(id)) return notFound()
  const form = await ctx.read(schema(texts(ctx.lang).form.errors))
  if (!form.ok) return showExchange(ctx, form.state)
  const outcome = await evaluateHelp(ctx.app, {
    id,
    who: actorOf(ctx),
    rating: form.data.note,
    comment: form.data.commentaire,
  })
  const helper = outcome.ok
    ? (await readPeople(ctx.app, [outcome.value.helper])).get(outcome.value.helper)?.name
    : undefined
  return answer(ctx, id, outcome, (row, t) => said(row, helper ?? t.facts.unknown, t))
}

function said(row: ExchangeRow, helper: string, t: Texts): string {
  if (row.state === 'settled') return t.done.settled(row.amount, helper)
  return row.state === 'disputed' ? t.done.disputed : t.done.settling
}
