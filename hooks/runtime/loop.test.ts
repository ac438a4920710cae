import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { Loop } from './loop'

const never = 1_000_000

it('makes one run of several wakes, and one more of those that come during it', async () => {
  let runs = 0
  const loop = new Loop(
    async () => {
      runs += 1
      await sleep(20)
    },
    { everyMs: never, delayMs: 1, onError: () => undefined },
  )
  loop.wake()
  await sleep(10)
  expect(runs).toBe(0)
  loop.start()
  await sleep(10)
  expect(runs).toBe(1)
  for (let i = 0; i < 10; i++) loop.wake()
  await sleep(60)
  expect(runs).toBe(2)
  await loop.stop()
})

it('goes on after an error', async () => {
  const errors: unknown[] = []
  let runs = 0
  const loop = new Loop(
    async () => {
      runs += 1
      throw new Error(`run ${runs}`)
    },
    { everyMs: 5, onError: (error) => errors.push(error) },
  )
  loop.start()
  // However busy the machine is.
  await vi.waitFor(() => expect(runs).toBeGreaterThan(2), { timeout: 4_000 })
  await loop.stop()
  expect(errors.length).toBe(runs)
})

it('waits for the present run when it stops, and begins none after', async () => {
  let ended = 0
  const loop = new Loop(
    async () => {
      await sleep(20)
      ended += 1
    },
    { everyMs: 1, onError: () => undefined },
  )
  loop.start()
  await sleep(5)
  await loop.stop()
  expect(ended).toBe(1)
  await sleep(40)
  expect(ended).toBe(1)
})
