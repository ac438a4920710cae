import { afterAll, afterEach, expect, it } from 'vitest'
import { freshDatabase, testDatabase } from '../support/app'
import { killTest } from './killTest'
import { killAll, leaveNothing } from './process'
import { seedOfRun } from './random'
import { LANES } from './storyPlan'

afterEach(killAll)
afterAll(leaveNothing)

it('kill -9 mid-story, ten times: nothing acknowledged is lost, nothing is doubled', {
  timeout: 600_000,
}, async () => {
  const database = freshDatabase()
  const seed = seedOfRun()
  // Printed at once: a run that hangs can be had again too.
  console.log(`${testDatabase}: CHAOS_SEED=${seed}`)
  const report = await killTest({ uri: database.uri, kills: 10, seed, cap: 120 })
  const { kills, early, acks, stories, ms, slowestStartMs } = report
  console.log(
    `${testDatabase}: ${kills} kills (${early} while opening), ${acks.length} acts acknowledged, ${stories} stories, ${ms} ms, slowest start ${slowestStartMs} ms`,
  )
  expect(report.findings, `CHAOS_SEED=${seed}`).toEqual([])
  // It proves something only if much was done between the kills.
  // How far a run gets hangs on where its kills fall; each lane ends at least one story.
  expect(stories).toBeGreaterThanOrEqual(LANES)
  expect(acks.length).toBeGreaterThan(60)
  database.drop()
})
