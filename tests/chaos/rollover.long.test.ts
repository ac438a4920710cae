import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import { leaveNothing } from './process'
import { rolloverTest } from './rollover/rolloverTest'
import { ROLLOVER_SABOTAGES, type RolloverSabotage } from './sabotage'

/* npm run test:long: programs that are wrong on purpose, which the test of the passage must find. */

const folder = mkdtempSync(path.join(tmpdir(), 'compagnon-rollover-'))
afterAll(async () => {
  await leaveNothing()
  rmSync(folder, { recursive: true, force: true })
})

it.each(Object.keys(ROLLOVER_SABOTAGES) as RolloverSabotage[])('finds what is wrong: %s', async (broken) => {
  const { findings } = await rolloverTest({ uri: `file:${path.join(folder, `${newId()}.sqlite`)}`, broken })
  console.log(`${broken}: ${findings.length} findings, such as: ${findings.slice(0, 3).join('\n')}`)
  expect(findings).not.toEqual([])
})
