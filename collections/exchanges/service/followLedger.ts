import { ledgerOf } from '@/collections/ts/service/ledgerOf'
import { openMemberAccount } from '@/collections/ts/service/openMemberAccount'
import { civilDate } from '@/core/dates'
import { ok, type Result, refuse } from '@/core/result'
import { type App, decide, fact } from '@/hooks'
import { EXCHANGES, type ExchangeReason } from '../contract'
import { DELIVER_WITHIN, HOLD_FOR } from '../domain/terms'
import { type ExchangeRow, readExchange } from '../store/exchanges'
import { about, takeStep } from './takeStep'

const ATTEMPTS = 8

/** The ledger's account of a person. */
export const accountOf = (person: string): string => `member:${person}`

/**
 * Has the ledger do what an exchange owes it, and records that it is done. Every step carries a key derived
 * from the row, so it may be cut anywhere and run again by anyone: the verb itself, the listener, the
 * reconciler. Returns the exchange as it stands afterwards, or why an acceptance did not hold.
 */
export async function followLedger(app: App, id: string): Promise<Result<ExchangeRow, ExchangeReason>> {
  let refused: ExchangeReason | null = null
  for (let i = 0; i < ATTEMPTS; i++) {
    const row = await readExchange(app, id)
    if (!row) return refuse('exchange.unknown')
    if (row.owes === 'none') return refused && row.state === 'asked' ? refuse(refused) : ok(row)
    if (row.owes === 'hold') refused = await hold(app, row)
    else if (row.owes === 'post') await post(app, row)
    else await release(app, row)
  }
  return refuse('exchange.under-way')
}

/** Asks the ledger for the hold of the acceptance under way; the same one however often it is asked. */
async function holdTs(app: App, row: ExchangeRow) {
  const ask = () =>
    ledgerOf(app).hold({
      actor: accountOf(row.helper),
      key: `exchange:${row.id}:hold:${row.attempt}`,
      debit: accountOf(row.requester),
      credit: accountOf(row.helper),
      amount: row.amount,
      code: 'exchange',
      ref: row.id,
      expiresAt: new Date(app.clock.now().getTime() + HOLD_FOR),
    })
  const first = await ask()
  if (first.ok || first.reason !== 'account.unknown') return first
  // Accounts open with the membership; one that is still to come is opened here.
  await openMemberAccount(app, row.requester)
  await openMemberAccount(app, row.helper)
  return ask()
}

async function hold(app: App, row: ExchangeRow): Promise<ExchangeReason | null> {
  const held = await holdTs(app, row)
  if (held.ok) {
    await takeStep(app, row.id, 'confirm', 'system', (seen, _step, now) => ({
      data: {
        holdKey: held.value.key,
        acceptedAt: now.toISOString(),
        expiresAt: new Date(now.getTime() + DELIVER_WITHIN).toISOString(),
        shortAt: null,
      },
      facts: [fact(app, 'exchange.accepted', seen.id, about(seen))],
    }))
    return null
  }
  const short = held.reason === 'not-enough'
  await takeStep(app, row.id, 'fall-short', 'system', (seen, _step, now) => ({
    data: short ? { shortAt: now.toISOString() } : {},
    // Told once a day, however often the helper tries.
    facts: short ? [fact(app, 'exchange.fell-short', `${seen.id}:${civilDate(now)}`, about(seen))] : [],
  }))
  return short ? 'exchange.short' : 'exchange.account-refused'
}

async function post(app: App, row: ExchangeRow): Promise<void> {
  const judge = row.evaluatedBy ?? ''
  const posted = await ledgerOf(app).post({
    actor: judge === row.requester ? accountOf(judge) : `staff:${judge}`,
    key: `exchange:${row.id}:post`,
    hold: row.holdKey ?? '',
    reason: 'evaluated',
  })
  if (posted.ok || posted.reason === 'hold.posted') {
    await takeStep(app, row.id, 'settle', 'system', (seen, _step, now) => ({
      data: { settledAt: now.toISOString() },
      facts: [fact(app, 'exchange.settled', seen.id, about(seen))],
    }))
    return
  }
  if (!['hold.voided', 'hold.expired', 'hold.unknown'].includes(posted.reason))
    throw new Error(`exchange ${row.id}: the ledger refused to post: ${posted.reason}`)
  app.log.error({ exchange: row.id, reason: posted.reason }, 'the hold of an evaluated exchange is lost')
  await takeStep(app, row.id, 'lose', 'system', (seen, _step, now) => ({
    data: { endedAt: now.toISOString(), endedBy: 'system' },
    facts: [fact(app, 'exchange.released', seen.id, { ...about(seen), by: 'system' })],
  }))
}

/**
 * Frees the TS of an exchange that ended without payment. Asking for the hold first is no mistake: where an
 * acceptance was cut before its hold, it takes the key, so that a slow process cannot hold after us.
 */
async function release(app: App, row: ExchangeRow): Promise<void> {
  const held = await holdTs(app, row)
  if (held.ok) {
    const freed = await ledgerOf(app).void({
      actor: 'system',
      key: `exchange:${row.id}:void:${row.attempt}`,
      hold: held.value.key,
      reason: `exchange.${row.state}`,
    })
    if (!freed.ok && !['hold.voided', 'hold.expired'].includes(freed.reason))
      throw new Error(`exchange ${row.id}: the ledger refused to void: ${freed.reason}`)
  }
  await decide(app, EXCHANGES, row, { owes: 'none' }, [])
}
