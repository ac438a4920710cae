import { beforeAll, expect, it } from 'vitest'
import { ledgerOf } from '@/collections/ts/service/ledgerOf'
import { openMemberAccount } from '@/collections/ts/service/openMemberAccount'
import { MINUTE } from '@/core/clock'
import { newId } from '@/core/ids'
import { type App, compareAndSet, insertDeciding, insertOnce, type Measures } from '@/hooks'
import { onMeasure } from '@/hooks/measure'
import { DELIVERIES } from '@/hooks/runtime/collections'
import { bootApp } from '@/tests/support/app'
import { readVitals } from '../../vitals/readVitals'

let app: App
beforeAll(async () => {
  app = (await bootApp()).app
})

it('what waits is counted, and since when', async () => {
  const before = await readVitals(app)
  const person = newId()
  const fact = { name: 'member.created', key: `x:${person}`, at: '', data: { person } } as const
  await insertDeciding(app, 'standings', { person, standing: 'prospect' }, [fact])
  const old = new Date(Date.now() - 10 * MINUTE).toISOString()
  for (const state of ['pending', 'dead', 'done']) {
    const key = newId()
    const row = { key, event: key, name: 'x', listener: 'x/x', state, attempts: 0, createdAt: old }
    await insertOnce(app, DELIVERIES as 'hook-deliveries', row)
  }
  await insertOnce(app, 'mails', {
    key: newId(),
    to: 'a@b',
    subject: 'x',
    template: 'x',
    lang: 'fr',
    state: 'kept',
    attempts: 0,
    queuedAt: old,
    nextAt: old,
    messageId: newId(),
  })
  const after = await readVitals(app)
  expect(after.facts.count).toBe(before.facts.count + 1)
  expect(after.facts.oldest).toBeInstanceOf(Date)
  expect(after.deliveries.pending.count).toBe(before.deliveries.pending.count + 1)
  expect(after.deliveries.dead.count).toBe(before.deliveries.dead.count + 1)
  expect(after.deliveries.pending.oldest?.getTime()).toBeLessThanOrEqual(new Date(old).getTime())
  expect(after.mails.kept.count).toBe(before.mails.kept.count + 1)
  expect(after.seats === null || typeof after.seats.counts.free === 'number').toBe(true)
  // Left as found: other files of this worker look at what is given up.
  await compareAndSet(
    app,
    DELIVERIES as 'hook-deliveries',
    { listener: { equals: 'x/x' } },
    { state: 'done' },
  )
  await compareAndSet(
    app,
    DELIVERIES as 'hook-deliveries',
    { and: [{ listener: { equals: 'x/x' } }, { state: { not_equals: 'done' } }] },
    { state: 'done' },
  )
})

it('the ledger tells what came of each question', async () => {
  const heard: Measures['ledger'][] = []
  const stop = onMeasure('ledger', (m) => heard.push(m))
  const [a, b] = [newId(), newId()]
  await openMemberAccount(app, a)
  await openMemberAccount(app, b)
  await ledgerOf(app).transfer({
    actor: 'test',
    key: newId(),
    debit: `member:${a}`,
    credit: `member:${b}`,
    amount: 999_999,
  })
  stop()
  expect(heard.map(({ verb, outcome }) => `${verb} ${outcome}`)).toEqual([
    'openAccount recorded',
    'openAccount recorded',
    'transfer not-enough',
  ])
})
