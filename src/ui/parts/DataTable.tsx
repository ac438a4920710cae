import type { ReactNode } from 'react'
import { Icon } from '../brand/Icon'
import { cx } from '../classes'
import { T } from '../T'
import { useTexts } from '../useTexts'

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
  const t = useTexts().table
  return (
    <div className="table">
      <table {...TABLE}>
        <caption className={captionHidden ? 'visually-hidden' : undefined}>
          <T>{caption}</T>
        </caption>
        <thead {...GROUP}>
          <tr {...ROW}>
            {columns.map((column) => (
              <ColumnHead key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody {...GROUP}>
          {rows.map((row) => (
            <tr key={rowKey(row)} {...ROW}>
              {columns.map((column) => (
                <DataCell key={column.key} column={column}>
                  {column.cell(row)}
                </DataCell>
              ))}
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
              {columns.map((column) => (
                <DataCell key={column.key} column={column}>
                  {totals[column.key]}
                </DataCell>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

function ColumnHead<Row>({ column }: { column: Column<Row> }) {
  const t = useTexts().table
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

function DataCell<Row>({ column, children }: { column: Column<Row>; children: ReactNode }) {
  const className = cx(column.figures && 'table__figures', column.heading && 'table__heading')
  const content = <T>{children}</T>
  if (column.heading) {
    return (
      <th scope="row" className={className} {...HEADER}>
        {content}
      </th>
    )
  }
  return (
    <td
      className={className || undefined}
      data-label={column.labelHidden ? undefined : column.label}
      {...CELL}
    >
      <div className="table__cell">{content}</div>
    </td>
  )
}
