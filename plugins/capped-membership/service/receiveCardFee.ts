import { queueMail } from '@/collections/mail/service/queueMail'
import { civilDate } from '@/core/dates'
import { newId } from '@/core/ids'
import { formatCents } from '@/core/money'
import { type App, compareAndSet, fact, insertDeciding, type NewFact } from '@/hooks'
import { CARD_FEES, type CardFeeReturn, PAYMENTS } from '../contract'
import { judgeArrival } from '../domain/cardFee'
import { applicationOfFee, feeKey } from '../domain/keys'
import { type CardFeeRow, findCardFee } from './cardFeeRows'
import { type ApplicationRow, findApplication, findFee, findSeason } from './rows'
import { seatForFee } from './seatForFee'

type Paid = { checkout: string; ref: string; person: string; cents: number }

/**
 * A fee has come by card. One row a payment decides, once, whether it is kept or given back: told twice, or by two
 * processes at once, it ends the same. What follows may be run again. What is no fee of ours is left alone.
 */
export async function receiveCardFee(app: App, paid: Paid): Promise<void> {
  const application = applicationOfFee(paid.ref)
  if (!application) return
  const before = await findCardFee(app, paid.checkout)
  if (before) return followCardFee(app, before)
  const file = await findApplication(app, application)
  const why = await refusalOf(app, paid, file)
  const row = {
    id: newId(),
    checkout: paid.checkout,
    application,
    person: paid.person,
    season: file?.season ?? '',
    cents: paid.cents,
    outcome: why ? 'returned' : 'kept',
    why,
    decidedAt: app.clock.now().toISOString(),
    settled: 0,
  }
  await insertDeciding(app, CARD_FEES, row, why === 'no-seat' ? [unseated(app, row)] : [])
  const decided = await findCardFee(app, paid.checkout)
  if (decided) await followCardFee(app, decided)
}

const unseated = (
  app: App,
  {
    checkout,
    application,
    person,
    season,
  }: Pick<CardFeeRow, 'checkout' | 'application' | 'person' | 'season'>,
): NewFact => fact(app, 'payment.unseated', checkout, { application, person, season })

/** Why it cannot be kept; null when it can, and a seat is made sure of for as long as writing it down takes. */
async function refusalOf(app: App, paid: Paid, file: ApplicationRow | null): Promise<CardFeeReturn | null> {
  const [fee, season] = await Promise.all([
    file ? findFee(app, file.id) : null,
    file ? findSeason(app, file.season) : null,
  ])
  if (!file || !season || file.person !== paid.person) return 'not-accepted'
  const judged = judgeArrival({
    state: file.state,
    dueCents: file.dueCents ?? season.feeCents,
    cents: paid.cents,
    paidBy: fee ? (fee.checkout ?? '') : null,
    checkout: paid.checkout,
  })
  if (judged !== 'keep') return judged
  const seat = await seatForFee(app, { id: file.id, person: paid.person }, season)
  if (seat.ok) return null
  return seat.reason === 'seat.none-left' ? 'no-seat' : 'not-accepted'
}

/**
 * What follows from the decision: the payment's row, from which seat and membership follow, or the refund. Where a
 * cheque was recorded between the two, this one is given back: the key of the fee says which came first.
 */
export async function followCardFee(app: App, row: CardFeeRow): Promise<void> {
  if (row.settled === 1) return
  if (row.outcome === 'kept') {
    await insertDeciding(app, PAYMENTS, ...paymentOf(app, row))
    const fee = await findFee(app, row.application)
    if (fee?.checkout !== row.checkout) {
      await giveBack(app, row, 'paid-twice')
      await compareAndSet(
        app,
        CARD_FEES,
        { id: { equals: row.id } },
        { outcome: 'returned', why: 'paid-twice' },
      )
    }
  } else await giveBack(app, row, row.why ?? 'not-accepted')
  await compareAndSet(app, CARD_FEES, { id: { equals: row.id } }, { settled: 1 })
}

function paymentOf(app: App, row: CardFeeRow): [Record<string, unknown>, NewFact[]] {
  const { application, person, season } = row
  // The payment's id is the row's that decided it: the same payment however often this is run.
  const payment = { payment: row.id, application, person, season }
  return [
    {
      id: row.id,
      key: feeKey(application),
      application,
      person,
      season,
      cents: row.cents,
      method: 'card',
      receivedOn: civilDate(new Date(row.decidedAt), app.settings.timeZone),
      checkout: row.checkout,
      recordedBy: 'system',
      recordedAt: row.decidedAt,
      settled: 0,
      announced: 1,
    },
    [fact(app, 'payment.recorded', row.id, payment)],
  ]
}

/** Throws where nobody offers refunds just now (the plugin is off): it is tried again. */
async function giveBack(app: App, row: CardFeeRow, why: CardFeeReturn): Promise<void> {
  const asked = await app.call('payments.refund', { checkout: row.checkout, reason: why, by: 'system' })
  if (!asked.ok) throw new Error(`the fee ${row.checkout} is not given back: ${asked.reason}`)
  const file = await findApplication(app, row.application)
  if (!file) return
  await queueMail(app, {
    key: `membership.card-returned:${row.checkout}`,
    to: file.email,
    person: row.person,
    lang: file.lang,
    template: 'membership.card-returned',
    data: {
      name: file.name,
      why,
      amount: formatCents(row.cents, file.lang),
      url: `${app.settings.publicUrl}/ma-candidature`,
    },
  })
}
