import type { Rule } from '@/core/access'
import { type CsvRow, csvPieces } from '@/core/csv'
import { civilDate, isCivilDate } from '@/core/dates'
import { pieces, type Route, type RouteContext, route } from '@/hooks'
import { MEMBERSHIP_STATES } from '../contract'
import { exportTexts } from '../i18n/exports'
import { handlesApplications, handlesPayments } from '../service/actor'
import { exportApplications } from '../service/exports/exportApplications'
import { exportMembers } from '../service/exports/exportMembers'
import { exportPayments } from '../service/exports/exportPayments'
import { EXPORTS } from './officeAccess'
import { queryOf } from './officeList'

type Table = { head: CsvRow; pages: AsyncIterable<readonly CsvRow[]> }
type Kind = keyof typeof EXPORTS

/** A table to keep, under a name that says what it is and of which day. Nothing else keeps a copy. */
const exportRoute = (kind: Kind, access: Rule, table: (ctx: RouteContext) => Promise<Table>): Route =>
  route({
    path: EXPORTS[kind],
    access,
    get: async (ctx) => {
      const { head, pages } = await table(ctx)
      const name = `${exportTexts(ctx.lang).files[kind]}-${civilDate(ctx.now, ctx.app.settings.timeZone)}.csv`
      return pieces({
        contentType: 'text/csv; charset=utf-8',
        headers: { 'Content-Disposition': `attachment; filename="${name}"` },
        body: csvPieces(head, pages),
      })
    },
  })

const term = ({ url }: RouteContext, name: string): string => (url.searchParams.get(name) ?? '').slice(0, 100)
const dayOf = (ctx: RouteContext, name: string): string => {
  const said = term(ctx, name)
  return isCivilDate(said) ? said : ''
}

export const exportRoutes: Route[] = [
  exportRoute('applications', handlesApplications, (ctx) =>
    exportApplications(ctx.app, queryOf(ctx.url), ctx.lang),
  ),
  exportRoute('members', handlesApplications, (ctx) =>
    exportMembers(
      ctx.app,
      {
        season: term(ctx, 'saison'),
        state: MEMBERSHIP_STATES.find((state) => state === term(ctx, 'etat')) ?? '',
      },
      ctx.lang,
    ),
  ),
  exportRoute('payments', handlesPayments, (ctx) =>
    exportPayments(
      ctx.app,
      {
        season: term(ctx, 'saison'),
        method: term(ctx, 'moyen'),
        from: dayOf(ctx, 'du'),
        to: dayOf(ctx, 'au'),
      },
      ctx.lang,
    ),
  ),
]
