import { beforeEach, describe, expect, test } from 'vitest'
import { fixedClock } from '@/core/clock'
import type { Ledger, Outcome, Row, Transfer } from '../contract'
import { LedgerBusy } from '../service/errors'
import { MemoryStore } from '../store/memory'
import type { Inserted } from '../store/port'
import { testLedger } from './support/crashes'

const clock = fixedClock('2026-11-01T08:00:00Z')
let store: MemoryStore
let ledger: Ledger
let n = 0

const by = (key = `k${n++}`) => ({ actor: 'staff:s', key })
const award = (amount: number, credit = 'member:a') => ({ ...by(), debit: 'pool:main', credit, amount })
const pay = (amount: number) => ({ ...by(), debit: 'member:a', credit: 'member:b', amount })
const soon = () => new Date(clock.now().getTime() + 60_000)
const said = (outcome: Outcome) => (outcome.ok ? 'ok' : outcome.reason)
const balance = async (account: string) => {
  const read = await ledger.readAccount(account)
  return read.ok ? [read.value.balance, read.value.heldOut, read.value.heldIn] : read.reason
}

beforeEach(async () => {
  clock.set('2026-11-01T08:00:00Z')
  store = new MemoryStore()
  ledger = testLedger({ store, clock })
  for (const account of ['pool:main', 'member:a', 'member:b', 'member:c']) {
    await ledger.openAccount({ ...by(), account })
  }
})

describe('bad input is refused and not stored', () => {
  test.each<[Partial<Transfer>, string]>([
    ...[0, -1, -0, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1_000_001, 2 ** 60].map(
      (amount): [Partial<Transfer>, string] => [{ amount }, 'amount.invalid'],
    ),
    [{ amount: '5' as unknown as number }, 'amount.invalid'],
    [{ credit: 'member:a', debit: 'member:a' }, 'account.same'],
    [{ credit: 'member:nobody' }, 'account.unknown'],
    [{ debit: 'member:nobody' }, 'account.unknown'],
    [{ debit: 'pool:none' }, 'account.unknown'],
    [{ credit: 'bank:x' }, 'account.invalid'],
    [{ credit: 'member:' }, 'account.invalid'],
    [{ credit: 'member:a b' }, 'account.invalid'],
    [{ key: '' }, 'key.invalid'],
    [{ key: 'a#b' }, 'key.invalid'],
    [{ key: 'x'.repeat(201) }, 'key.invalid'],
    [{ actor: '' }, 'actor.invalid'],
    [{ actor: 'batch' }, 'actor.invalid'],
    [{ actor: 'reverse:x' }, 'actor.invalid'],
    [{ code: 'two words' }, 'code.invalid'],
    [{ note: 'A sentence about a person.' }, 'code.invalid'],
  ])('%j → %s', async (wrong, reason) => {
    const before = store.rows.length
    expect(said(await ledger.transfer({ ...award(5), ...wrong }))).toBe(reason)
    expect(store.rows.length).toBe(before)
  })

  test('deadlines, holds, groups, limits', async () => {
    const before = store.rows.length
    expect(said(await ledger.hold({ ...award(1), expiresAt: clock.now() }))).toBe('expiry.invalid')
    expect(said(await ledger.hold({ ...award(1), expiresAt: 'soon' }))).toBe('expiry.invalid')
    expect(said(await ledger.post({ ...by(), hold: 'staff:s:hold:none' }))).toBe('hold.unknown')
    expect(said(await ledger.linked({ ...by(), legs: [] }))).toBe('legs.invalid')
    expect(said(await ledger.linked({ ...by(), legs: Array(51).fill(award(1)) }))).toBe('legs.invalid')
    expect(said(await ledger.linked({ ...by(), legs: [award(1), award(1, 'member:x')] }))).toBe(
      'account.unknown',
    )
    const limits = { ...by(), account: 'member:a' }
    expect(said(await ledger.setLimits({ ...limits, min: 5, max: 4 }))).toBe('limits.invalid')
    expect(said(await ledger.setLimits({ ...limits, min: 0.5, max: null }))).toBe('limits.invalid')
    expect(said(await ledger.setLimits({ ...limits, account: 'pool:main', min: 0, max: 1 }))).toBe(
      'account.is-pool',
    )
    expect(said(await ledger.closeAccount({ ...by(), account: 'pool:main' }))).toBe('account.is-pool')
    expect(said(await ledger.reverse({ ...by(), original: 'staff:s:transfer:none', reason: 'x' }))).toBe(
      'transfer.unknown',
    )
    expect(said(await ledger.materialise('staff:s:linked:none'))).toBe('batch.unknown')
    expect(said(await ledger.openAccount({ ...by(), account: 'member:a' }))).toBe('account.exists')
    expect(store.rows.length).toBe(before)
  })
})

describe('keys', () => {
  test('a retry hears the first outcome, in another process too; other content is an error', async () => {
    const ask = award(5)
    const first = await ledger.transfer(ask)
    const other = testLedger({ store, clock })
    expect(await other.transfer(ask)).toEqual(first)
    expect(said(await other.transfer({ ...ask, amount: 6 }))).toBe('key.reused')
    expect(said(await other.transfer({ ...ask, code: 'joining' }))).toBe('key.reused')
    expect(await balance('member:a')).toEqual([5, 0, 0])
    expect(await ledger.readOutcome(`staff:s:transfer:${ask.key}`)).toEqual(first)
  })

  test('a stored refusal stays, with its figures, when there would be enough by now', async () => {
    const ask = pay(3)
    const first = await ledger.transfer(ask)
    expect(first).toEqual({ ok: false, reason: 'not-enough', detail: { available: 0, amount: 3 } })
    await ledger.transfer(award(9))
    expect(await ledger.transfer(ask)).toEqual(first)
    expect(said(await ledger.transfer({ ...pay(3) }))).toBe('ok')
  })

  test('a success stays when it could not be had any more', async () => {
    await ledger.transfer(award(3))
    const ask = pay(3)
    const first = await ledger.transfer(ask)
    expect(await ledger.transfer(ask)).toEqual(first)
    const hold = { ...award(1), expiresAt: soon() }
    const held = await ledger.hold(hold)
    clock.advance(3_600_000)
    expect(await ledger.hold(hold)).toEqual(held)
    expect(await ledger.hold({ ...hold, expiresAt: soon() })).toEqual(held)
  })
})

describe('limits', () => {
  test('what is held is not available, and counts against the ceiling', async () => {
    await ledger.transfer(award(5))
    await ledger.setLimits({ ...by(), account: 'member:b', min: 0, max: 4 })
    const held = await ledger.hold({ ...pay(3), expiresAt: soon() })
    expect(await balance('member:a')).toEqual([5, 3, 0])
    expect(said(await ledger.transfer(pay(3)))).toBe('not-enough')
    expect(await ledger.transfer(pay(2))).toMatchObject({ reason: 'over-limit', detail: { room: 1 } })
    if (held.ok) await ledger.void({ ...by(), hold: held.value.key })
    expect(said(await ledger.transfer(pay(3)))).toBe('ok')
    await ledger.setLimits({ ...by(), account: 'member:a', min: -2, max: null })
    expect(said(await ledger.transfer({ ...pay(1), credit: 'member:c' }))).toBe('ok')
    expect(said(await ledger.transfer({ ...pay(4), credit: 'member:c' }))).toBe('not-enough')
    expect(said(await ledger.transfer({ ...pay(3), credit: 'member:c' }))).toBe('ok')
  })

  test('closing', async () => {
    await ledger.transfer(award(1))
    expect(said(await ledger.closeAccount({ ...by(), account: 'member:a' }))).toBe('account.not-empty')
    await ledger.transfer(pay(1))
    expect(said(await ledger.closeAccount({ ...by(), account: 'member:a' }))).toBe('ok')
    expect(said(await ledger.transfer(award(1)))).toBe('account.closed')
    expect(said(await ledger.setLimits({ ...by(), account: 'member:a', min: 0, max: 1 }))).toBe(
      'account.closed',
    )
    expect(said(await ledger.closeAccount({ ...by(), account: 'member:a' }))).toBe('account.closed')
    const held = await ledger.hold({ ...award(1, 'member:c'), expiresAt: soon() })
    expect(held.ok).toBe(true)
    expect(said(await ledger.closeAccount({ ...by(), account: 'member:c' }))).toBe('account.not-empty')
  })
})

describe('holds', () => {
  const hold = async () => {
    await ledger.transfer(award(5))
    const held = await ledger.hold({ ...pay(5), code: 'mission', ref: 'm1', expiresAt: soon() })
    if (!held.ok) throw new Error(held.reason)
    return held.value.key
  }

  test('one settles, the other learns how', async () => {
    const key = await hold()
    expect(await ledger.post({ ...by(), hold: key })).toMatchObject({
      value: { kind: 'post', amount: 5, code: 'mission', ref: 'm1', settles: key },
    })
    expect(said(await ledger.void({ ...by(), hold: key }))).toBe('hold.posted')
    expect(said(await ledger.post({ ...by(), hold: key }))).toBe('hold.posted')
    expect(await balance('member:b')).toEqual([5, 0, 0])
  })

  test('from its deadline on it is not posted; expiry releases it', async () => {
    const key = await hold()
    clock.advance(60_000)
    expect(said(await ledger.post({ ...by(), hold: key }))).toBe('hold.expired')
    expect(await balance('member:a')).toEqual([5, 5, 0])
    expect(await ledger.expireHolds()).toBe(1)
    expect(await ledger.expireHolds()).toBe(0)
    expect(await balance('member:a')).toEqual([5, 0, 0])
    expect(said(await ledger.void({ ...by(), hold: key }))).toBe('hold.expired')
  })

  test('posted once, it stays posted for whoever asks after the deadline', async () => {
    const key = await hold()
    await ledger.post({ ...by(), hold: key })
    clock.advance(120_000)
    expect(said(await ledger.post({ ...by(), hold: key }))).toBe('hold.posted')
    expect(await ledger.expireHolds()).toBe(0)
  })
})

describe('linked groups', () => {
  const group = (key: string) => ({
    ...by(key),
    code: 'mission',
    legs: [
      { debit: 'pool:main', credit: 'member:a', amount: 2 },
      { debit: 'pool:main', credit: 'member:b', amount: 3, code: 'lead' },
    ],
  })

  test('all together, once', async () => {
    const first = await ledger.linked(group('g1'))
    expect(first).toMatchObject({ value: { kind: 'post', legs: 2, settles: 'batch:staff:s:linked:g1' } })
    expect(await ledger.linked(group('g1'))).toEqual(first)
    expect([await balance('member:a'), await balance('member:b')]).toEqual([
      [2, 0, 0],
      [3, 0, 0],
    ])
    expect(said(await ledger.linked({ ...group('g1'), legs: [group('').legs[0] as never] }))).toBe(
      'key.reused',
    )
    expect((await ledger.history('member:b', { kinds: ['post'] }))[0]).toMatchObject({ code: 'lead', leg: 1 })
  })

  test('or not at all', async () => {
    const legs = [...group('').legs, { debit: 'member:c', credit: 'member:a', amount: 1 }]
    const first = await ledger.linked({ ...by('g2'), legs })
    expect(first).toEqual({ ok: false, reason: 'not-enough', detail: { available: 0, amount: 1 } })
    expect(await ledger.linked({ ...by('g2'), legs })).toEqual(first)
    expect([await balance('member:a'), await balance('member:b')]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ])
  })

  test('a leg is settled and reversed with its group only, and the group once', async () => {
    const done = await ledger.linked(group('g3'))
    if (!done.ok) throw new Error(done.reason)
    const leg = `${done.value.key}#0`
    expect(said(await ledger.void({ ...by(), hold: leg }))).toBe('hold.linked')
    expect(said(await ledger.reverse({ ...by(), original: leg, reason: 'mistake' }))).toBe('hold.linked')
    const reverse = { original: done.value.key, reason: 'mistake' }
    await ledger.transfer({ ...pay(2), credit: 'member:c' })
    expect(said(await ledger.reverse({ ...by(), ...reverse }))).toBe('not-enough')
    expect(await balance('member:b')).toEqual([3, 0, 0])
    await ledger.transfer(award(2))
    expect(said(await ledger.reverse({ ...by(), ...reverse }))).toBe('ok')
    expect([await balance('member:a'), await balance('member:b')]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ])
    expect(said(await ledger.reverse({ ...by(), ...reverse }))).toBe('reversal.done')
  })
})

describe('reversals', () => {
  test('a transfer, once; not a reversal; as far as the payee still has it', async () => {
    const given = await ledger.transfer(award(5))
    if (!given.ok) throw new Error(given.reason)
    const reverse = { original: given.value.key, reason: 'mistake' }
    await ledger.transfer(pay(1))
    expect(said(await ledger.reverse({ ...by(), ...reverse }))).toBe('not-enough')
    await ledger.transfer(award(1))
    const back = await ledger.reverse({ ...by(), ...reverse })
    expect(back).toMatchObject({
      value: { debit: 'member:a', credit: 'pool:main', amount: 5, reason: 'mistake' },
    })
    expect(said(await ledger.reverse({ ...by(), ...reverse }))).toBe('reversal.done')
    if (back.ok) {
      const again = { ...by(), original: back.value.key, reason: 'mistake' }
      expect(said(await ledger.reverse(again))).toBe('reversal.unsuitable')
    }
  })

  test('a posted hold, by its key or that of its post', async () => {
    const held = await ledger.hold({ ...award(5), expiresAt: soon() })
    if (!held.ok) throw new Error(held.reason)
    const reason = 'mistake'
    expect(said(await ledger.reverse({ ...by(), original: held.value.key, reason }))).toBe('hold.open')
    const posted = await ledger.post({ ...by(), hold: held.value.key })
    if (!posted.ok) throw new Error(posted.reason)
    expect(said(await ledger.reverse({ ...by(), original: posted.value.key, reason }))).toBe('ok')
    expect(said(await ledger.reverse({ ...by(), original: held.value.key, reason }))).toBe('reversal.done')
  })
})

test('an account that stays contended throws LedgerBusy and stores nothing', async () => {
  await ledger.transfer(award(5))
  const rows = store.rows.length
  store.insert = async () => ({ ok: false, taken: 'debitSlot' })
  await expect(ledger.transfer(pay(1))).rejects.toBeInstanceOf(LedgerBusy)
  expect(store.rows.length).toBe(rows)
})

/** As MongoDB with a driver that lost the answer to each insert, and sent it again. */
class RetryingStore extends MemoryStore {
  protected override insertNow(row: Row): Inserted {
    super.insertNow(row)
    return super.insertNow(row)
  }
}

test('refused by its own row, a movement stands once and is told of', async () => {
  const retrying = new RetryingStore()
  const touched: (readonly string[])[] = []
  const nudged: string[] = []
  ledger = testLedger({
    store: retrying,
    clock,
    announce: true,
    touch: (accounts) => touched.push(accounts),
    nudge: (row) => nudged.push(row.key),
  })
  for (const account of ['pool:main', 'member:a', 'member:b']) await ledger.openAccount({ ...by(), account })
  const [given, paid] = [award(5), pay(3)]
  expect([said(await ledger.transfer(given)), said(await ledger.transfer(paid))]).toEqual(['ok', 'ok'])
  expect(said(await ledger.transfer(pay(3)))).toBe('not-enough')
  expect([await balance('member:a'), await balance('member:b')]).toEqual([
    [2, 0, 0],
    [3, 0, 0],
  ])
  expect(touched.slice(-2)).toEqual([
    ['pool:main', 'member:a'],
    ['member:a', 'member:b'],
  ])
  expect(nudged.slice(-2)).toEqual([given, paid].map(({ key }) => `staff:s:transfer:${key}`))
})

test('rows ask to be delivered only where announced, refusals never', async () => {
  const loud = testLedger({ store, clock, announce: true })
  await loud.transfer(award(1))
  await loud.transfer(pay(9))
  const waiting = await loud.pendingMarks(10)
  expect(waiting.map((row) => row.kind)).toEqual(['transfer'])
  await loud.clearMarks(waiting.map((row) => row.id))
  expect(await loud.pendingMarks(10)).toEqual([])
})
