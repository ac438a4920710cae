import fc from 'fast-check'
import { expect } from 'vitest'
import { fixedClock } from '@/core/clock'
import { verify } from '../../service/verify'
import type { UniqueField } from '../../store/port'
import { type Asked, ask, command, openAll, perform } from './commands'
import { Crash, Interleaver, testIds, testLedger, WitnessedStore } from './crashes'
import { strictReplay } from './strictReplay'

/**
 * The property: whatever several processes do at once, however their steps interleave and wherever they
 * crash, each row was allowed when it came to stand; a retry hears what was said first; and what is left
 * open is finished or released.
 */
export const atOnce = (options: { withoutUnique?: UniqueField } = {}) =>
  fc.asyncProperty(
    fc.array(command, { minLength: 4, maxLength: 14, size: 'max' }),
    fc.array(fc.nat({ max: 1_000 }), { minLength: 20, maxLength: 40, size: 'max' }),
    fc.array(
      fc.record({ after: fc.nat({ max: 30 }), moment: fc.constantFrom('before' as const, 'after' as const) }),
      { maxLength: 3 },
    ),
    (commands, choices, crashes) =>
      runAtOnce(doubled(ask(commands)), choices, crashes, options.withoutUnique),
  )

/** Every third command is given twice, to two processes at about the same time: an impatient double click. */
const doubled = (asked: readonly Asked[]): Asked[] =>
  asked.flatMap((a, index) => (index % 3 === 0 ? [a, a] : [a]))

type CrashAt = { after: number; moment: 'before' | 'after' }

async function runAtOnce(
  asked: readonly Asked[],
  choices: readonly number[],
  crashes: readonly CrashAt[],
  withoutUnique?: UniqueField,
): Promise<void> {
  const clock = fixedClock('2026-11-01T08:00:00Z')
  const interleaver = new Interleaver(choices)
  const waiting = crashes.map((crash) => ({ ...crash }))
  let wild = false
  const store = new WitnessedStore({
    ...(withoutUnique ? { withoutUnique } : {}),
    gate: async (_, moment) => {
      if (!wild) return
      await interleaver.gate()
      const next = waiting[0]
      if (!next || next.moment !== moment || next.after-- > 0) return
      waiting.shift()
      throw new Crash()
    },
  })
  const newId = testIds(clock)
  const backoff = () => (wild ? interleaver.gate() : Promise.resolve())
  const fresh = () => testLedger({ store, clock, newId, backoff })
  await openAll(fresh())
  wild = true

  // Three processes, each with its own memory; within each, two commands at a time.
  const processes = [fresh(), fresh(), fresh()]
  const said = new Map<number, string | null>()
  const doers = [0, 1, 2, 3, 4, 5].map(async (doer) => {
    for (const [index, a] of asked.entries()) {
      if (index % 6 !== doer) continue
      const ledger = processes[doer % 3] ?? fresh()
      try {
        const outcome = await perform(ledger, clock, a)
        said.set(index, outcome && (outcome.ok ? outcome.value.id : outcome.reason))
      } catch (error) {
        if (!(error instanceof Crash)) throw error
      }
    }
  })
  await interleaver.run(doers)
  await Promise.all(doers)

  wild = false
  strictReplay(store.order)
  await hearsTheSame(asked, said, fresh(), clock)
  strictReplay(store.order)

  // Long after, everything is settled: nothing hangs on what crashed.
  clock.advance(3_600_000)
  const last = fresh()
  await last.expireHolds()
  const accounts = strictReplay(store.order)
  for (const [key, model] of accounts) {
    expect([model.out, model.in], `nothing held on ${key}`).toEqual([0, 0])
    const read = await last.readAccount(key)
    expect(read).toMatchObject({ value: { balance: model.balance, heldOut: 0, heldIn: 0 } })
  }
  const { findings } = await verify(store, { now: clock.now() })
  expect(findings.filter((f) => f.code !== 'index.missing' && f.code !== 'seal.behind')).toEqual([])
}

/** Refusals of invalid input are not stored: what they said may have changed, all else must not. */
const UNSTORED = ['unknown', 'invalid', 'reused', 'same', 'is-pool', 'exists', 'linked', 'unsuitable']

async function hearsTheSame(
  asked: readonly Asked[],
  said: ReadonlyMap<number, string | null>,
  ledger: ReturnType<typeof testLedger>,
  clock: ReturnType<typeof fixedClock>,
): Promise<void> {
  for (const [index, a] of asked.entries()) {
    const first = said.get(index)
    if (a.verb === 'wait' || a.verb === 'expire') continue
    if (typeof first === 'string' && UNSTORED.some((end) => first.endsWith(end))) continue
    const again = await perform(ledger, clock, a)
    if (first === undefined) continue
    expect(again && (again.ok ? again.value.id : again.reason), `${a.verb} ${a.key}`).toBe(first)
  }
}
