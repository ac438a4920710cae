import { csv } from '@/core/csv'
import { civilDate } from '@/core/dates'
import { decimalEuros } from '@/core/money'
import { raw, route } from '@/hooks'
import { RECEIPTS } from '../contract'
import { numberText } from '../domain/receipt'
import { texts } from '../i18n'
import { EXPORTED, listing, whereOf } from '../service/listReceipts'
import { many, type ReceiptRow } from '../service/rows'
import { handlesPayments, OFFICE } from './paths'

/** The list as it is narrowed, for a spreadsheet: the newest first, up to a bound that is said at the end. */
export const officeCsvRoute = route({
  path: `${OFFICE}.csv`,
  access: handlesPayments,
  get: async ({ app, lang, now, url }) => {
    const t = texts(lang)
    const c = t.office.columns
    const [rows, headings] = await Promise.all([
      many<ReceiptRow>(app, RECEIPTS, whereOf(listing.read(url.searchParams)), {
        sort: '-id',
        limit: EXPORTED + 1,
      }),
      app.filter('payments.headings', [], {}),
    ])
    const seasons = new Map((headings.ok ? headings.value : []).map((h) => [h.id, h[lang]]))
    const numbers = new Map(rows.map((row) => [row.payment, numberText(row)]))
    const zone = app.settings.timeZone
    const lines = rows
      .slice(0, EXPORTED)
      .map((row) => [
        numberText(row),
        t.kinds[row.kind],
        civilDate(new Date(row.issuedAt), zone),
        row.onDay,
        row.name,
        lang === 'en' ? row.labelEn : row.labelFr,
        seasons.get(row.heading) ?? row.heading,
        t.methods[row.method],
        decimalEuros(row.cents, lang),
        row.reference ?? null,
        row.of ? (numbers.get(row.of) ?? row.of) : null,
      ])
    const names = [
      c.number,
      c.kind,
      c.issued,
      c.on,
      c.name,
      c.label,
      c.heading,
      c.method,
      c.amount,
      c.reference,
      c.of,
    ]
    const cut = rows.length > EXPORTED ? [[t.office.truncated(EXPORTED)]] : []
    return raw('text/csv; charset=utf-8', csv([names, ...lines, ...cut]), {
      headers: {
        'Content-Disposition': `attachment; filename="paiements-${civilDate(now, zone)}.csv"`,
        'Cache-Control': 'private, no-store',
      },
    })
  },
})
