import { formatDate } from '@/core/dates'
import type { WidgetContext } from '@/hooks'
import { DataTable, StatusTag } from '@/ui'
import { texts } from '../i18n'
import { allSeasons, applicationsOf } from '../service/rows'
import { STATE_KIND, stateWord } from './history'
import { fileHref } from './officeAccess'

/** On the files of people: their applications, the latest first, each leading to its file. */
export async function applicationsPanel({ app, lang }: WidgetContext, { id }: { id: string }) {
  const [rows, seasons] = await Promise.all([applicationsOf(app, id), allSeasons(app)])
  if (rows.length === 0) return null
  const t = texts(lang)
  const names = new Map(seasons.map((s) => [s.id, lang === 'en' ? s.titleEn : s.titleFr]))
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
            key: 'season',
            label: t.office.season,
            heading: true,
            cell: (row) => <a href={fileHref(row.id)}>{names.get(row.season) ?? row.id}</a>,
          },
          {
            key: 'state',
            label: t.office.state,
            cell: (row) => <StatusTag kind={STATE_KIND[row.state]}>{stateWord(row, lang)}</StatusTag>,
          },
          {
            key: 'received',
            label: t.office.since,
            cell: (row) => formatDate(row.createdAt, lang, app.settings.timeZone),
          },
        ]}
      />
    </section>
  )
}
