import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { UiProvider } from '../context'
import { niceScale } from '../plots/scale'
import { TsAmount } from './amounts'
import { DataTable } from './DataTable'
import { DateText } from './DateText'
import { initials } from './initials'
import { nearDate } from './near'
import { Pagination } from './Pagination'
import { pageMarks } from './pages'

const NOW = new Date('2023-01-24T23:30:00Z') // already the 25th in Paris

describe('pages', () => {
  it.each([
    [1, 1, [1]],
    [1, 2, [1, 2]],
    [1, 7, [1, 2, 'gap', 7]],
    [3, 7, [1, 2, 3, 4, 'gap', 7]],
    [4, 7, [1, 2, 3, 4, 5, 6, 7]],
    [7, 7, [1, 'gap', 6, 7]],
    [50, 100, [1, 'gap', 49, 50, 51, 'gap', 100]],
  ])('page %i of %i', (page, pages, marks) => expect(pageMarks(page, pages)).toEqual(marks))

  const html = (page: number, pages: number) =>
    renderToStaticMarkup(<Pagination page={page} pages={pages} href={(n) => `?page=${n}`} />)
  it('is nothing for one page', () => expect(html(1, 1)).toBe(''))
  it('has no previous at the first, no next at the last', () => {
    expect(html(1, 3)).not.toContain('rel="prev"')
    expect(html(1, 3)).toContain('href="?page=2" rel="next"')
    expect(html(3, 3)).not.toContain('rel="next"')
  })
  it('stays within the list when asked for a page beyond it', () => {
    expect(html(9, 3)).toContain('Page 3 sur 3')
    expect(html(-1, 3)).toContain('Page 1 sur 3')
    expect(html(2, 7).match(/aria-current="page"/g)).toHaveLength(1)
  })
})

describe('dates', () => {
  it.each([
    ['2023-01-25', 'aujourd’hui'],
    ['2023-01-26', 'demain'],
    ['2023-01-24', 'hier'],
    ['2023-01-20', 'il y a 5\u00a0jours'],
    ['2022-12-01', '1er\u00a0décembre 2022'],
    ['2023-01-24T22:30:00Z', 'il y a 1\u00a0heure'],
    ['2022-01-24T22:30:00Z', '24\u00a0janvier 2022'],
  ])('%s', (at, text) => expect(nearDate(at, NOW, 'fr', 'Europe/Paris')).toBe(text))

  it('keeps the exact date in the title and for machines', () => {
    const html = renderToStaticMarkup(
      <UiProvider lang="fr" now={NOW}>
        <DateText at="2023-01-24T22:30:00Z" />
      </UiProvider>,
    )
    expect(html).toContain('dateTime="2023-01-24T22:30:00.000Z" title="24\u00a0janvier 2023 à\u00a023:30"')
  })
})

it('an amount keeps its unit and says what is held', () => {
  const text = (html: string) => html.replace(/<[^>]+>/g, '')
  expect(text(renderToStaticMarkup(<TsAmount amount={5} />))).toBe('5\u00a0TS')
  expect(text(renderToStaticMarkup(<TsAmount amount={-2} signed />))).toBe('−2\u00a0TS')
  expect(text(renderToStaticMarkup(<TsAmount amount={12} held={3} />))).toBe(
    '12\u00a0TS dont 3\u00a0TS réservés',
  )
  expect(text(renderToStaticMarkup(<TsAmount amount={12} held={1} />))).toBe(
    '12\u00a0TS dont 1\u00a0TS réservé',
  )
})

it.each([
  ['Marie Lefèvre', 'ML'],
  ['Éléonore de la Tour', 'ÉT'],
  ['Prince', 'P'],
  ['  ', '·'],
])('initials of %s', (name, letters) => expect(initials(name)).toBe(letters))

it.each([
  [[0, 102], { min: 0, max: 150, step: 50 }],
  [[0], { min: 0, max: 1, step: 1 }],
  [[-3, 8], { min: -5, max: 10, step: 5 }],
])('a scale for %j', (values, scale) => expect(niceScale(values)).toEqual(scale))

it('a table says how it is sorted, names its rows and labels its cells for phones', () => {
  const html = renderToStaticMarkup(
    <DataTable
      caption="Missions"
      rows={[{ id: '1', name: 'Notice', price: 5 }]}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          label: 'Titre',
          heading: true,
          sort: { href: '?t', current: 'asc' },
          cell: (row) => row.name,
        },
        { key: 'price', label: 'Prix', figures: true, cell: (row) => row.price },
      ]}
    />,
  )
  expect(html).toContain('aria-sort="ascending"')
  expect(html).toContain('<th scope="row"')
  expect(html).toContain('data-label="Prix"')
})
