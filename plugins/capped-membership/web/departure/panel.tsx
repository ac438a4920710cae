import { formatCents } from '@/core/money'
import type { WidgetContext } from '@/hooks'
import { DataTable, DateText, StatusTag } from '@/ui'
import { departureTexts } from '../../i18n/departure'
import { departuresOf } from '../../service/departure/rows'
import { departureHref, MONEY_KIND } from './places'

/** On the files of people: their departures, each leading to its row, where the money is. */
export async function departuresPanel({ app, lang }: WidgetContext, { id }: { id: string }) {
  const rows = await departuresOf(app, id)
  if (rows.length === 0) return null
  const t = departureTexts(lang)
  return (
    <section className="section">
      <h2>{t.office.title}</h2>
      <DataTable
        caption={t.office.title}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'at',
            label: t.office.askedAt,
            heading: true,
            cell: (row) => (
              <a href={departureHref(row.id)}>
                <DateText at={row.askedAt} as="date" />
              </a>
            ),
          },
          {
            key: 'amount',
            label: t.office.amount,
            figures: true,
            cell: (row) => formatCents(row.cents, lang, { short: true }),
          },
          {
            key: 'money',
            label: t.office.state,
            cell: (row) => <StatusTag kind={MONEY_KIND[row.money]}>{t.money[row.money]}</StatusTag>,
          },
        ]}
      />
    </section>
  )
}
