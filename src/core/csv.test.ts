import { expect, it } from 'vitest'
import { csv, csvPieces, withoutGuard } from './csv'

it('begins with the mark, separates by semicolons, ends lines with CRLF', () => {
  expect(
    csv([
      ['Date', 'TS'],
      ['2026-01-07', -5],
    ]),
  ).toBe('\uFEFFDate;TS\r\n2026-01-07;-5\r\n')
})

it('quotes what would break a line', () => {
  expect(csv([['a;b', 'dit « "oui" »', 'deux\nlignes', null]])).toBe(
    '\uFEFF"a;b";"dit « ""oui"" »";"deux\nlignes";\r\n',
  )
})

it.each(['=1+1', '+33 6', '-cmd', '@SUM(A1)', '\t=1', ' =1'])('never lets %j run as a formula', (text) => {
  const written = csv([[text]])
    .slice(1)
    .trim()
    .replace(/^"/, '')
  expect(written.startsWith("'")).toBe(true)
})

it.each(['-5', '-5,00', '-1234.5'])('leaves the figure %j as it is', (text) => {
  expect(csv([[text]])).toBe(`\uFEFF${text}\r\n`)
})

it('gives the guarded text back', () => {
  for (const text of ['+33 6 12 34 56 78', '=1+1', ' @x']) expect(withoutGuard(`'${text}`)).toBe(text)
  for (const text of ["'a", "l'une", "''", '']) expect(withoutGuard(text)).toBe(text)
})

it('writes in pieces what it writes whole', async () => {
  async function* pages() {
    yield [['a', 1]] as const
    yield []
    yield [['b', 2]] as const
  }
  const pieces: string[] = []
  for await (const piece of csvPieces(['x', 'y'], pages())) pieces.push(piece)
  expect(pieces).toHaveLength(3)
  expect(pieces.join('')).toBe(
    csv([
      ['x', 'y'],
      ['a', 1],
      ['b', 2],
    ]),
  )
})
