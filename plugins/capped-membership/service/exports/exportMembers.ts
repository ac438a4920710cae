import type { Where } from 'payload'
import { readContacts } from '@/collections/members/service'
import type { CsvRow } from '@/core/csv'
import type { Lang } from '@/core/lang'
import { decimalEuros } from '@/core/money'
import { type App, rowPages } from '@/hooks'
import { APPLICATIONS, MEMBERSHIPS, PAYMENTS } from '../../contract'
import { texts } from '../../i18n'
import { endingWords } from '../../i18n/figures'
import { type ApplicationRow, type MembershipRow, many, type PaymentRow } from '../rows'
import { exportWords, wordOf } from './words'

export type MembersQuery = { season: string; state: MembershipRow['state'] | '' }

const whereOf = ({ season, state }: MembersQuery): Where => ({
  and: [
    ...(season ? [{ season: { equals: season } }] : []),
    ...(state ? [{ state: { equals: state } }] : []),
  ],
})

/**
 * Memberships as a table, one line a person and season, with how to reach them and how they paid. The import reads its
 * heads, so that what one association exports another may import.
 */
export async function exportMembers(app: App, query: MembersQuery, lang: Lang) {
  const { t, season, day } = await exportWords(app, lang)
  const { methods } = texts(lang)
  const reasons = endingWords(lang)
  const head: CsvRow = [
    t.name,
    t.email,
    t.phone,
    t.activity,
    t.season,
    t.seat,
    t.state,
    t.since,
    t.endedOn,
    t.endReason,
    t.amount,
    t.method,
    t.paidOn,
    t.reference,
  ]
  async function* pages(): AsyncGenerator<CsvRow[]> {
    for await (const rows of rowPages<MembershipRow>(app, MEMBERSHIPS, whereOf(query))) {
      const { contacts, files, payments } = await besides(app, rows)
      yield rows.map((m) => {
        const contact = contacts.get(m.person)
        const file = files.get(`${m.person}:${m.season}`)
        const paid = payments.get(m.paymentRef ?? '')
        return [
          contact?.name ?? '',
          contact?.email ?? '',
          file?.phone ?? '',
          file?.activity ?? '',
          season(m.season),
          m.seat || null,
          wordOf(t.memberStates, m.state),
          day(m.since),
          day(m.endedAt),
          wordOf(reasons, m.endReason),
          paid ? decimalEuros(paid.cents, lang) : '',
          wordOf(methods, paid?.method),
          paid?.receivedOn ?? '',
          paid?.reference ?? '',
        ]
      })
    }
  }
  return { head, pages: pages() }
}

/** What stands in other rows of a page of memberships: three questions, however many there are. */
async function besides(app: App, rows: readonly MembershipRow[]) {
  const people = [...new Set(rows.map((m) => m.person))]
  const seasons = [...new Set(rows.map((m) => m.season))]
  const paymentIds = rows.flatMap((m) => m.paymentRef ?? [])
  const [contacts, files, payments] = await Promise.all([
    readContacts(app, people),
    many<ApplicationRow>(app, APPLICATIONS, {
      and: [{ person: { in: people } }, { season: { in: seasons } }],
    }),
    paymentIds.length > 0 ? many<PaymentRow>(app, PAYMENTS, { id: { in: paymentIds } }) : [],
  ])
  return {
    contacts,
    files: new Map(files.map((a) => [`${a.person}:${a.season}`, a])),
    payments: new Map(payments.map((p) => [p.id, p])),
  }
}
