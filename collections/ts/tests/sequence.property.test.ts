import fc from 'fast-check'
import { test } from 'vitest'
import { inSequence } from './support/inSequence'

test('one command after another, with crashes and retries, says what the model says', async () => {
  await fc.assert(inSequence(), { numRuns: 2_500 })
}, 120_000)
