import { beforeEach, describe, expect, test } from 'vitest'
import { fixedClock, HOUR, MINUTE } from '@/core/clock'
import type { AccountProjection, Ledger, Row } from '../contract'
import { projectionOf } from '../domain/state'
import { createProjector } from '../service/projector'
import { readState } from '../service/readState'
import { sealRows } from '../service/sealRows'
import { type VerifyOptions, verify } from '../service/verify'
import { MemoryStore } from '../store/memory'
import { testIds, testLedger } from './support/crashes'

const START = '2026-11-01T08:00:00Z'
const clock = fixedClock(START)
let store: MemoryStore
let ledger: Ledger
let newId: () => string

const system = (key: string) => ({ actor: 'system', key })
const give = (n: number, amount = 1) =>
  ledger.transfer({ ...system(`give-${n}`), debit: 'pool:main', credit: 'member:a', amount })
const sealAll = async () => {
  while (await sealRows(store, clock.now(), { batch: 25, checkpointEvery: 10, newId }));
}
const found = async (options: Partial<VerifyOptions> = {}) =>
  (await verify(store, { now: clock.now(), ...options })).findings.map((f) => f.code)

/** Changes what no verb changes. */
const tamper = (row: Row | undefined, change: Partial<Row>) => Object.assign(row ?? {}, change)
const rowWith = (key: string) => store.rows.find((r) => r.key === key)
const drop = (row: Row | undefined) => row && store.rows.splice(store.rows.indexOf(row), 1)

beforeEach(async () => {
  clock.set(START)
  store = new MemoryStore()
  newId = testIds(clock)
  ledger = testLedger({ store, clock, newId })
  for (const account of ['pool:main', 'member:a', 'member:b']) {
    await ledger.openAccount({ ...system(account), account })
  }
  for (let n = 0; n < 60; n++) {
    clock.advance(1_000)
    await give(n)
  }
  const move = { debit: 'member:a', credit: 'member:b', amount: 4 }
  const held = await ledger.hold({
    ...system('h'),
    ...move,
    expiresAt: new Date(clock.now().getTime() + HOUR),
  })
  if (held.ok) await ledger.post({ ...system('p'), hold: held.value.key })
  await ledger.linked({ ...system('g'), legs: [move, { ...move, debit: 'pool:main' }] })
  await ledger.reverse({ ...system('r'), original: 'system:linked:g', reason: 'mistake' })
})

test('a sealed ledger has no findings, and its checkpoints say what its rows say', async () => {
  clock.advance(3 * MINUTE)
  await sealAll()
  expect(await found()).toEqual([])
  expect(store.sealRows.length).toBeGreaterThan(1)
  expect(store.checkpointRows.length).toBeGreaterThan(1)
  for (const account of ['pool:main', 'member:a', 'member:b']) {
    expect(await readState(store, account)).toEqual(await readState(store, account, { whole: true }))
  }
})

test('rows younger than two minutes wait', async () => {
  await sealAll()
  expect(store.sealRows).toEqual([])
  expect(await sealRows(store, clock.now())).toBeNull()
})

describe('tampering shows', () => {
  beforeEach(async () => {
    clock.advance(HOUR)
    await sealAll()
  })

  test.each<[string, () => unknown, string]>([
    ['an amount', () => tamper(rowWith('system:transfer:give-7'), { amount: 50 }), 'seal.hash'],
    ['a code', () => tamper(rowWith('system:transfer:give-7'), { code: 'x' }), 'seal.row-unknown'],
    ['a row taken out', () => drop(rowWith('system:transfer:give-7')), 'slot.missing'],
    ['a row taken out', () => drop(rowWith('system:transfer:give-7')), 'seal.row-missing'],
    ['a post of another amount', () => tamper(rowWith('system:post:p'), { amount: 3 }), 'settle.amount'],
    ['a post without its hold', () => drop(rowWith('system:hold:h')), 'settle.unfounded'],
    ['a leg taken out', () => drop(rowWith('batch:system:linked:g#post:0')), 'batch.unfinished'],
    ['a decision taken out', () => drop(rowWith('system:linked:g')), 'batch.not-whole'],
    ['a seal taken out', () => store.sealRows.splice(1, 1), 'seal.chain'],
    ['a seal changed', () => Object.assign(store.sealRows[0] ?? {}, { count: 3 }), 'seal.row-missing'],
    [
      'a checkpoint',
      () => Object.assign(store.checkpointRows.at(-1) ?? {}, { balance: 999 }),
      'checkpoint.wrong',
    ],
    ['a row put in', () => putIn({ debitSlot: 'member:a:d:9' }), 'slot.missing'],
    ['a row put in', () => putIn({ debitSlot: 'member:a:d:1' }), 'slot.twice'],
    ['a row put in', () => putIn({ debitSlot: 'member:a:d:4', amount: 900 }), 'limit.broken'],
  ])('%s', async (_, change, code) => {
    change()
    expect(await found()).toContain(code)
  })

  test('the last seals taken out: shown by age, or by the seal noted elsewhere', async () => {
    const { head } = await verify(store, { now: clock.now() })
    store.sealRows.pop()
    expect(await found()).toContain('seal.behind')
    if (head) expect(await found({ head })).toContain('seal.chain')
  })

  function putIn(change: Partial<Row>) {
    const like = rowWith('system:hold:h')
    if (!like) throw new Error('no row')
    const row: Row = { ...like, id: newId(), key: 'x', creditSlot: 'member:b:c:9', settles: '-:x', ...change }
    store.rows.push({ ...row, kind: 'transfer', expiresAt: null })
  }
})

describe('rows that land late', () => {
  /** Made now, in the database only when let go. */
  async function lateRow(): Promise<Row> {
    const slot = { debitSlot: '-:late', creditSlot: 'member:a:c:62', settles: '-:late' }
    const like = rowWith('system:transfer:give-1')
    if (!like) throw new Error('no row')
    return { ...like, ...slot, id: newId(), key: 'late', at: clock.now().toISOString() }
  }

  test('are sealed with the next seal, and supersede the checkpoint that missed them', async () => {
    const row = await lateRow()
    for (let n = 0; n < 12; n++) {
      clock.advance(1_000)
      await ledger.transfer({ ...system(`on-${n}`), debit: 'member:a', credit: 'member:b', amount: 1 })
    }
    clock.advance(10 * MINUTE)
    await sealAll()
    const before = store.checkpointRows.length
    await store.insert(row)
    expect((await readState(store, 'member:a')).credits).toBe(61)
    expect((await readState(store, 'member:a', { whole: true })).credits).toBe(62)
    // A decision meets the place it does not know of, and looks at the whole history.
    expect(
      await testLedger({ store, clock, newId }).transfer({
        ...{ ...system('next'), debit: 'pool:main', credit: 'member:a', amount: 1 },
      }),
    ).toMatchObject({ value: { creditSlot: 'member:a:c:63' } })
    await sealAll()
    expect(JSON.parse(store.sealRows.at(-1)?.late ?? '[]')).toEqual([row.id])
    expect(store.checkpointRows.length).toBeGreaterThan(before)
    expect(await readState(store, 'member:a')).toEqual(await readState(store, 'member:a', { whole: true }))
    clock.advance(HOUR)
    await sealAll()
    expect(await found()).toEqual([])
  })

  test('a crash between a seal and its checkpoints is made good by the next run', async () => {
    clock.advance(10 * MINUTE)
    const insert = store.insertCheckpoint
    store.insertCheckpoint = () => Promise.reject(new Error('crash'))
    await expect(sealRows(store, clock.now(), { checkpointEvery: 10, newId })).rejects.toThrow('crash')
    store.insertCheckpoint = insert
    await sealAll()
    expect(store.checkpointRows.length).toBeGreaterThan(0)
    expect(await found()).toEqual([])
  })
})

describe('the projection', () => {
  test('is written from what was touched, and compared', async () => {
    const written = new Map<string, AccountProjection>()
    const projector = createProjector({
      store,
      failed: () => {},
      write: async (rows) => {
        for (const row of rows) if ((written.get(row.key)?.rows ?? -1) < row.rows) written.set(row.key, row)
      },
    })
    const touching = testLedger({ store, clock, newId, touch: projector.touch })
    await touching.transfer({ ...system('t'), debit: 'member:a', credit: 'member:b', amount: 2 })
    await projector.flush()
    expect([...written.keys()].sort()).toEqual(['member:a', 'member:b'])
    expect(written.get('member:b')).toEqual(projectionOf(await readState(store, 'member:b')))
    expect(await found({ projection: written.values(), sealWithin: HOUR })).toEqual([])
    await give(100)
    expect(await found({ projection: written.values(), sealWithin: HOUR })).toEqual(['projection.behind'])
    const lie = { ...projectionOf(await readState(store, 'member:a')), balance: 7 }
    expect(await found({ projection: [lie], sealWithin: HOUR })).toEqual(['projection.wrong'])
  })
})
