import { ok, type Result, refuse } from '@/core/result'
import type { App } from '@/hooks'
import { ONLINE_HOLD_MS } from '../domain/hold'
import { feeKey } from '../domain/keys'
import { onlineText } from '../i18n/online'
import { holdSeat } from './holdSeat'
import { followWithdrawal } from './line/leaveLine'
import { applicationsOf, findApplication, findFee, findSeason } from './rows'
import { needsSeat } from './seating'

/**
 * The page on which an accepted person pays the fee. Their seat is kept for longer than that page can be paid, and
 * never for less than it was; where it was lost, a free one is taken, and with none left there is nothing to pay. Who gives
 * up meanwhile has neither: the file is looked at again after the page is asked for.
 * Refusals: `payment.not-yours`, `payment.recorded`, `payment.no-seat`, those of `payments.checkout`, `service.absent`.
 */
export async function payOnline(app: App, person: string): Promise<Result<{ url: string }>> {
  const [file] = await applicationsOf(app, person)
  if (file?.state !== 'accepted' && file?.state !== 'joined') return refuse('payment.not-yours')
  const [season, fee] = await Promise.all([findSeason(app, file.season), findFee(app, file.id)])
  if (fee) return refuse('payment.recorded')
  if (!season || file.state === 'joined') return refuse('payment.not-yours')
  const cents = file.dueCents ?? season.feeCents
  // Nothing is due: it is recorded by itself.
  if (cents === 0) return refuse('payment.recorded')
  if (await needsSeat(app, season, person)) {
    const until = new Date(app.clock.now().getTime() + ONLINE_HOLD_MS)
    const seat = await holdSeat(app, { season: season.id, person, until })
    if (!seat.ok) return refuse('payment.no-seat')
  }
  const page = await app.call('payments.checkout', {
    ref: feeKey(file.id),
    person,
    cents,
    labelFr: onlineText('fr').label(season.titleFr),
    labelEn: onlineText('en').label(season.titleEn),
    heading: season.id,
    email: file.email,
    lang: file.lang,
    returnTo: '/ma-candidature',
  })
  // Given up meanwhile: whoever followed that up may have found neither the seat nor the page, which were left to us.
  if ((await findApplication(app, file.id))?.state === 'withdrawn') {
    await followWithdrawal(app, file.id)
    return refuse('payment.not-yours')
  }
  return page.ok ? ok({ url: page.value.url }) : page
}
