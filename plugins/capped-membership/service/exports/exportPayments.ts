import type { Where } from 'payload'
import { readContacts } from '@/collections/members/service'
import type { CsvRow } from '@/core/csv'
import type { CivilDate } from '@/core/dates'
import type { Lang } from '@/core/lang'
import { decimalEuros } from '@/core/money'
import { type App, rowPages } from '@/hooks'
import { PAYMENTS } from '../../contract'
import { texts } from '../../i18n'
import type { PaymentRow } from '../rows'
import { exportWords, wordOf } from './words'

export type PaymentsQuery = {
  season: string
  method: string
  /** Received from this day on, until that day inclusive; '' where the period is open. */
  from: CivilDate | ''
  to: CivilDate | ''
}

function whereOf({ season, method, from, to }: PaymentsQuery): Where {
  const and: Where[] = []
  if (season) and.push({ season: { equals: season } })
  if (method) and.push({ method: { equals: method } })
  if (from) and.push({ receivedOn: { greater_than_equal: from } })
  if (to) and.push({ receivedOn: { less_than_equal: to } })
  return { and }
}

/** Fees received, as a table. */
export async function exportPayments(app: App, query: PaymentsQuery, lang: Lang) {
  const { t, season, day } = await exportWords(app, lang)
  const { methods } = texts(lang)
  const head: CsvRow = [
    t.paidOn,
    t.amount,
    t.method,
    t.reference,
    t.name,
    t.email,
    t.season,
    t.settled,
    t.recordedBy,
    t.recordedOn,
    'Id',
  ]
  async function* pages(): AsyncGenerator<CsvRow[]> {
    for await (const rows of rowPages<PaymentRow>(app, PAYMENTS, whereOf(query))) {
      const contacts = await readContacts(
        app,
        rows.flatMap((p) => [p.person, p.recordedBy]),
      )
      yield rows.map((p) => [
        p.receivedOn,
        decimalEuros(p.cents, lang),
        wordOf(methods, p.method),
        p.reference ?? '',
        contacts.get(p.person)?.name ?? '',
        contacts.get(p.person)?.email ?? '',
        season(p.season),
        p.settled === 1 ? t.stands : t.underWay,
        p.recordedBy === 'system' ? t.program : (contacts.get(p.recordedBy)?.name ?? ''),
        day(p.recordedAt),
        p.id,
      ])
    }
  }
  return { head, pages: pages() }
}
