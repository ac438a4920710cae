import { newId } from '@/core/ids'
import { type App, fact, insertDeciding } from '@/hooks'
import { PAYMENTS } from '../contract'
import { feeKey } from '../domain/keys'
import { todayOf } from './readCounter'
import { type ApplicationRow, findSeason } from './rows'
import { seatForFee } from './seatForFee'

/** Nothing is due: a payment of nothing stands for the fee, from which seat and membership follow as from any other. */
export async function recordFree(app: App, file: ApplicationRow & { person: string }): Promise<void> {
  const { id: application, person, season } = file
  const found = await findSeason(app, season)
  const seat = found && (await seatForFee(app, file, found))
  // Given up at this moment. Where no seat is left the payment stands, and is seated as soon as one is.
  if (seat && !seat.ok && seat.reason === 'application.wrong-state') return
  const id = newId()
  const row = {
    id,
    key: feeKey(application),
    application,
    person,
    season,
    cents: 0,
    method: 'free',
    receivedOn: todayOf(app),
    recordedBy: 'system',
    recordedAt: app.clock.now().toISOString(),
    settled: 0,
    announced: 1,
  }
  await insertDeciding(app, PAYMENTS, row, [
    fact(app, 'payment.recorded', id, { payment: id, application, person, season }),
  ])
}
