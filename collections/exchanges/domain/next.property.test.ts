import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Act, type Actor, next, type Subject } from './next'
import { isHolding, isOver, STATES } from './states'

const ACTS: Act[] = [
  'accept',
  'decline',
  'cancel',
  'deliver',
  'approve',
  'dispute',
  'release',
  'confirm',
  'fall-short',
  'settle',
  'lose',
  'expire',
]
const WHO: Actor[] = [
  { id: 'marie', judge: false },
  { id: 'marie', judge: true },
  { id: 'paul', judge: false },
  { id: 'paul', judge: true },
  { id: 'other', judge: false },
  { id: 'staff', judge: true },
  'system',
]
type Move = { act: Act; who: Actor; days: number; crash: boolean }
const move = fc.record({
  act: fc.constantFrom(...ACTS),
  who: fc.constantFrom(...WHO),
  days: fc.integer({ min: 0, max: 20 }),
  crash: fc.boolean(),
})

/** A toy ledger and a toy of followLedger: what is owed is done, or left for later after a crash. */
function live(moves: Move[], funds: number, amount: number) {
  const ts = { marie: funds, paul: 0, held: 0 }
  let judged = false
  let at = new Date('2026-01-01T00:00:00Z').getTime()
  let row: Subject = {
    state: 'asked',
    owes: 'none',
    requester: 'marie',
    helper: 'paul',
    expiresAt: day(at, 14),
  }
  const trace: Subject[] = [row]

  const step = (act: Act, who: Actor): boolean => {
    const to = next(row, act, who, new Date(at))
    if (!to.ok) return false
    if (act === 'approve') judged = true
    const expiresAt =
      to.value.to === 'accepted' ? day(at, 60) : to.value.to === row.state ? row.expiresAt : null
    row = { ...row, state: to.value.to, owes: to.value.owes, expiresAt }
    trace.push(row)
    return true
  }
  const follow = () => {
    if (row.owes === 'hold') {
      if (ts.held === 0 && ts.marie >= amount) {
        ts.marie -= amount
        ts.held += amount
      }
      step(ts.held ? 'confirm' : 'fall-short', 'system')
    } else if (row.owes === 'post') {
      ts.paul += ts.held
      ts.held = 0
      step('settle', 'system')
    } else if (row.owes === 'void') {
      ts.marie += ts.held
      ts.held = 0
      row = { ...row, owes: 'none' }
    }
  }
  for (const m of moves) {
    at += m.days * 86_400_000
    // People do everything; of the program's own acts only the deadline is not driven by what is owed.
    if (m.who !== 'system' || m.act === 'expire') step(m.act, m.who)
    if (!m.crash) follow()
    expect(ts.marie + ts.paul + ts.held).toBe(funds)
    expect(ts.paul > 0 && !judged).toBe(false)
  }
  follow()
  return { row, ts, judged, trace }
}

const day = (at: number, days: number) => new Date(at + days * 86_400_000).toISOString()

it('no sequence of acts ever moves TS without an evaluation, and none are made or lost', () => {
  fc.assert(
    fc.property(
      fc.array(move, { maxLength: 30 }),
      fc.nat(10),
      fc.integer({ min: 1, max: 10 }),
      (moves, funds, amount) => {
        const { row, ts, judged } = live(moves, funds, amount)
        expect(ts.marie + ts.paul + ts.held).toBe(funds)
        if (ts.paul > 0) expect(judged).toBe(true)
        if (row.state === 'settled') expect(ts.paul).toBe(amount)
        else expect(ts.paul).toBe(0)
        if (isOver(row.state)) expect(ts.held).toBe(0)
        if (isHolding(row.state) && row.state !== 'evaluated') expect(ts.held).toBe(amount)
      },
    ),
    { numRuns: 2_000 },
  )
})

it('what is over stays over', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      const { trace } = live(moves, 10, 5)
      const end = trace.findIndex((s) => isOver(s.state))
      if (end >= 0) for (const later of trace.slice(end)) expect(later.state).toBe(trace[end]?.state)
    }),
  )
})

it('who has no part in it never changes anything, in any state', () => {
  for (const state of STATES)
    for (const act of ACTS)
      expect(
        next(
          { state, owes: 'none', requester: 'marie', helper: 'paul', expiresAt: null },
          act,
          { id: 'other', judge: false },
          new Date(),
        ),
      ).toEqual({ ok: false, reason: 'exchange.not-yours' })
})
