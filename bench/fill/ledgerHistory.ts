import { v7 } from 'uuid'
import { type AccountState, POOL, type Row } from '@/collections/ts/contract'
import { creditSlot, debitSlot, fullKey, settlesOpening } from '@/collections/ts/domain/keys'
import { addRow, available, noAccount } from '@/collections/ts/domain/state'
import { draftRow, type RowDraft } from '@/collections/ts/service/context'
import { requestDigest } from '@/collections/ts/service/digest'
import { settlingDraft } from '@/collections/ts/service/settleHold'
import { randomFrom } from '../random'

export type HistoryPlan = {
  readonly people: readonly string[]
  readonly rows: number
  readonly from: Date
  readonly to: Date
}

const MONTH = 30 * 86_400_000
/** Exchanges under way at once. */
const OPEN_HOLDS = 40

/**
 * A ledger as the years would have left it: accounts opened, 5 TS on joining, rewards from the association, holds
 * that were posted or voided, refusals. Each row takes the slots it would have taken, so that `ledger:verify`
 * finds nothing. Some members are far busier than others.
 */
export function* ledgerHistory({ people, rows, from, to }: HistoryPlan): Generator<Row> {
  const random = randomFrom(2_026)
  const states = new Map<string, AccountState>()
  const held: Row[] = []
  const step = (to.getTime() - from.getTime()) / (rows + 1)
  let made = 0

  const stateOf = (account: string) => states.get(account) ?? noAccount(account)
  const busyMember = () => `member:${people[Math.floor(people.length * random() ** 2)]}`
  const finish = (draft: RowDraft): Row => {
    const at = new Date(from.getTime() + Math.floor(step * ++made))
    const row: Row = { ...draft, id: v7({ msecs: at.getTime() }), at: at.toISOString(), mark: 0 }
    for (const account of new Set([row.debit, row.credit])) states.set(account, addRow(stateOf(account), row))
    return row
  }
  const key = (actor: string, verb: string) => fullKey(actor, verb, `bench-${made}`)
  const slots = (debit: string, credit: string) => ({
    ...(debit === POOL ? {} : { debitSlot: debitSlot(debit, stateOf(debit).debits + 1) }),
    ...(credit === POOL ? {} : { creditSlot: creditSlot(credit, stateOf(credit).credits + 1) }),
  })
  const open = (account: string): Row =>
    finish(
      draftRow({
        key: key('system', 'open'),
        kind: 'open',
        debit: account,
        credit: account,
        settles: settlesOpening(account),
        actor: 'system',
        request: requestDigest('open', 'system', account),
        min: account === POOL ? null : 0,
      }),
    )
  const move = (
    kind: 'transfer' | 'hold',
    debit: string,
    credit: string,
    amount: number,
    code: string,
  ): Row => {
    const actor = debit === POOL ? 'system' : debit
    const at = from.getTime() + step * (made + 1)
    return finish(
      draftRow({
        key: key(actor, kind),
        kind,
        debit,
        credit,
        amount,
        actor,
        code,
        ref: v7({ msecs: at }),
        request: requestDigest(kind, actor, debit, credit, amount, made),
        ...slots(debit, credit),
        ...(kind === 'hold' ? { expiresAt: new Date(at + 18 * MONTH).toISOString() } : {}),
      }),
    )
  }
  const settle = (hold: Row): Row => {
    const kind = random() < 0.93 ? 'post' : 'void'
    const own = key(hold.actor, kind)
    return finish({
      ...settlingDraft(hold, kind),
      key: own,
      debitSlot: `-:${own}`,
      creditSlot: `-:${own}`,
      actor: hold.actor,
      request: requestDigest(kind, hold.actor, hold.key),
    })
  }
  const refuse = (debit: string, credit: string): Row => {
    const amount = available(stateOf(debit)) + 1
    return finish(
      draftRow({
        key: key(debit, 'hold'),
        kind: 'refused',
        debit,
        credit,
        amount,
        actor: debit,
        code: 'exchange',
        refusal: 'not-enough',
        seen: amount - 1,
        request: requestDigest('hold', debit, debit, credit, amount, made),
      }),
    )
  }

  yield open(POOL)
  for (const person of people) {
    yield open(`member:${person}`)
    yield move('transfer', POOL, `member:${person}`, 5, 'joining')
  }
  while (made < rows) {
    const dice = random()
    const debit = busyMember()
    const credit = busyMember()
    const amount = 1 + Math.floor(random() * 3)
    const oldest = held.length > OPEN_HOLDS || (dice < 0.3 && held.length > 0) ? held.shift() : undefined
    if (oldest) yield settle(oldest)
    else if (dice > 0.98 && debit !== credit) yield refuse(debit, credit)
    else if (dice < 0.55 || debit === credit || available(stateOf(debit)) < amount)
      yield move('transfer', POOL, credit, amount, 'mission')
    else {
      const hold = move('hold', debit, credit, amount, 'exchange')
      held.push(hold)
      yield hold
    }
  }
}
