import { expect, it } from 'vitest'
import { instantsOf, statementPeriod } from './period'

const now = new Date('2026-11-20T23:30:00Z')
const zone = 'Europe/Paris'
const at = (query: string) => statementPeriod(new URL(`http://x/releve${query}`), now, zone)

it('shows this year to date by default, in the zone of the association', () => {
  expect(at('')).toEqual({ from: '2026-01-01', to: '2026-11-21', cut: false })
})
it('takes the days given, in the right order', () => {
  expect(at('?du=2026-03-05&au=2026-02-01')).toEqual({ from: '2026-02-01', to: '2026-03-05', cut: false })
})
it('ignores what is no date', () => {
  expect(at('?du=hier&au=2026-13-40').from).toBe('2026-01-01')
})
it('shows two years at most', () => {
  expect(at('?du=1990-01-01&au=2026-01-01')).toMatchObject({ cut: true, to: '2026-01-01' })
})
it('counts whole days across the change to summer time', () => {
  const { from, to } = instantsOf({ from: '2026-03-29', to: '2026-03-29' }, zone)
  expect((to!.getTime() - from!.getTime()) / 3_600_000).toBe(23)
})
