import type { Lang } from '@/core/lang'
import type { Visitor } from '@/core/person'
import type { App, TodoItem } from '@/hooks'
import { departureTexts } from '../i18n/departure'
import { lineTexts } from '../i18n/line'
import { handlesApplications, handlesPayments } from './actor'
import { countRefundsDue } from './departure/readDeparture'
import { countWaiting } from './line/listLine'

/** Their pages are in web/. */
const LINE = '/bureau/liste-d-attente'
const DEPARTURES = '/bureau/departs'

/** Who waits for a seat of which season, and whose money is still here: each sees what their area handles. */
export async function lineAndRefundTodo(app: App, who: Visitor, lang: Lang): Promise<TodoItem[]> {
  const [waiting, refunds] = await Promise.all([
    handlesApplications(who) ? countWaiting(app) : new Map<string, number>(),
    handlesPayments(who) ? countRefundsDue(app) : 0,
  ])
  return [
    ...[...waiting].map(([season, count]) => ({
      label: lineTexts(lang).todo.waiting(count),
      count,
      href: `${LINE}?saison=${encodeURIComponent(season)}`,
    })),
    ...(refunds
      ? [{ label: departureTexts(lang).todo.refunds(refunds), count: refunds, href: DEPARTURES }]
      : []),
  ]
}
