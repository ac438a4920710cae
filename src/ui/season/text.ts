import { formatNumber, type Lang, plural } from '@/core/lang'
import { texts } from '../texts'
import { type SeatCounts, tally } from './seats'

/** « 102 prises, 3 retenues, 15 libres sur 120 places »: what the drawing says, for who does not see it. */
export function seasonText(counts: SeatCounts, lang: Lang): string {
  const t = texts(lang).season
  const { seats, taken, held, free, mine } = tally(counts)
  const count = (n: number, one: string, other: string) =>
    `${formatNumber(n, lang)} ${plural(lang, n, { one, other })}`
  const parts = [count(taken, t.takenOne, t.taken)]
  if (held > 0) parts.push(count(held, t.heldOne, t.held))
  parts.push(free === 0 && held === 0 ? t.full : count(free, t.freeOne, t.free))
  const all = `${parts.join(', ')} ${t.of(formatNumber(seats, lang))}`
  return mine > 0 ? `${all}${t.mine(mine)}` : all
}
