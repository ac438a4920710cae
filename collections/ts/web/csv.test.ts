import { expect, it } from 'vitest'
import { csv } from './csv'

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
