import { expect } from 'vitest'
import type { Row } from '../../contract'

type Account = { balance: number; out: number; in: number; min: number; max: number; closed: boolean }

/**
 * The model: the rows one after another, in the order in which they came to stand, each allowed by what
 * stood before it. Whatever the interleaving, this must hold at each single row.
 */
export function strictReplay(rows: readonly Row[]): Map<string, Account> {
  const accounts = new Map<string, Account>()
  const of = (key: string): Account => {
    const account = accounts.get(key)
    if (!account) throw new Error(`a row on ${key} before its opening`)
    return account
  }
  const keys = new Set<string>()
  const open = new Map<string, Row>()
  const reversed = new Set<string>()
  for (const row of rows) {
    expect(keys.has(row.key), `one row under ${row.key}`).toBe(false)
    keys.add(row.key)
    if (row.settles.startsWith('reverse:')) {
      expect(reversed.has(row.settles), `one ${row.settles}`).toBe(false)
      reversed.add(row.settles)
    }
    if (row.kind === 'refused' || row.debit.startsWith('batch:')) continue
    const limited = !row.debit.startsWith('pool:')
    if (row.kind === 'open') {
      expect(accounts.has(row.debit)).toBe(false)
      const min = limited ? (row.min ?? 0) : Number.NEGATIVE_INFINITY
      const max = row.max ?? Number.POSITIVE_INFINITY
      accounts.set(row.debit, { balance: 0, out: 0, in: 0, min, max, closed: false })
      continue
    }
    const from = of(row.debit)
    const to = of(row.credit)
    const settling = row.kind === 'post' || row.kind === 'void'
    if (settling) {
      const held = open.get(row.settles)
      expect(held, `${row.key} settles an open hold`).toBeDefined()
      expect([row.debit, row.credit, row.amount]).toEqual([held?.debit, held?.credit, held?.amount])
      open.delete(row.settles)
      from.out -= row.amount
      to.in -= row.amount
    } else {
      expect(from.closed || to.closed, `${row.key} on a closed account`).toBe(false)
    }
    if (row.kind === 'transfer' || row.kind === 'post') {
      from.balance -= row.amount
      to.balance += row.amount
    }
    if (row.kind === 'hold') {
      open.set(row.key, row)
      from.out += row.amount
      to.in += row.amount
    }
    if (row.kind === 'transfer' || row.kind === 'hold') {
      expect(from.balance - from.out, `${row.key} keeps the lower limit`).toBeGreaterThanOrEqual(from.min)
      expect(to.balance + to.in, `${row.key} keeps the upper limit`).toBeLessThanOrEqual(to.max)
    }
    if (row.kind === 'limit') Object.assign(from, { min: row.min, max: row.max ?? Number.POSITIVE_INFINITY })
    if (row.kind === 'close') {
      expect([from.balance, from.out, from.in]).toEqual([0, 0, 0])
      from.closed = true
    }
  }
  checkGroups(rows)
  return accounts
}

/** A group goes one way as a whole: its legs as its decision. */
function checkGroups(rows: readonly Row[]): void {
  const decisions = new Map<string, string>()
  const legs = new Map<string, number>()
  for (const row of rows) {
    if (row.batch === null || row.kind === 'refused') continue
    if (row.key === row.batch) {
      decisions.set(row.batch, row.kind)
      if (row.kind === 'post') expect(legs.get(row.batch), 'legs before their posting').toBe(row.legs)
    } else if (row.kind === 'hold') legs.set(row.batch, (legs.get(row.batch) ?? 0) + 1)
    else expect(row.kind).toBe(decisions.get(row.batch))
  }
}
