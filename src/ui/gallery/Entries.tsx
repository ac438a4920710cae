import * as Ui from '../index'

type Entry = { id: string; at: string; what: string; ts: number; left: number }
const ENTRIES: readonly Entry[] = [
  { id: '1', at: '2023-01-08', what: 'Bienvenue dans l’association', ts: 5, left: 5 },
  { id: '2', at: '2023-01-12', what: 'Mission apportée : traduire une notice', ts: 5, left: 10 },
  { id: '3', at: '2023-01-19', what: 'Coordonnées d’un donneur d’ordre', ts: -2, left: 8 },
]

/** A table as it stands in a page, and on paper. */
export function Entries() {
  return (
    <Ui.DataTable
      caption="Mouvements de janvier"
      rows={ENTRIES}
      rowKey={(row) => row.id}
      columns={[
        { key: 'what', label: 'Objet', heading: true, cell: (row) => row.what },
        {
          key: 'at',
          label: 'Date',
          sort: { href: '?tri=date', current: 'desc' },
          cell: (row) => <Ui.DateText at={row.at} as="date" />,
        },
        {
          key: 'ts',
          label: 'Mouvement',
          figures: true,
          sort: { href: '?tri=ts' },
          cell: (row) => <Ui.TsAmount amount={row.ts} signed />,
        },
        { key: 'left', label: 'Solde', figures: true, cell: (row) => <Ui.TsAmount amount={row.left} /> },
      ]}
      totals={{ what: 'Au 24 janvier', left: <Ui.TsAmount amount={8} /> }}
    />
  )
}
