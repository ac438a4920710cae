import type { App } from '@/hooks'
import { RECEIPTS } from '../contract'
import { gapsIn } from '../domain/receipt'
import { many, type ReceiptRow } from './rows'

export type ReceiptFinding = { year: number; n: number }

/** Numbers that are missing or twice there, in every year: none, unless somebody wrote past us. */
export async function auditReceipts(app: App): Promise<ReceiptFinding[]> {
  const years = new Map<number, number[]>()
  for (const { year, n } of await many<ReceiptRow>(app, RECEIPTS, {}))
    years.set(year, [...(years.get(year) ?? []), n])
  return [...years].flatMap(([year, numbers]) => gapsIn(numbers).map((n) => ({ year, n })))
}
