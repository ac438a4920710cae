import { expect, it } from 'vitest'
import { departureTexts } from '../../i18n/departure'
import { moneyLines } from './moneyLines'

const said = (byCard: number, byHand: number) =>
  moneyLines(departureTexts('fr').own, { byCard, byHand }, 'fr')

it('one season or two, by one way or two: what goes back by each', () => {
  expect(said(500, 0)).toEqual([
    expect.stringMatching(/^Vos 5\s€ de cotisation vous sont rendus sur la carte/),
  ])
  expect(said(1_000, 0)).toEqual([expect.stringMatching(/^Vos 10\s€ /)])
  expect(said(0, 1_000)).toEqual([expect.stringMatching(/^Vos 10\s€ .*de la main à la main/)])
  expect(said(500, 500)).toEqual([expect.stringContaining('carte'), expect.stringContaining('de la main')])
  expect(said(0, 0)).toEqual(['Il n’y a rien à vous rendre.'])
})
