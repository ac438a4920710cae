import { expect, it } from 'vitest'
import { schedule } from './schedule.mjs'

/** Runs stages `[name, weight, ticks, after]` and answers the order in which they began and ended. */
async function trace(...stages) {
  const events = []
  const results = await schedule(
    stages.map(([name, weight, ticks, after]) => ({
      name,
      weight,
      after,
      run: async () => {
        events.push(`+${name}`)
        await new Promise((resolve) => setTimeout(resolve, ticks * 15))
        events.push(`-${name}`)
        return name.toUpperCase()
      },
    })),
  )
  return { events: events.join(' '), results: results.map(({ result }) => result) }
}

it('runs two light stages at once, a heavy one alone, and keeps their order', async () => {
  expect(await trace(['a', 1, 2], ['b', 1, 1], ['c', 1, 3], ['d', 2, 1])).toEqual({
    events: '+a +b -b +c -a -c +d -d',
    results: ['A', 'B', 'C', 'D'],
  })
})

it('lets none overtake', async () => {
  expect((await trace(['a', 1, 1], ['b', 2, 1], ['c', 1, 1])).events).toBe('+a -a +b -b +c -c')
})

it('waits for what a stage comes after', async () => {
  expect((await trace(['a', 1, 2], ['b', 1, 1, ['a']])).events).toBe('+a -a +b -b')
})
