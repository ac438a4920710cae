import type { AccountState } from './account'
import { isPool } from './accountKeys'
import { type Finding, finding, instantOf } from './finding'
import { slotNumber } from './keys'
import type { Row } from './row'
import { addRow, available, noAccount } from './state'

type Side = { next: number; limit: number | null; readonly waiting: Map<number, Row> }
type Suspect = { readonly row: Row; readonly side: 'd' | 'c'; readonly until: number; missing: number }

/** So many rows may wait for a slot before it is declared missing. */
const PATIENCE = 1_000

/**
 * One account's rows again, in the order of their ids: slots without gaps, limits kept at each slot.
 *
 * Ids are made before the insert, on clocks that may differ, so a debit may come before the credit that
 * allowed it. A limit therefore counts as broken only if what comes within `skew` ms does not make up for it.
 */
export class AccountReplay {
  state: AccountState
  private readonly debits: Side = { next: 1, limit: 0, waiting: new Map() }
  private readonly credits: Side = { next: 1, limit: null, waiting: new Map() }
  private suspects: Suspect[] = []
  private closedBy: Row | null = null

  constructor(
    account: string,
    private readonly skew: number,
    private readonly report: (found: Finding) => void,
  ) {
    this.state = noAccount(account)
  }

  add(row: Row): void {
    const before = this.state
    this.state = addRow(before, row)
    if (row.kind === 'refused' || isPool(before.key)) return
    if (row.kind === 'open') this.opening(row)
    this.relieve(row, before)
    this.place(row, 'd')
    this.place(row, 'c')
  }

  end(): void {
    for (const side of [this.debits, this.credits]) this.drain(side, true)
    for (const suspect of this.suspects) this.report(broken(suspect))
    const { state } = this
    if (!state.opened && state.rows > 0) this.report(finding('account.unopened', state.key))
    if (state.heldOut < 0 || state.heldIn < 0)
      this.report(finding('settle.unfounded', state.key, 'held below 0'))
    if (state.closed && (state.balance !== 0 || state.heldOut !== 0 || state.heldIn !== 0)) {
      this.report(finding('close.not-empty', state.key))
    }
  }

  private opening(row: Row): void {
    // The limits of the opening hold until the first change of limits, which comes by slots.
    if (this.debits.next === 1) this.debits.limit = row.min ?? 0
    if (this.credits.next === 1) this.credits.limit = row.max
  }

  /** What a row adds to either room makes up for earlier suspects. */
  private relieve(row: Row, before: AccountState): void {
    if (this.suspects.length === 0) return
    const now = instantOf(row.id)
    const spendable = Math.max(0, available(this.state) - available(before))
    const taken = (s: AccountState) => s.balance + s.heldIn
    const freed = Math.max(0, taken(before) - taken(this.state))
    this.suspects = this.suspects.filter((suspect) => {
      if (now > suspect.until) {
        this.report(broken(suspect))
        return false
      }
      suspect.missing -= suspect.side === 'd' ? spendable : freed
      return suspect.missing > 0
    })
  }

  private place(row: Row, letter: 'd' | 'c'): void {
    const own = letter === 'd' ? row.debit : row.credit
    if (own !== this.state.key) return
    const takes =
      row.kind === 'transfer' || row.kind === 'hold' || row.kind === 'limit' || row.kind === 'close'
    const slot = slotNumber(letter === 'd' ? row.debitSlot : row.creditSlot, own, letter)
    if (takes !== (slot !== null)) this.report(finding('row.malformed', row.key, 'slot'))
    if (slot === null) return
    const side = letter === 'd' ? this.debits : this.credits
    if (slot < side.next || side.waiting.has(slot)) {
      this.report(finding('slot.twice', row.key, `${own}:${letter}:${slot}`))
      return
    }
    side.waiting.set(slot, row)
    this.drain(side, false)
  }

  /** Takes rows in the order of their slots; a gap is declared at the end, or when too much waits. */
  private drain(side: Side, atEnd: boolean): void {
    for (;;) {
      const row = side.waiting.get(side.next)
      if (row) {
        side.waiting.delete(side.next)
        side.next += 1
        this.check(row, side)
        continue
      }
      if (side.waiting.size === 0 || !(atEnd || side.waiting.size > PATIENCE)) return
      const letter = side === this.debits ? 'd' : 'c'
      this.report(finding('slot.missing', this.state.key, `${letter}:${side.next}`))
      side.next = Math.min(...side.waiting.keys())
    }
  }

  private check(row: Row, side: Side): void {
    if (this.closedBy && this.closedBy !== row) this.report(finding('account.after-close', row.key))
    if (row.kind === 'close') this.closedBy = row
    if (row.kind === 'limit') side.limit = side === this.debits ? (row.min ?? 0) : row.max
    if (row.kind === 'limit' || row.kind === 'close' || side.limit === null) return
    const { state } = this
    const missing =
      side === this.debits ? side.limit - available(state) : state.balance + state.heldIn - side.limit
    if (missing > 0) {
      const until = instantOf(row.id) + this.skew
      this.suspects.push({ row, side: side === this.debits ? 'd' : 'c', until, missing })
    }
  }
}

const broken = ({ row, side, missing }: Suspect): Finding =>
  finding('limit.broken', row.key, `${side === 'd' ? row.debit : row.credit} by ${missing} TS`)
