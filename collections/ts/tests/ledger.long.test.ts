import fc from 'fast-check'
import { test } from 'vitest'
import { atOnce } from './support/atOnce'
import { inSequence } from './support/inSequence'

/* npm run test:long: the ledger's properties, eight times as often as in npm test: two minutes of CPU. */

test('one command after another, 20,000 times', async () => {
  await fc.assert(inSequence(), { numRuns: 20_000 })
})

test('several processes at once, 12,000 times', async () => {
  await fc.assert(atOnce(), { numRuns: 12_000 })
})
