import type { FaultRow } from '@/hooks/runtime'
import { DataTable, DateText } from '@/ui'
import type { Texts } from '../i18n'

type Props = { caption: string; faults: readonly FaultRow[]; t: Texts; withModule?: boolean }

/** A widget is known by its place. */
const nameOf = (kind: FaultRow['kind'], name: string, t: Texts): string =>
  kind === 'widget' && name in t.places ? t.places[name as keyof Texts['places']] : name

/** What went wrong: where, what was said, how often. */
export const FaultTable = ({ caption, faults, t, withModule }: Props) => (
  <DataTable
    caption={caption}
    rows={faults}
    rowKey={(row) => row.id}
    columns={[
      {
        key: 'where',
        label: t.fault.where,
        heading: true,
        cell: ({ module, kind, name }) =>
          `${withModule ? `${module}, ` : ''}${t.fault.at(t.kinds[kind], nameOf(kind, name, t))}`,
      },
      { key: 'what', label: t.fault.what, cell: (row) => <code>{row.message}</code> },
      { key: 'times', label: t.fault.times, figures: true, cell: (row) => row.count },
      { key: 'when', label: t.fault.when, cell: (row) => <DateText at={row.lastAt} as="datetime" /> },
    ]}
  />
)
