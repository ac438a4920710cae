import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atOnce } from './support/atOnce'

// The unique indexes are all there is between two processes: without any one of them the property must fail.
test.each(['key', 'debitSlot', 'creditSlot', 'settles'] as const)(
  'without the unique index on %s the ledger goes wrong, and the tests see it',
  async (withoutUnique) => {
    const run = await fc.check(atOnce({ withoutUnique }), { numRuns: 3_000, endOnFailure: true })
    expect(run.failed).toBe(true)
  },
  60_000,
)
