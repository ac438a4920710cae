import type { ReactNode } from 'react'
import { type Column, DataTable, DateText, TsAmount } from '@/ui'
import type { Texts } from '../i18n'
import type { Line } from './lines'

/** Movements as a table; on a phone each is a card. */
export function Movements({
  lines,
  t,
  captionHidden,
  extra = [],
}: {
  lines: readonly Line[]
  t: Texts
  captionHidden?: boolean
  extra?: readonly Column<Line>[]
}) {
  const columns: Column<Line>[] = [
    { key: 'date', label: t.list.date, cell: (line) => <DateText at={line.at} as="date" /> },
    { key: 'what', label: t.list.what, heading: true, cell: (line) => <What line={line} /> },
    { key: 'who', label: t.list.who, cell: who },
    { key: 'amount', label: t.list.amount, figures: true, cell: amountOf },
    ...extra,
  ]
  return (
    <DataTable
      caption={t.list.caption}
      captionHidden={captionHidden}
      columns={columns}
      rows={lines}
      rowKey={(line) => line.id}
      empty={t.list.none}
    />
  )
}

function What({ line }: { line: Line }) {
  if (!line.purpose) return line.what
  return (
    <>
      {line.what}
      {' · '}
      {line.href ? <a href={line.href}>{line.purpose}</a> : line.purpose}
    </>
  )
}

function who(line: Line): ReactNode {
  if (!line.counterpart) return '–'
  return line.counterpart.href ? (
    <a href={line.counterpart.href}>{line.counterpart.name}</a>
  ) : (
    line.counterpart.name
  )
}

/** What moved bears its sign; what is only held does not. */
function amountOf(line: Line): ReactNode {
  if (line.moved !== 0) return <TsAmount amount={line.moved} signed />
  return line.held ? <TsAmount amount={line.held} /> : '–'
}
