import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixedClock, HOUR, systemClock } from '@/core/clock'
import { unwrap } from '@/core/result'
import type { Ledger, Outcome, Row } from '../contract'
import { createLedger } from '../service/createLedger'
import { statementOf } from '../service/readStatement'
import { sealRows } from '../service/sealRows'
import { signedAmount } from '../service/signedAmount'
import { verify } from '../service/verify'
import type { LedgerStore } from '../store/port'
import { ACCOUNTS, ask, command, openAll, perform } from './support/commands'
import { testIds } from './support/crashes'
import { Model } from './support/model'
import { type Opened, openStore } from './support/openStore'

let opened: Opened
beforeAll(async () => {
  opened = await openStore()
}, 60_000)
afterAll(() => opened?.close())

const system = { actor: 'system' }
const awards = (n: number, key = 'award') =>
  ({ ...system, key: `${key}-${n}`, debit: 'pool:main', credit: 'member:a', amount: 1 }) as const

async function someAccounts(store: LedgerStore): Promise<[Ledger, Ledger]> {
  const ledgers: [Ledger, Ledger] = [
    createLedger({ store, clock: systemClock, announce: true }),
    createLedger({ store, clock: systemClock, announce: true }),
  ]
  for (const account of ['pool:main', 'member:a', 'member:b']) {
    await ledgers[0].openAccount({ ...system, key: account, account })
  }
  return ledgers
}

const fine = (outcomes: Outcome[]) => outcomes.filter((o) => o.ok).length

describe('the same on each database', () => {
  test('all unique indexes are there, and each names itself when it refuses', async () => {
    const store = await opened.empty()
    expect(await store.missingIndexes()).toEqual([])
    const [ledger] = await someAccounts(store)
    const given = await ledger.transfer(awards(0))
    if (!given.ok) throw new Error(given.reason)
    const other: Row = {
      ...given.value,
      ...{ id: 'x', key: 'x', debitSlot: 'x', creditSlot: 'x', settles: 'x' },
    }
    for (const field of ['id', 'key', 'debitSlot', 'creditSlot', 'settles'] as const) {
      expect(await store.insert({ ...other, [field]: given.value[field] })).toEqual({
        ok: false,
        taken: field,
      })
    }
    // As when MongoDB's driver retries our own insert (insertKnowing).
    if (opened.name === 'mongodb') expect(await store.insert(given.value)).toEqual({ ok: false, taken: 'id' })
    expect(await store.find('key', given.value.key)).toEqual(given.value)
    expect(await store.find('key', 'x')).toBeNull()
  })

  test('200 awards to one account at once, from two processes: 200', async () => {
    const store = await opened.empty()
    const ledgers = await someAccounts(store)
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, (_, n) => (n % 2 ? ledgers[0] : ledgers[1]).transfer(awards(n))),
    )
    expect(fine(outcomes)).toBe(200)
    expect(await ledgers[0].readAccount('member:a')).toMatchObject({ value: { balance: 200, credits: 200 } })
    expect((await verify(store, { now: new Date() })).findings).toEqual([])
  })

  test('5 TS and 20 payments of 5 at once, from two processes: exactly one', async () => {
    const store = await opened.empty()
    const ledgers = await someAccounts(store)
    await ledgers[0].transfer({ ...awards(0), amount: 5 })
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        (n % 2 ? ledgers[0] : ledgers[1]).transfer({
          ...{ ...system, key: `pay-${n}` },
          ...{ debit: 'member:a', credit: 'member:b', amount: 5 },
        }),
      ),
    )
    expect(fine(outcomes)).toBe(1)
    expect(new Set(outcomes.map((o) => (o.ok ? 'ok' : o.reason)))).toEqual(new Set(['ok', 'not-enough']))
    expect(await ledgers[1].readAccount('member:a')).toMatchObject({ value: { balance: 0 } })
  })

  test('one request sent ten times at once is one movement', async () => {
    const store = await opened.empty()
    const ledgers = await someAccounts(store)
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) => (n % 2 ? ledgers[0] : ledgers[1]).transfer(awards(0))),
    )
    expect(new Set(outcomes.map((o) => o.ok && o.value.id)).size).toBe(1)
    expect(await ledgers[1].readAccount('member:a')).toMatchObject({ value: { balance: 1 } })
  })

  test('commands one after another say what the model says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 25, size: 'max' }), async (commands) => {
        const store = await opened.empty()
        const clock = fixedClock('2026-11-01T08:00:00Z')
        const model = new Model(() => clock.now().getTime())
        const newId = testIds(clock)
        const ledger = createLedger({ store, clock, newId })
        await openAll(ledger)
        for (const asked of ask(commands)) {
          const outcome = await perform(ledger, clock, asked)
          expect(outcome && (outcome.ok ? 'ok' : outcome.reason), JSON.stringify(asked)).toBe(
            model.perform(asked),
          )
        }
        expect((await verify(store, { now: clock.now() })).findings).toEqual([])
      }),
      { numRuns: opened.name === 'sqlite' ? 25 : 8 },
    )
  })

  test('commands at once from three processes leave a ledger without a fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 30, size: 'max' }), async (commands) => {
        const store = await opened.empty()
        const clock = fixedClock('2026-11-01T08:00:00Z')
        const newId = testIds(clock)
        const ledgers = [0, 1, 2].map(() => createLedger({ store, clock, newId }))
        await openAll(ledgers[0] as Ledger)
        await Promise.all(ask(commands).map((a, n) => perform(ledgers[n % 3] as Ledger, clock, a)))
        clock.advance(3_600_000)
        await (ledgers[0] as Ledger).expireHolds()
        expect((await verify(store, { now: clock.now(), sealWithin: 1e12 })).findings).toEqual([])
        for (const account of ACCOUNTS) {
          expect(await (ledgers[1] as Ledger).readAccount(account)).toMatchObject({
            value: { heldOut: 0, heldIn: 0 },
          })
        }
      }),
      { numRuns: opened.name === 'sqlite' ? 25 : 8 },
    )
  })

  test('seals, checkpoints, history, delivery marks', async () => {
    const store = await opened.empty()
    const [ledger] = await someAccounts(store)
    for (let n = 0; n < 150; n++) await ledger.transfer(awards(n))
    const later = new Date(Date.now() + 600_000)
    while (await sealRows(store, later, { batch: 100 }));
    // The first seal had 97 of its rows; the 53 since then are too few for another checkpoint.
    expect(await store.lastCheckpoint('member:a')).toMatchObject({
      balance: 97,
      opened: true,
      closed: false,
    })
    expect(await ledger.readAccount('member:a')).toMatchObject({ value: { balance: 150, rows: 151 } })
    const checked = await verify(store, { now: later })
    expect(checked).toMatchObject({ findings: [], rows: 153, seals: 2 })

    const page = await ledger.history('member:a', { limit: 100 })
    const rest = await ledger.history('member:a', { limit: 100, before: page.at(-1)?.id ?? '' })
    expect([page.length, rest.length]).toEqual([100, 51])
    expect([...page, ...rest].map((r) => r.id)).toEqual(
      [...page, ...rest]
        .map((r) => r.id)
        .sort()
        .reverse(),
    )
    expect(await ledger.history('member:a', { kinds: ['open'] })).toHaveLength(1)
    expect(await ledger.history('member:a', { from: later })).toEqual([])

    const marked = await ledger.pendingMarks(1_000)
    expect(marked).toHaveLength(153)
    await ledger.clearMarks(marked.slice(0, 150).map((r) => r.id))
    expect(await ledger.pendingMarks(1_000)).toHaveLength(3)
    expect((await verify(store, { now: later })).findings).toEqual([])
  })

  test('statements: exact over any period, wherever the last checkpoint stands', async () => {
    const store = await opened.empty()
    const clock = fixedClock('2026-11-01T08:00:00Z')
    const ledger = createLedger({ store, clock, newId: testIds(clock) })
    for (const account of ['pool:main', 'member:a', 'member:b', 'member:c'])
      unwrap(await ledger.openAccount({ ...system, key: account, account }))
    const between = { ...system, debit: 'member:a', credit: 'member:b' }
    const seals = [20, 35]
    for (let n = 0; n < 60; n++) {
      clock.advance(HOUR)
      if (n % 3 < 2) unwrap(await ledger.transfer(awards(n)))
      else unwrap(await ledger.transfer({ ...between, key: `pay-${n}`, amount: 1 }))
      if (n % 10 === 9)
        unwrap(await ledger.hold({ ...between, key: `hold-${n}`, amount: 1, expiresAt: '2027-01-01' }))
      if (seals.includes(n)) await sealRows(store, clock.now(), { lag: 0, checkpointEvery: 8 })
    }
    const checkpoint = await store.lastCheckpoint('member:a')
    expect(checkpoint?.rows).toBeGreaterThan(20)
    const all = (await ledger.history('member:a', { limit: 200, kinds: ['transfer', 'post'] })).reverse()
    const sum = (rows: Row[]) => rows.reduce((total, row) => total + signedAmount(row, 'member:a'), 0)

    const begin = Date.parse('2026-11-01T08:00:00Z')
    const hour = fc.integer({ min: -2, max: 64 }).map((n) => new Date(begin + n * HOUR))
    await fc.assert(
      fc.asyncProperty(hour, hour, async (one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one]
        const [start, end] = [from.toISOString(), to.toISOString()]
        const within = all.filter((row) => row.at >= start && row.at < end)
        const statement = await statementOf(store, 'member:a', { from, to })
        expect(statement).toMatchObject({
          opening: sum(all.filter((row) => row.at < start)),
          closing: sum(all.filter((row) => row.at < end)),
        })
        expect(within).toMatchObject((statement?.lines ?? []).map(({ row }) => row))
        expect(statement?.lines).toHaveLength(within.length)
        expect(statement?.lines.at(-1)?.balance ?? statement?.closing).toBe(statement?.closing)
        expect(statement?.received).toBe(sum(within.filter((row) => row.credit === 'member:a')))
      }),
      { numRuns: 40 },
    )
    const whole = { from: new Date(0), to: clock.now() }
    expect(await statementOf(store, 'member:c', whole)).toEqual({
      opening: 0,
      closing: 0,
      received: 0,
      given: 0,
      lines: [],
    })
    expect(await statementOf(store, 'member:x', whole)).toBeNull()
  })
})
