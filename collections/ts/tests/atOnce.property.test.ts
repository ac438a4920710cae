import fc from 'fast-check'
import { test } from 'vitest'
import { atOnce } from './support/atOnce'

test('several processes at once, with crashes: each row was allowed, each retry hears the same', async () => {
  await fc.assert(atOnce(), { numRuns: 1_500 })
}, 120_000)
