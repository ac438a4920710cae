import type { TimelineEvent } from '@/ui'
import type { Texts } from '../i18n'
import type { ExchangeRow } from '../store/exchanges'

/** What came to pass, oldest first, and the steps still to come. */
export function historyOf(
  row: ExchangeRow,
  names: { requester: string; helper: string },
  t: Texts,
): TimelineEvent[] {
  const h = t.history
  const past: TimelineEvent[] = [{ title: h.asked(names.requester), at: row.askedAt }]
  const add = (at: string | null, title: string, more: Partial<TimelineEvent> = {}) => {
    if (at) past.push({ title, at, ...more })
  }
  add(row.shortAt, h.short, { state: 'refused' })
  add(row.acceptedAt, h.accepted(names.helper, row.amount))
  add(row.deliveredAt, h.delivered)
  add(row.disputedAt, h.disputed, { state: 'refused' })
  add(row.evaluatedAt, h.evaluated(row.rating ?? 0))
  add(row.settledAt, h.settled(row.amount))
  const end = { declined: h.declined, cancelled: h.cancelled, expired: h.expired, released: h.released }
  if (row.state in end) add(row.endedAt, end[row.state as keyof typeof end], { state: 'refused' })
  past.sort((a, b) => String(a.at).localeCompare(String(b.at)))
  return [...past, ...toCome(row, t)]
}

const STEPS: readonly ExchangeRow['state'][] = ['asked', 'accepted', 'delivered', 'evaluated', 'settled']

function toCome(row: ExchangeRow, t: Texts): TimelineEvent[] {
  const titles = [t.history.nextAccept, t.history.nextDeliver, t.history.nextEvaluate, t.history.nextSettle]
  const done = row.state === 'disputed' ? 2 : STEPS.indexOf(row.state)
  if (done < 0) return []
  return titles.slice(done).map((title, i) => ({ title, state: i === 0 ? 'now' : 'next' }))
}
