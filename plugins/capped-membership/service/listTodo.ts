import type { Lang } from '@/core/lang'
import type { Visitor } from '@/core/person'
import type { App, TodoItem } from '@/hooks'
import { texts } from '../i18n'
import { handlesApplications, handlesPayments } from './actor'
import { countApplicationTodo, countPaymentTodo } from './countTodo'

/** The office's list; its routes are in web/. */
const OFFICE = '/bureau/candidatures'

const line = (count: number, label: (count: number) => string, state: string): TodoItem[] =>
  count === 0 ? [] : [{ label: label(count), count, href: `${OFFICE}?etat=${state}` }]

/** What awaits staff: each sees what their area handles. */
export async function membershipTodo(app: App, who: Visitor, lang: Lang): Promise<TodoItem[]> {
  const t = texts(lang).todo
  const [files, fees] = await Promise.all([
    handlesApplications(who) ? countApplicationTodo(app) : null,
    handlesPayments(who) ? countPaymentTodo(app) : null,
  ])
  return [
    ...(files
      ? [
          ...line(files.study, t.study, 'received'),
          ...line(files.interviews, t.interviews, 'interview-planned'),
          ...line(files.decide, t.decide, 'interviewed'),
        ]
      : []),
    ...(fees
      ? [...line(fees.payments, t.payments, 'accepted'), ...line(fees.unseated, t.unseated, 'unseated')]
      : []),
  ]
}
