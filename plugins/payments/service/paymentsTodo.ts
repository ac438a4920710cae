import { staffFor } from '@/core/access'
import type { Lang } from '@/core/lang'
import type { Visitor } from '@/core/person'
import type { App, TodoItem } from '@/hooks'
import { CARD_REFUNDS, CHECKOUTS } from '../contract'
import { texts } from '../i18n'

/** Disputes that wait for an answer of ours. */
export const TO_ANSWER = ['warning_needs_response', 'needs_response']
const UNDER_WAY = '/bureau/paiements?vue=underway'

/** What awaits those who handle payments: refunds that failed, disputes to be answered. */
export async function paymentsTodo(app: App, who: Visitor, lang: Lang): Promise<TodoItem[]> {
  if (!staffFor('payments')(who)) return []
  const t = texts(lang).todo
  const [failed, disputed] = await Promise.all([
    app.payload.db.count({ collection: CARD_REFUNDS, where: { state: { equals: 'failed' } } }),
    app.payload.db.count({ collection: CHECKOUTS, where: { dispute: { in: TO_ANSWER } } }),
  ])
  const line = (count: number, label: (n: number) => string): TodoItem[] =>
    count === 0 ? [] : [{ label: label(count), count, href: UNDER_WAY }]
  return [...line(failed.totalDocs, t.failed), ...line(disputed.totalDocs, t.disputes)]
}
