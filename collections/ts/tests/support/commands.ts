import fc from 'fast-check'
import type { Clock } from '@/core/clock'
import type { Ledger, Outcome } from '../../contract'

/** Two pools: between them no slots are taken, and the key alone makes a movement happen once. */
export const ACCOUNTS = ['pool:main', 'member:a', 'member:b', 'member:c', 'escrow:x', 'pool:old'] as const

/** What each member starts with. */
export const FUNDS = 8

/** The credited account lies `step` further; now and then it is the same one. */
type Move = { from: number; step: number; amount: number }

/** One thing somebody does. `of` points at an earlier command, whose key it takes up. */
export type Command =
  | ({ do: 'transfer' | 'hold'; ttl: number } & Move)
  | { do: 'post' | 'void' | 'reverse'; of: number }
  | { do: 'linked'; legs: Move[] }
  | { do: 'limit'; account: number; min: number; max: number | null }
  | { do: 'close'; account: number }
  | { do: 'expire' }
  | { do: 'wait'; ms: number }
  /** The same again: a retry. */
  | { do: 'again'; of: number }
  /** Another amount under the same key. */
  | { do: 'other'; of: number }

const account = fc.nat({ max: ACCOUNTS.length - 1 })
const amount = fc.integer({ min: 1, max: 6 })
const of = fc.nat({ max: 40 })
const move = fc.oneof(
  { weight: 7, arbitrary: fc.record({ from: account, step: fc.integer({ min: 0, max: 12 }), amount }) },
  // From pool to pool.
  { weight: 1, arbitrary: fc.record({ from: fc.constant(0), step: fc.constant(5), amount }) },
)

const moving = fc
  .record({
    do: fc.constantFrom('transfer' as const, 'hold' as const),
    move,
    ttl: fc.integer({ min: 1, max: 5 }).map((n) => n * 1_000),
  })
  .map(({ move: moved, ...rest }) => ({ ...rest, ...moved }))
const settling = fc.record({
  do: fc.constantFrom('post' as const, 'void' as const, 'reverse' as const),
  of,
})

export const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 8, arbitrary: moving },
  { weight: 5, arbitrary: settling },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('linked' as const),
      legs: fc.array(move, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('limit' as const),
      account,
      min: fc.integer({ min: -5, max: 0 }),
      max: fc.option(fc.integer({ min: 1, max: 20 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), account }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('expire' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 100, max: 3_000 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('again' as const), of }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('other' as const), of }) },
)

const actor = 'staff:test'
const accountAt = (n: number) => ACCOUNTS[n] ?? 'pool:main'

/** A command with its key and its target settled, so that it can be given again, and to the model. */
export type Asked =
  | { verb: 'transfer' | 'hold'; key: string; debit: string; credit: string; amount: number; ttl: number }
  | { verb: 'post' | 'void' | 'reverse'; key: string; target: string }
  | { verb: 'linked'; key: string; legs: { debit: string; credit: string; amount: number }[] }
  | { verb: 'limit'; key: string; account: string; min: number; max: number | null }
  | { verb: 'close'; key: string; account: string }
  | { verb: 'expire' | 'wait'; key: string; ms: number }

/** Gives each command its key; what it points at lies before it. */
export function ask(commands: readonly Command[]): Asked[] {
  const asked: Asked[] = []
  for (const [index, c] of commands.entries()) {
    const key = `k${index}`
    const at = (n: number) => (index === 0 ? undefined : asked[n % index])
    const move = (m: Move) => ({
      debit: accountAt(m.from),
      credit: accountAt((m.from + m.step) % ACCOUNTS.length),
      amount: m.amount,
    })
    if (c.do === 'transfer' || c.do === 'hold') asked.push({ verb: c.do, key, ...move(c), ttl: c.ttl })
    else if (c.do === 'post' || c.do === 'void' || c.do === 'reverse') {
      asked.push({ verb: c.do, key, target: targetFor(c.do, asked, c.of) })
    } else if (c.do === 'linked') asked.push({ verb: 'linked', key, legs: c.legs.map(move) })
    else if (c.do === 'limit')
      asked.push({ verb: 'limit', key, account: accountAt(c.account), min: c.min, max: c.max })
    else if (c.do === 'close') asked.push({ verb: 'close', key, account: accountAt(c.account) })
    else if (c.do === 'wait') asked.push({ verb: 'wait', key, ms: c.ms })
    else if (c.do === 'expire') asked.push({ verb: 'expire', key, ms: 0 })
    else if (c.do === 'again' || c.do === 'other') {
      const before = at(c.of)
      if (!before) asked.push({ verb: 'wait', key, ms: 1 })
      else asked.push(c.do === 'again' ? before : altered(before))
    }
  }
  return asked
}

/** What can be posted, voided or reversed; now and then something that cannot. */
function targetFor(verb: 'post' | 'void' | 'reverse', before: readonly Asked[], n: number): string {
  const suitable = before.filter((a) =>
    verb === 'reverse' ? ['transfer', 'hold', 'linked'].includes(a.verb) : a.verb === 'hold',
  )
  const among = n % 11 === 0 || suitable.length === 0 ? before : suitable
  const pick = among[n % Math.max(1, among.length)]
  return pick ? `${actor}:${pick.verb}:${pick.key}` : `${actor}:hold:none`
}

function altered(asked: Asked): Asked {
  if (asked.verb === 'transfer' || asked.verb === 'hold') return { ...asked, amount: asked.amount + 1 }
  if (asked.verb === 'linked') {
    return { ...asked, legs: asked.legs.map((leg) => ({ ...leg, amount: leg.amount + 1 })) }
  }
  return asked
}

/** Does it. Waiting and expiring have no outcome. */
export async function perform(
  ledger: Ledger,
  clock: Clock & { advance(ms: number): void },
  asked: Asked,
): Promise<Outcome | null> {
  const by = { actor, key: asked.key }
  switch (asked.verb) {
    case 'transfer':
      return ledger.transfer({ ...by, debit: asked.debit, credit: asked.credit, amount: asked.amount })
    case 'hold':
      return ledger.hold({
        ...by,
        debit: asked.debit,
        credit: asked.credit,
        amount: asked.amount,
        expiresAt: new Date(clock.now().getTime() + asked.ttl),
      })
    case 'post':
    case 'void':
      return ledger[asked.verb]({ ...by, hold: asked.target })
    case 'reverse':
      return ledger.reverse({ ...by, original: asked.target, reason: 'mistake' })
    case 'linked':
      return ledger.linked({ ...by, legs: asked.legs })
    case 'limit':
      return ledger.setLimits({ ...by, account: asked.account, min: asked.min, max: asked.max })
    case 'close':
      return ledger.closeAccount({ ...by, account: asked.account })
    case 'expire':
      await ledger.expireHolds()
      return null
    case 'wait':
      clock.advance(asked.ms)
      return null
  }
}

export async function openAll(ledger: Ledger): Promise<void> {
  for (const account of ACCOUNTS) {
    const max = account === 'member:c' ? 12 : null
    const min = account === 'member:b' ? -5 : 0
    const opened = await ledger.openAccount({ actor: 'system', key: account, account, min, max })
    if (!opened.ok) throw new Error(opened.reason)
    if (!account.startsWith('member:')) continue
    const funds = { debit: 'pool:main', credit: account, amount: FUNDS }
    await ledger.transfer({ actor: 'system', key: `fund-${account}`, ...funds })
  }
}
