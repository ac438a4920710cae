import fc from 'fast-check'
import { expect, test } from 'vitest'
import { systemClock } from '@/core/clock'
import type { UniqueField } from '../store/port'
import { atOnce } from './support/atOnce'
import { openAll } from './support/commands'
import { testLedger, WitnessedStore } from './support/crashes'

// The unique indexes are all there is between two processes: without any one of them the property must fail.
test.each(['debitSlot', 'creditSlot', 'settles'] as const)(
  'without the unique index on %s the ledger goes wrong, and the tests see it',
  async (withoutUnique) => {
    const run = await fc.check(atOnce({ withoutUnique }), { numRuns: 2_000, endOnFailure: true })
    expect(run.failed).toBe(true)
  },
  60_000,
)

// Unused fields derive from the key, so they mostly hold it too; what only the key holds is a retry that
// could be decided otherwise by now: a reversal refused while its hold was open.
test.each([
  { withoutUnique: undefined, again: 'hold.open' },
  { withoutUnique: 'key' as const, again: 'ok' },
])(
  'with the index on key, a refusal stays ($withoutUnique left out: $again)',
  async ({ withoutUnique, again }: { withoutUnique: UniqueField | undefined; again: string }) => {
    const store = new WitnessedStore(withoutUnique ? { withoutUnique } : {})
    const ledger = testLedger({ store, clock: systemClock })
    await openAll(ledger)
    const by = (key: string) => ({ actor: 'system', key })
    const move = { debit: 'member:a', credit: 'member:b', amount: 3 }
    await ledger.hold({ ...by('h'), ...move, expiresAt: new Date(Date.now() + 60_000) })
    const ask = { ...by('r'), original: 'system:hold:h', reason: 'mistake' }
    expect(await ledger.reverse(ask)).toMatchObject({ reason: 'hold.open' })
    await ledger.post({ ...by('p'), hold: 'system:hold:h' })
    const second = await ledger.reverse(ask)
    expect(second.ok ? 'ok' : second.reason).toBe(again)
  },
)
