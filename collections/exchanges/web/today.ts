import { readPeople } from '@/collections/members/service'
import { activeMember } from '@/core/access'
import type { RouteContext, TodayItem } from '@/hooks'
import { type Texts, texts } from '../i18n'
import { type ExchangeRow, findExchanges } from '../store/exchanges'
import { exchangeHref } from './actRoutes'
import { daysSince } from './sentence'

/** What awaits a member in its exchanges, oldest first: to answer, to evaluate, to give. */
export async function today(ctx: RouteContext): Promise<TodayItem[]> {
  if (!ctx.who || !activeMember(ctx.who)) return []
  const me = ctx.who.id
  const rows = await findExchanges(
    ctx.app,
    {
      or: [
        { and: [{ helper: { equals: me } }, { state: { in: ['asked', 'accepted'] } }] },
        { and: [{ requester: { equals: me } }, { state: { equals: 'delivered' } }] },
      ],
    },
    { limit: 20, sort: 'since' },
  )
  // Names only when there is something to say.
  const people = await readPeople(
    ctx.app,
    rows.map((row) => (row.helper === me ? row.requester : row.helper)),
  )
  const t = texts(ctx.lang)
  const now = ctx.app.clock.now().toISOString()
  return rows
    .filter((row) => row.owes === 'none' && (!row.expiresAt || row.expiresAt > now))
    .map((row) => {
      const other = row.helper === me ? row.requester : row.helper
      return itemOf(row, people.get(other)?.name ?? t.today.someone, t, ctx)
    })
}

function itemOf(row: ExchangeRow, other: string, t: Texts, ctx: RouteContext): TodayItem {
  const href = exchangeHref(row.id)
  const since = row.since
  if (row.state === 'delivered')
    return {
      order: 10,
      sentence: t.today.evaluate(other, daysSince(since, ctx.now)),
      action: { label: t.today.evaluateAct, href: `${href}#evaluer` },
      since,
    }
  if (row.state === 'asked')
    return {
      order: 20,
      sentence: t.today.answer(other, row.title),
      action: { label: t.today.answerAct, href },
      since,
    }
  return {
    order: 30,
    sentence: t.today.deliver(other, row.title),
    action: { label: t.today.deliverAct, href },
    since,
  }
}
