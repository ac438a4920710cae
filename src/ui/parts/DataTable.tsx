import type { ReactNode } from 'react'
import { Icon } from '../brand/Icon'
import { cx } from '../classes'
import { useUi } from '../context'
import { T, typesetNode } from '../T'
import { texts } from '../texts'

export type Column<Row> = {
  key: string
  label: string
  cell: (row: Row) => ReactNode
  /** Figures: set to the right, in tabular figures. */
  figures?: boolean
  /** The cell that names its row; on a phone it is the card's title. */
  heading?: boolean
  /** A link that sorts by this column; `current` when it already does. */
  sort?: { href: string; current?: 'asc' | 'desc' }
  /** The header is heard but not seen (a column of buttons). */
  labelHidden?: boolean
}

export type DataTableProps<Row> = {
  /** What the table holds; seen unless `captionHidden`. */
  caption: string
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  empty?: ReactNode
  /** A last row of totals, by column key. */
  totals?: Readonly<Record<string, ReactNode>>
}

// Rows are stacked cards on a phone; some browsers then forget that it is a table, unless roles say so.
const TABLE = { role: 'table' }
const GROUP = { role: 'rowgroup' }
const ROW = { role: 'row' }
const CELL = { role: 'cell' }
const COLUMN = { role: 'columnheader' }
const HEADER = { role: 'rowheader' }

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden, columns, rows, rowKey, empty, totals } = props
  const { lang } = useUi()
  const t = texts(lang).table
  return (
    <div className="table">
      <table {...TABLE}>
        <caption className={captionHidden ? 'visually-hidden' : undefined}>
          <T>{caption}</T>
        </caption>
        <thead {...GROUP}>
          <tr {...ROW}>
            {columns.map((column) => (
              <ColumnHead key={column.key} column={column} t={t} />
            ))}
          </tr>
        </thead>
        <tbody {...GROUP}>
          {rows.map((row) => (
            <tr key={rowKey(row)} {...ROW}>
              {columns.map((column) => dataCell(column, typesetNode(column.cell(row), lang)))}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr {...ROW}>
              <td className="table__empty" colSpan={columns.length} {...CELL}>
                <T>{empty ?? t.empty}</T>
              </td>
            </tr>
          )}
        </tbody>
        {totals && (
          <tfoot {...GROUP}>
            <tr {...ROW}>
              {columns.map((column) => dataCell(column, typesetNode(totals[column.key], lang)))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

function ColumnHead<Row>({ column, t }: { column: Column<Row>; t: ReturnType<typeof texts>['table'] }) {
  const { sort } = column
  const label = <span className={column.labelHidden ? 'visually-hidden' : undefined}>{column.label}</span>
  const sorted = sort?.current === 'asc' ? 'ascending' : sort?.current === 'desc' ? 'descending' : undefined
  return (
    <th scope="col" className={cx(column.figures && 'table__figures')} aria-sort={sorted} {...COLUMN}>
      {sort ? (
        <a
          className="table__sort"
          href={sort.href}
          title={sorted ? (sorted === 'ascending' ? t.sortUp : t.sortDown) : t.sort}
        >
          {label}
          {sorted && <Icon name={sorted === 'ascending' ? 'up' : 'down'} size={16} />}
        </a>
      ) : (
        label
      )}
    </th>
  )
}

/** No component: a long table has hundreds, and each would take as long as what it shows. */
function dataCell<Row>(column: Column<Row>, content: ReactNode) {
  const { key, label, figures, heading, labelHidden } = column
  const className = cx(figures && 'table__figures', heading && 'table__heading') || undefined
  if (heading) {
    return (
      <th key={key} scope="row" className={className} {...HEADER}>
        {content}
      </th>
    )
  }
  return (
    <td key={key} className={className} data-label={labelHidden ? undefined : label} {...CELL}>
      <div className="table__cell">{content}</div>
    </td>
  )
}
