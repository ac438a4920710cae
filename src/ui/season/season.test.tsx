import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { drawSeason } from './drawing'
import { SeasonFigure } from './SeasonFigure'
import { columnsFor, seatMarks, tally } from './seats'
import { seasonSvg } from './svg'
import { seasonText } from './text'

const SEASON = { seats: 120, taken: 102, held: 3 }
const count = (path: string) => path.split('M').length - 1

describe('seats', () => {
  it('draws one mark a seat', () => {
    const { paths } = drawSeason(SEASON)
    expect([count(paths.taken), count(paths.held), count(paths.heldHalf), count(paths.free)]).toEqual([
      102, 3, 3, 15,
    ])
  })

  it('never draws more or fewer than the season has, whatever it is told', () => {
    const n = fc.integer({ min: -5, max: 300 })
    fc.assert(
      fc.property(n, n, n, n, (seats, taken, held, mine) => {
        const marks = seatMarks({ seats, taken, held, mine })
        const sum = tally({ seats, taken, held })
        expect(marks).toHaveLength(Math.max(0, seats))
        expect(marks.filter((m) => m === 'taken' || m === 'mine')).toHaveLength(sum.taken)
        expect(marks.filter((m) => m === 'held')).toHaveLength(sum.held)
        expect(marks.filter((m) => m === 'free')).toHaveLength(sum.free)
      }),
    )
  })

  it("puts the reader's own seat at its number", () => {
    expect(seatMarks({ seats: 5, taken: 2, mine: 4 })).toEqual(['taken', 'free', 'free', 'mine', 'free'])
    expect(seatMarks({ seats: 4, taken: 2, mine: 9 })).toEqual(['taken', 'free', 'free', 'mine'])
  })

  it('arranges a season in full rows where it can', () => {
    expect(columnsFor(120)).toBe(20)
    expect(columnsFor(30)).toBe(10)
    expect(columnsFor(1)).toBe(1)
    expect(columnsFor(0)).toBe(1)
    expect(columnsFor(37)).toBe(11)
  })
})

describe('text', () => {
  it.each([
    [SEASON, '102 prises, 3 retenues, 15 libres sur 120 places'],
    [{ seats: 120, taken: 1, held: 1 }, '1 prise, 1 retenue, 118 libres sur 120 places'],
    [{ seats: 120, taken: 119, held: 1 }, '119 prises, 1 retenue, 0 libre sur 120 places'],
    [{ seats: 120, taken: 130 }, '120 prises, complet sur 120 places'],
    [{ seats: 120, taken: 0 }, '0 prise, 120 libres sur 120 places'],
  ])('%j', (counts, text) => expect(seasonText(counts, 'fr')).toBe(text))

  it('says which seat is the reader’s', () => {
    expect(seasonText({ ...SEASON, mine: 48 }, 'fr')).toMatch(/places ; votre place est la nᵒ 48$/)
    // The cap was lowered below it: it is still theirs.
    expect(seasonText({ ...SEASON, mine: 148 }, 'fr')).toMatch(/places ; votre place est la nᵒ 148$/)
  })

  it('speaks English too', () => {
    expect(seasonText(SEASON, 'en')).toBe('102 taken, 3 held, 15 free of 120 seats')
  })
})

describe('drawings', () => {
  it('is an image with its text', () => {
    const html = renderToStaticMarkup(<SeasonFigure {...SEASON} lang="fr" title="Saison 2023" />)
    expect(html).toContain(
      'role="img" aria-label="Saison 2023\u00a0: 102 prises, 3 retenues, 15 libres sur 120 places"',
    )
    expect(html).not.toContain('style=')
  })

  it('is a file of its own, with nothing a site may refuse', () => {
    const svg = seasonSvg({ ...SEASON, lang: 'fr', title: 'A<B & "C"', theme: 'dark' })
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 203 87"/)
    expect(svg).toContain('A&lt;B &amp; &quot;C&quot;')
    expect(svg).not.toMatch(/<style|<script|style=|undefined|NaN/)
    expect(svg.length).toBeLessThan(9_000)
  })
})
