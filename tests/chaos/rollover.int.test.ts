import { afterAll, afterEach, expect, it } from 'vitest'
import { freshDatabase } from '../support/app'
import { killAll, leaveNothing } from './process'
import { rolloverTest } from './rollover/rolloverTest'

afterEach(killAll)
afterAll(leaveNothing)

it('kill -9 in the passage to the next season: the next start goes on, and each member is carried once', {
  timeout: 200_000,
}, async () => {
  const { uri, drop } = freshDatabase()
  const { writes, cuts, findings } = await rolloverTest({ uri })
  expect(findings).toEqual([])
  // Every kind of write of the passage was on a side of a cut.
  const kinds = (points: string[]) => [...new Set(points.map((point) => point.replace(/ #\d+$/, '')))].sort()
  expect(kinds(cuts.map(({ point }) => point))).toEqual(kinds(writes))
  drop()
})
