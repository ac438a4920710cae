import { beforeAll, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import { type App, compareAndSet, insertOnce } from '@/hooks'
import { JOB_RUNS, LEASES } from '@/hooks/runtime/collections'
import { bootApp, testDatabase } from '@/tests/support/app'
import { checkDatabase } from '../inDatabase'

let app: App
beforeAll(async () => {
  app = (await bootApp()).app
})

const look = async (alone: boolean) => {
  const findings = await checkDatabase(app, 'en', { deep: true, alone })
  return {
    findings,
    states: (check: string) => findings.filter((f) => f.check === check).map((f) => f.state),
  }
}

it('a database at rest, without a server, is well', async () => {
  const { findings, states } = await look(true)
  expect(findings.filter((f) => f.state === 'fail')).toEqual([])
  expect(states('database')).toEqual(['ok'])
  expect(states('indexes')).toEqual(['ok'])
  expect(states('clock')).toEqual(testDatabase === 'mongodb' ? ['ok'] : [])
  expect(states('restore')).toEqual([])
})

it('beside a server somebody must run the jobs, and a failing one is named', async () => {
  expect((await look(false)).states('jobs')[0]).toBe('fail')
  const key = 'ts.seal'
  await insertOnce(app, JOB_RUNS as 'job-runs', { key, nextAt: new Date().toISOString(), runs: 0 })
  await compareAndSet(app, JOB_RUNS as 'job-runs', { key: { equals: key } }, { error: 'Error: boom' })
  const { findings } = await look(true)
  expect(findings).toContainEqual(
    expect.objectContaining({ check: 'jobs', state: 'warn', says: 'ts.seal: Error: boom' }),
  )
  await compareAndSet(app, JOB_RUNS as 'job-runs', { key: { equals: key } }, { error: null })
})

it('a restore that was cut is said', async () => {
  const row = {
    id: newId(),
    key: 'restore',
    holder: '/srv/backup.tar',
    until: new Date().toISOString(),
    rev: 1,
  }
  await insertOnce(app, LEASES as 'leases', row)
  const { findings } = await look(true)
  expect(findings).toContainEqual(expect.objectContaining({ check: 'restore', state: 'fail' }))
  await app.payload.db.deleteOne({ collection: LEASES as 'leases', where: { key: { equals: 'restore' } } })
})
