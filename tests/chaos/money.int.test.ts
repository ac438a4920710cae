import { afterAll, afterEach, expect, it } from 'vitest'
import { freshDatabase, testDatabase } from '../support/app'
import { moneyTest } from './money/moneyTest'
import { killAll, leaveNothing } from './process'
import { seedOfRun } from './random'

afterEach(killAll)
afterAll(leaveNothing)

it('kill -9 at each write of pay and of refund: one seat, one receipt, the money where it belongs', {
  timeout: 600_000,
}, async () => {
  const { uri, drop } = freshDatabase()
  const seed = seedOfRun()
  const { cuts, findings, ms } = await moneyTest({ uri, seed })
  console.log(`${testDatabase}: ${cuts.length} stories cut by one kill, CHAOS_SEED=${seed}, ${ms} ms`)
  expect(findings, `CHAOS_SEED=${seed}`).toEqual([])
  // Every kind of row that money writes was on both sides of a cut.
  for (const row of [
    'provider-events',
    'checkouts',
    'card-fees',
    'payments',
    'seats',
    'memberships',
    'receipts',
  ])
    expect(
      cuts.some((cut) => cut.includes(` ${row} #`)),
      row,
    ).toBe(true)
  for (const row of [
    'departures',
    'card-refunds',
    'refunds',
    'credit-returns',
    'ledger',
    'sign-ins',
    'mails',
  ])
    expect(
      cuts.some((cut) => cut.includes(` ${row} #`)),
      row,
    ).toBe(true)
  drop()
})
