import type { App } from '@/hooks'
import type { Row } from '../contract'
import { ledgerOf, ledgerStoreOf } from './ledgerOf'
import { signedAmount } from './signedAmount'

export type StatementLine = { row: Row; amount: number; balance: number }
export type Statement = {
  opening: number
  closing: number
  received: number
  given: number
  /** Oldest first, each with the balance after it. */
  lines: StatementLine[]
}

const PAGE = 1_000

/**
 * What moved in a period (from ≤ at < to) with the balance before and after, exact, from the entries
 * themselves. Null when there is no such account.
 */
export async function readStatement(
  app: App,
  account: string,
  period: { from: Date; to: Date },
): Promise<Statement | null> {
  const state = await ledgerOf(app).readAccount(account)
  if (!state.ok) return null
  const end = period.to.toISOString()
  let closing = state.value.balance
  const within: Row[] = []
  for (let before: string | undefined; ; ) {
    const rows = await ledgerStoreOf(app).page({
      account,
      kinds: ['transfer', 'post'],
      atFrom: period.from.toISOString(),
      newestFirst: true,
      limit: PAGE,
      ...(before ? { before } : {}),
    })
    for (const row of rows) {
      if (row.at >= end) closing -= signedAmount(row, account)
      else within.push(row)
    }
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) break
    before = last.id
  }
  const amounts = within.map((row) => signedAmount(row, account))
  const received = amounts.reduce((sum, n) => sum + Math.max(0, n), 0)
  const given = amounts.reduce((sum, n) => sum - Math.min(0, n), 0)
  const opening = closing - received + given
  let balance = opening
  const lines = within.reverse().map((row) => {
    const amount = signedAmount(row, account)
    balance += amount
    return { row, amount, balance }
  })
  return { opening, closing, received, given, lines }
}
