import { formatCents } from '@/core/money'
import type { RouteContext } from '@/hooks'
import { DataTable, Section } from '@/ui'
import type { Reconciliation } from '../domain/reconcile'
import { texts } from '../i18n'

type SumsProps = { ctx: RouteContext } & Pick<Reconciliation, 'theirs' | 'ours' | 'foreign'>

/** What either side says came in and was given back. */
export function Sums({ ctx, theirs, ours, foreign }: SumsProps) {
  const r = texts(ctx.lang).reconcile
  const money = (cents: number) => formatCents(cents, ctx.lang)
  return (
    <Section title={r.sums}>
      <DataTable
        caption={r.sums}
        captionHidden
        rows={[
          { key: 'paid', label: r.paid, theirs: theirs.paid, ours: ours.paid },
          { key: 'returned', label: r.returned, theirs: theirs.returned, ours: ours.returned },
        ]}
        rowKey={(row) => row.key}
        columns={[
          { key: 'label', label: r.sums, labelHidden: true, heading: true, cell: (row) => row.label },
          { key: 'theirs', label: r.stripe, figures: true, cell: (row) => money(row.theirs) },
          { key: 'ours', label: r.us, figures: true, cell: (row) => money(row.ours) },
        ]}
      />
      {foreign.count > 0 && <p>{r.foreign(foreign.count, money(foreign.cents))}</p>}
    </Section>
  )
}
