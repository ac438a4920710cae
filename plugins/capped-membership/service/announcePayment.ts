import { DAY } from '@/core/clock'
import { type App, compareAndSet } from '@/hooks'
import { PAYMENTS } from '../contract'
import { feeKey } from '../domain/keys'
import { onlineText } from '../i18n/online'
import { findSeason, many, type PaymentRow } from './rows'

/** Money received by hand: those who make receipts are told, once; and nothing is to be paid online any more. */
export async function announcePayment(app: App, payment: PaymentRow): Promise<void> {
  if (payment.announced === 1) return
  const season = await findSeason(app, payment.season)
  const { id, person, cents, method, receivedOn, reference } = payment
  if (season && method !== 'card' && method !== 'free') {
    await app.emit('money.received', id, {
      payment: id,
      person,
      cents,
      method,
      receivedOn,
      labelFr: onlineText('fr').label(season.titleFr),
      labelEn: onlineText('en').label(season.titleEn),
      heading: season.id,
      ...(reference ? { reference } : {}),
      ...(isOld(app, payment) ? { quiet: true } : {}),
    })
    // Where nobody offers it there is no page to close; where Stripe does not answer, a second payment is given back.
    await app.call('payments.withdraw', { ref: feeKey(payment.application) })
  }
  await compareAndSet(app, PAYMENTS, { id: { equals: id } }, { announced: 1 })
}

const isOld = (app: App, { recordedAt }: PaymentRow): boolean =>
  app.clock.now().getTime() - new Date(recordedAt).getTime() > 2 * DAY

/** Those that nobody was told of: recorded before there were receipts, or cut off. */
export async function announcePayments(app: App): Promise<void> {
  const silent = await many<PaymentRow>(
    app,
    PAYMENTS,
    { or: [{ announced: { exists: false } }, { announced: { equals: 0 } }] },
    { sort: 'id', limit: 100 },
  )
  for (const payment of silent)
    await announcePayment(app, payment).catch((err) =>
      app.log.warn({ err, payment: payment.id }, 'a payment is not announced yet'),
    )
}
