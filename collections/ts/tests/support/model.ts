import type { LedgerReason } from '../../contract'
import { ACCOUNTS, type Asked, FUNDS } from './commands'

type Account = { balance: number; out: number; in: number; min: number; max: number; closed: boolean }
type Move = { debit: string; credit: string; amount: number }
type Thing = { kind: 'transfer' | 'hold' | 'group'; moves: Move[]; state: string; until: number }
type Said = 'ok' | LedgerReason

/** What the ledger should say to commands given one after another, in the plainest words. */
export class Model {
  readonly accounts = new Map<string, Account>()
  private readonly things = new Map<string, Thing>()
  private readonly said = new Map<string, { content: string; said: Said }>()
  private readonly reversed = new Set<string>()
  /** A post's key stands for its hold. */
  private readonly posts = new Map<string, string>()

  constructor(private readonly now: () => number) {
    for (const key of ACCOUNTS) {
      const limits = key.startsWith('pool')
        ? { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY }
        : { min: key === 'member:b' ? -5 : 0, max: key === 'member:c' ? 12 : Number.POSITIVE_INFINITY }
      const balance = key === 'pool:main' ? -FUNDS * 3 : key.startsWith('member') ? FUNDS : 0
      this.accounts.set(key, { balance, out: 0, in: 0, ...limits, closed: false })
    }
  }

  perform(asked: Asked): Said | null {
    if (asked.verb === 'wait') return null
    if (asked.verb === 'expire') {
      for (const thing of this.things.values()) {
        if (thing.kind === 'hold' && thing.state === 'open' && thing.until <= this.now())
          this.settle(thing, 'expired')
      }
      return null
    }
    const invalid = this.invalid(asked)
    if (invalid) return invalid
    const key = `staff:test:${asked.verb}:${asked.key}`
    const { ...content } = asked
    const before = this.said.get(key)
    if (before) return before.content === JSON.stringify(content) ? before.said : 'key.reused'
    const said = this.decide(asked, key)
    this.said.set(key, { content: JSON.stringify(content), said })
    return said
  }

  private invalid(asked: Asked): Said | null {
    const moves = asked.verb === 'linked' ? asked.legs : 'debit' in asked ? [asked] : []
    if (moves.some((m) => m.debit === m.credit)) return 'account.same'
    if (asked.verb === 'limit' || asked.verb === 'close') {
      return asked.account.startsWith('pool') ? 'account.is-pool' : null
    }
    if (!('target' in asked)) return null
    const thing = this.things.get(asked.verb === 'reverse' ? this.original(asked.target) : asked.target)
    if (asked.verb !== 'reverse') return thing?.kind === 'hold' ? null : 'hold.unknown'
    if (thing) return thing.state === 'void' && thing.kind === 'group' ? 'reversal.unsuitable' : null
    return this.said.has(asked.target) ? 'reversal.unsuitable' : 'transfer.unknown'
  }

  private decide(asked: Asked, key: string): Said {
    switch (asked.verb) {
      case 'transfer':
      case 'hold':
        return this.move(key, asked.verb, [asked], asked.verb === 'hold' ? this.now() + asked.ttl : 0)
      case 'linked':
        return this.move(key, 'group', asked.legs, 0)
      case 'post':
      case 'void':
        return this.settleAsked(asked.target, asked.verb, key)
      case 'reverse':
        return this.reverse(this.original(asked.target), key)
      case 'limit':
        return this.open(asked.account, (a) =>
          Object.assign(a, { min: asked.min, max: asked.max ?? Number.POSITIVE_INFINITY }),
        )
      case 'close': {
        const a = this.of(asked.account)
        if (!a.closed && (a.balance || a.out || a.in)) return 'account.not-empty'
        return this.open(asked.account, (account) => Object.assign(account, { closed: true }))
      }
      default:
        return 'ok'
    }
  }

  /** All moves are held first; then they stand together, or none does. */
  private move(key: string, kind: Thing['kind'], moves: Move[], until: number): Said {
    const thing: Thing = { kind, moves: [], state: 'open', until }
    for (const move of moves) {
      const from = this.of(move.debit)
      const to = this.of(move.credit)
      let no: Said | null = null
      if (from.closed) no = 'account.closed'
      else if (from.balance - from.out - move.amount < from.min) no = 'not-enough'
      else if (to.closed) no = 'account.closed'
      else if (to.balance + to.in + move.amount > to.max) no = 'over-limit'
      if (no) {
        this.settle(thing, 'void')
        if (kind === 'group') this.things.set(key, thing)
        return no
      }
      from.out += move.amount
      to.in += move.amount
      thing.moves.push(move)
    }
    if (kind !== 'hold') this.settle(thing, 'post')
    this.things.set(key, thing)
    return 'ok'
  }

  private settle(thing: Thing, how: string): void {
    thing.state = how
    for (const { debit, credit, amount } of thing.moves) {
      this.of(debit).out -= amount
      this.of(credit).in -= amount
      if (how === 'post') this.of(debit).balance -= amount
      if (how === 'post') this.of(credit).balance += amount
    }
  }

  private settleAsked(target: string, how: 'post' | 'void', key: string): Said {
    const thing = this.things.get(target)
    if (!thing) return 'hold.unknown'
    const settled = settledAs(thing)
    if (settled) return settled
    if (how === 'post' && thing.until <= this.now()) return 'hold.expired'
    this.settle(thing, how)
    if (how === 'post') this.posts.set(key, target)
    return 'ok'
  }

  private original(target: string): string {
    return this.posts.get(target) ?? target
  }

  private reverse(target: string, key: string): Said {
    const thing = this.things.get(target)
    if (!thing) return 'transfer.unknown'
    if (thing.kind === 'hold' && thing.state === 'open') return 'hold.open'
    if (thing.kind === 'hold' && thing.state !== 'post') return settledAs(thing) ?? 'hold.open'
    const back = thing.moves.map((m) => ({ ...m, debit: m.credit, credit: m.debit }))
    if (this.reversed.has(target)) return 'reversal.done'
    const said = this.move(key, 'group', back, 0)
    this.things.delete(key)
    if (said === 'ok') this.reversed.add(target)
    return said
  }

  private open(account: string, change: (a: Account) => void): Said {
    const a = this.of(account)
    if (a.closed) return 'account.closed'
    change(a)
    return 'ok'
  }

  private of(key: string): Account {
    const account = this.accounts.get(key)
    if (!account) throw new Error(key)
    return account
  }
}

const settledAs = (thing: Thing): Said | null => {
  if (thing.state === 'post') return 'hold.posted'
  if (thing.state === 'void') return 'hold.voided'
  return thing.state === 'expired' ? 'hold.expired' : null
}
