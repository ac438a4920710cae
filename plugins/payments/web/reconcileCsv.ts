import { TASK_LINES } from '@/collections/tasks/contract'
import { type LineRow, ofTask } from '@/collections/tasks/service/rows'
import { csvPieces } from '@/core/csv'
import { civilDate } from '@/core/dates'
import { decimalEuros } from '@/core/money'
import { notFound, pieces, route, rowPages } from '@/hooks'
import { texts } from '../i18n'
import { differenceOf, lastReconciling } from '../service/reconcileTask'
import { handlesPayments, RECONCILE } from './paths'
import { daysOf } from './reconcile'

/** The differences of a long comparison that is done, for a spreadsheet. */
export const reconcileCsvRoute = route({
  path: `${RECONCILE}.csv`,
  access: handlesPayments,
  get: async (ctx) => {
    const { app, lang } = ctx
    const days = daysOf(ctx)
    const last = await lastReconciling(app, days)
    if (last?.state !== 'done') return notFound()
    const task = last.id
    const zone = app.settings.timeZone
    const r = texts(lang).reconcile
    const money = (cents: number | null) => (cents === null ? null : decimalEuros(cents, lang))
    async function* lines() {
      for await (const rows of rowPages<LineRow>(app, TASK_LINES, ofTask(task)))
        yield rows
          .map(differenceOf)
          .map((d) => [
            d.at ? civilDate(new Date(d.at), zone) : null,
            r.kinds[d.kind],
            money(d.theirs),
            money(d.ours),
            d.checkout,
            r.todos[d.kind],
          ])
    }
    return pieces({
      contentType: 'text/csv; charset=utf-8',
      headers: {
        'Content-Disposition': `attachment; filename="${r.long.file}-${days.from}-${days.to}.csv"`,
      },
      body: csvPieces([r.on, r.what, r.amount, r.ours, r.long.checkout, r.todo], lines()),
    })
  },
})
