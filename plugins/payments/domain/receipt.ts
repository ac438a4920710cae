import { civilDate } from '@/core/dates'

/** Unique: what may be numbered only once. */
export const receiptKey = (year: number, n: number): string => `${year}:${n}`

/** The year in which a receipt is numbered: that of the day it is made on, in the association's zone. */
export const yearOf = (now: Date, zone: string): number => Number(civilDate(now, zone).slice(0, 4))

/** As people write it: `2027-0012`. */
export const numberText = ({ year, n }: { year: number; n: number }): string =>
  `${year}-${String(n).padStart(4, '0')}`

/** The same of a receipt's key: `2027:12`. */
export function numberOfKey(key: string): string {
  const [year, n] = key.split(':').map(Number)
  return numberText({ year: year ?? 0, n: n ?? 0 })
}

/** What is missing from, or twice in, the numbers of a year: none where it is whole. */
export function gapsIn(numbers: readonly number[]): number[] {
  const sorted = [...numbers].sort((a, b) => a - b)
  const gaps: number[] = []
  let expected = 1
  for (const n of sorted) {
    if (n < expected) gaps.push(n)
    while (expected < n) gaps.push(expected++)
    expected = Math.max(expected, n + 1)
  }
  return gaps
}
