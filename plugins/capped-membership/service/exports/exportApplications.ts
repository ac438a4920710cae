import type { CsvRow } from '@/core/csv'
import type { Lang } from '@/core/lang'
import { decimalEuros } from '@/core/money'
import { type App, rowPages } from '@/hooks'
import { APPLICATIONS } from '../../contract'
import { texts } from '../../i18n'
import { refusalWords } from '../../i18n/figures'
import { applicationsWhere, type ListQuery } from '../listApplications'
import type { ApplicationRow } from '../rows'
import { exportWords, wordOf } from './words'

/** Applications as a table: what staff sees in the list and at the head of a file; motives and report stay in it. */
export async function exportApplications(app: App, query: Omit<ListQuery, 'page'>, lang: Lang) {
  const { t, season, day } = await exportWords(app, lang)
  const { states } = texts(lang)
  const reasons = refusalWords(lang)
  const head: CsvRow = [
    t.name,
    t.email,
    t.phone,
    t.activity,
    t.season,
    t.state,
    t.filedOn,
    t.interview,
    t.decision,
    t.decidedOn,
    t.reasonCode,
    t.due,
    t.joinedOn,
  ]
  const line = (a: ApplicationRow): CsvRow => [
    a.name,
    a.email,
    a.phone ?? '',
    a.activity,
    season(a.season),
    wordOf(states, a.state),
    day(a.createdAt),
    day(a.interviewAt),
    a.decision === 'accepted' ? t.accepted : a.decision === 'refused' ? t.refused : '',
    day(a.decidedAt),
    wordOf(reasons, a.reasonCode),
    a.dueCents === null || a.dueCents === undefined ? '' : decimalEuros(a.dueCents, lang),
    day(a.joinedAt),
  ]
  async function* pages(): AsyncGenerator<CsvRow[]> {
    const where = await applicationsWhere(app, query)
    for await (const rows of rowPages<ApplicationRow>(app, APPLICATIONS, where)) yield rows.map(line)
  }
  return { head, pages: pages() }
}
