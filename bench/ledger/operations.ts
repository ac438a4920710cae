import { type Ledger, type Outcome, POOL, type Row } from '@/collections/ts/contract'
import { draftRow } from '@/collections/ts/service/context'
import { createLedger } from '@/collections/ts/service/createLedger'
import { systemClock } from '@/core/clock'
import { newId } from '@/core/ids'
import type { Connected } from './connect'

export const LANES = 16
const HOUR = 3_600_000

/** One thing the ledger does, as often as asked; returns the outcome to be checked. */
export type Operation = (lane: number, turn: number) => Promise<unknown>

export type Measured = {
  readonly run: Operation
  /** Called before each run; `times` is how often each lane may run then. */
  readonly prepare?: (times: number) => Promise<void>
}

/** Accounts needed: two a lane that are known, two a lane that are not, a hot one. */
export const LEAST_PEOPLE = LANES * 4 + 1

/** The operations measured, by name; `people` are persons with open accounts. */
export async function operationsOn(
  { store, insertRaw }: Connected,
  people: readonly string[],
): Promise<Record<string, Measured>> {
  // As the program makes it (ledgerOf.ts), but for the projector and the relay, which work beside the verbs.
  const ledger = createLedger({ store, clock: systemClock, announce: true })
  const accounts = people.map((person) => `member:${person}`)
  const account = (n: number) => accounts[n % accounts.length] ?? ''
  const hot = account(accounts.length - 1)
  /** Two a lane at least, see LEAST_PEOPLE; each is given TS before, and more would only take longer. */
  const unknownPairs = Math.min(16, Math.floor((accounts.length - 1) / 2 / LANES) - 1)
  const holds: string[][] = Array.from({ length: LANES }, () => [])
  let n = 0
  const key = () => `bench-${process.pid}-${Date.now()}-${++n}`
  const must = async (asked: Promise<Outcome>): Promise<Row> => {
    const outcome = await asked
    if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`)
    return outcome.value
  }
  const grant = (credit: string, amount: number) =>
    must(ledger.transfer({ actor: 'system', key: key(), debit: POOL, credit, amount, code: 'mission' }))
  /** To and fro between two accounts, so that none runs dry. */
  const sides = (pair: number, turn: number) => {
    const [a, b] = [account(pair * 2), account(pair * 2 + 1)]
    return turn % 2 ? { debit: b, credit: a } : { debit: a, credit: b }
  }
  const give = (by: Ledger, from: { debit: string; credit: string }) =>
    must(by.transfer({ actor: from.debit, key: key(), ...from, amount: 1, code: 'exchange' }))
  const holdOne = async (lane: number, turn: number) => {
    const from = sides(lane, turn)
    const expiresAt = new Date(Date.now() + HOUR)
    return must(
      ledger.hold({ actor: from.debit, key: key(), ...from, amount: 1, code: 'exchange', expiresAt }),
    )
  }
  const takeHold = (lane: number): string => {
    const hold = holds[lane]?.pop()
    if (hold === undefined) throw new Error('too few holds prepared')
    return hold
  }
  const prepareHolds = async (times: number) => {
    await Promise.all(
      holds.map(async (list, lane) => {
        list.length = 0
        for (let turn = 0; turn < times; turn++) list.push((await holdOne(lane, turn)).key)
      }),
    )
  }

  for (const name of accounts.slice(0, LANES * 2 * (1 + unknownPairs))) await grant(name, 100_000)
  await grant(hot, 1_000_000)
  const once = await give(ledger, sides(0, 0))
  const again = once.key.split(':transfer:')[1] ?? ''

  /** By a ledger that knows nobody; its memory is small, since making a large one for each would be what is measured. */
  const coldGive = (pair: number, turn: number) => {
    const cold = createLedger({ store, clock: systemClock, announce: true, cache: 4 })
    return give(cold, sides(pair, turn))
  }

  return {
    'raw insert': {
      run: () => {
        const id = newId()
        const raw = draftRow({
          key: `member:raw:transfer:${id}`,
          kind: 'transfer',
          debit: 'member:raw-a',
          credit: 'member:raw-b',
          amount: 1,
          debitSlot: `member:raw-a:d:${id}`,
          creditSlot: `member:raw-b:c:${id}`,
          actor: 'member:raw-a',
          code: 'exchange',
          request: id,
        })
        return insertRaw({ ...raw, id, at: new Date().toISOString(), mark: 1 })
      },
    },
    'transfer, accounts known': { run: (lane, turn) => give(ledger, sides(lane, turn)) },
    // A ledger of its own for each, so that nothing is known, over as many pairs as there are.
    'transfer, accounts not known': {
      run: (lane, turn) =>
        coldGive(lane + LANES * (1 + (turn % unknownPairs)), Math.floor(turn / unknownPairs)),
    },
    'grant from the pool': { run: (lane) => grant(account(lane), 1) },
    hold: { run: holdOne },
    post: {
      prepare: prepareHolds,
      run: (lane) => must(ledger.post({ actor: 'system', key: key(), hold: takeHold(lane) })),
    },
    void: {
      prepare: prepareHolds,
      run: (lane) => must(ledger.void({ actor: 'system', key: key(), hold: takeHold(lane) })),
    },
    'linked, three legs': {
      run: (lane, turn) => {
        const { debit, credit } = sides(lane, turn)
        const legs = [credit, POOL, credit].map((to) => ({ debit, credit: to, amount: 1 }))
        return must(ledger.linked({ actor: debit, key: key(), legs }))
      },
    },
    'refused: not enough': {
      run: async (lane, turn) => {
        const from = sides(lane, turn)
        const asked = { actor: from.debit, key: key(), ...from, amount: 900_000 }
        const outcome = await ledger.transfer(asked)
        if (outcome.ok || outcome.reason !== 'not-enough') throw new Error(JSON.stringify(outcome))
      },
    },
    'asked again, same key': {
      run: async () => {
        const { debit, credit } = sides(0, 0)
        await must(ledger.transfer({ actor: debit, key: again, debit, credit, amount: 1, code: 'exchange' }))
      },
    },
    'one hot account': {
      run: (lane) =>
        must(ledger.transfer({ actor: hot, key: key(), debit: hot, credit: account(lane), amount: 1 })),
    },
    'read an account': { run: (lane, turn) => ledger.readAccount(account(lane * 7 + turn * LANES)) },
    'history, 30 rows': {
      run: (lane, turn) => ledger.history(account(lane * 7 + turn * LANES), { limit: 30 }),
    },
  }
}
