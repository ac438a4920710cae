import * as Ui from '../index'
import { Entries } from './Entries'
import { SEATS } from './examples'
import { Show } from './Show'

/** Amounts, dates, tables, drawings of numbers. */
export function Figures() {
  return (
    <>
      <Show title="Montants et dates">
        <Ui.DefinitionList
          items={[
            { term: 'Solde', value: <Ui.TsAmount amount={12} held={3} /> },
            { term: 'Un seul réservé', value: <Ui.TsAmount amount={1200} held={1} /> },
            { term: 'Mouvement', value: <Ui.TsAmount amount={-2} signed /> },
            { term: 'Cotisation', value: <Ui.Money cents={500} short /> },
            { term: 'Prix', value: <Ui.Money cents={123450} /> },
            { term: 'Proche', value: <Ui.DateText at="2023-01-25" /> },
            { term: 'Instant', value: <Ui.DateText at="2023-01-24T13:00:00Z" /> },
            { term: 'Loin', value: <Ui.DateText at="2022-09-01T13:00:00Z" /> },
          ]}
        />
      </Show>

      <Show title="Tableau">
        <Entries />
        <Ui.DataTable
          caption="Tableau vide"
          columns={[{ key: 'a', label: 'Date', cell: () => '' }]}
          rows={[]}
          rowKey={() => ''}
        />
        <Ui.Pagination page={4} pages={12} href={(page) => `?page=${page}`} />
        <Ui.Pagination
          page={1}
          pages={2}
          href={(page) => `?list=b&page=${page}`}
          label="Pages de l’autre liste"
        />
      </Show>

      <Show title="La saison">
        <Ui.SeasonGrid {...SEATS} size="large" title="Saison 2023" />
        <Ui.SeasonGrid {...SEATS} size="medium" mine={48} />
        <Ui.SeasonGrid seats={30} taken={30} size="small" title="Complète" />
        <Ui.SeasonGrid seats={37} taken={4} held={2} size="small" title="Trente-sept places" />
      </Show>

      <Show title="Courbes et barres">
        <Ui.BarPlot
          title="Heures échangées par métier"
          heads={['Métier', 'Heures']}
          bars={[
            { label: 'Traduction', value: 42 },
            { label: 'Comptabilité', value: 31, marked: true },
            { label: 'Mise en page', value: 12 },
            { label: 'Photo', value: 0 },
          ]}
        />
        <Ui.LinePlot
          title="Adhésions depuis l’ouverture"
          points={['7 janv.', '10 janv.', '13 janv.', '16 janv.', '20 janv.', '24 janv.']}
          lines={[
            { label: '2023', values: [8, 31, 52, 70, 91, 102], marked: true },
            { label: '2022', values: [3, 12, 20, 33, null, null] },
          ]}
        />
      </Show>
    </>
  )
}
