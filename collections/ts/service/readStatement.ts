import type { App } from '@/hooks'
import type { Move } from '../contract'
import type { LedgerStore } from '../store/port'
import { ledgerStoreOf } from './ledgerOf'
import { readState } from './readState'
import { signedAmount } from './signedAmount'

export type StatementLine = { row: Move; amount: number; balance: number }
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
 * themselves: the account's last checkpoint, and every row that it does not know or that is of the period or later.
 * Null when there is no such account.
 */
export const readStatement = (
  app: App,
  account: string,
  period: { from: Date; to: Date },
): Promise<Statement | null> => statementOf(ledgerStoreOf(app), account, period)

/** The same, from a store. */
export async function statementOf(
  store: LedgerStore,
  account: string,
  period: { from: Date; to: Date },
): Promise<Statement | null> {
  const checkpoint = await store.lastCheckpoint(account)
  const known = checkpoint?.upTo ?? ''
  const [from, to] = [period.from.toISOString(), period.to.toISOString()]
  const rows = await rowsSince(store, account, { id: known, at: from })
  if (!checkpoint && rows.length === 0 && !(await readState(store, account)).opened) return null

  let balance = checkpoint?.balance ?? 0
  for (const row of rows) if (row.id <= known) balance -= signedAmount(row, account)
  let [opening, received, given] = [balance, 0, 0]
  const lines: StatementLine[] = []
  for (const row of rows) {
    const amount = signedAmount(row, account)
    if (row.at >= to) continue
    balance += amount
    if (row.at < from) {
      opening += amount
      continue
    }
    if (amount > 0) received += amount
    else given -= amount
    lines.push({ row, amount, balance })
  }
  return { opening, closing: balance, received, given, lines }
}

/** Oldest first. */
async function rowsSince(
  store: LedgerStore,
  account: string,
  sinceEither: { id: string; at: string },
): Promise<Move[]> {
  const found: Move[] = []
  for (let before: string | undefined; ; ) {
    const rows = await store.moves({
      account,
      kinds: ['transfer', 'post'],
      sinceEither,
      newestFirst: true,
      limit: PAGE,
      ...(before ? { before } : {}),
    })
    found.push(...rows)
    before = rows.at(-1)?.id
    if (rows.length < PAGE) return found.reverse()
  }
}
