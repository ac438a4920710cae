import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import { moneyTest } from './money/moneyTest'
import { leaveNothing } from './process'
import { seedOfRun } from './random'
import { MONEY_SABOTAGES, type MoneySabotage } from './sabotage'

/* npm run test:long: programs that are wrong on purpose, which the test of money's stories must find. */

const folder = mkdtempSync(path.join(tmpdir(), 'compagnon-money-'))
afterAll(async () => {
  await leaveNothing()
  rmSync(folder, { recursive: true, force: true })
})

it.each(Object.keys(MONEY_SABOTAGES) as MoneySabotage[])('finds what is wrong: %s', async (broken) => {
  const uri = `file:${path.join(folder, `${newId()}.sqlite`)}`
  const { findings } = await moneyTest({ uri, seed: seedOfRun(), broken })
  console.log(`${broken}: ${findings.length} findings, such as: ${findings.slice(0, 3).join('\n')}`)
  expect(findings).not.toEqual([])
})
