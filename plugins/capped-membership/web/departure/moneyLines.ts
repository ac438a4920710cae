import type { Lang } from '@/core/lang'
import { formatCents } from '@/core/money'
import type { MoneyDue } from '../../service/departure/readDeparture'

type Words = { moneyCard(amount: string): string; moneyHand(amount: string): string; moneyNone: string }

/** What happens to the money of somebody who leaves: a line a way by which it goes back, whatever the number of seasons. */
export function moneyLines(t: Words, { byCard, byHand }: MoneyDue, lang: Lang): string[] {
  const amount = (cents: number) => formatCents(cents, lang, { short: true })
  const lines = [
    ...(byCard > 0 ? [t.moneyCard(amount(byCard))] : []),
    ...(byHand > 0 ? [t.moneyHand(amount(byHand))] : []),
  ]
  return lines.length > 0 ? lines : [t.moneyNone]
}
