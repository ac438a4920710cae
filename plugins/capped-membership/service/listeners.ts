import type { Module } from '@/hooks'
import { welcome } from './afterConfirmation'
import { afterAcceptance, afterExpiry, afterPlanning, afterRefusal } from './afterDecision'
import { departureListeners } from './departure/listeners'
import { followPayment } from './followPayment'
import { inviteWaiting, seatInLine } from './line/inviteWaiting'
import { lineListeners } from './line/listeners'
import { missInvitation } from './line/missInvitation'
import { findLineOf } from './line/rows'
import { openFile } from './openFile'
import { findPayment } from './rows'

/**
 * What follows from each decision. Every listener may run again, and in any order: each asks the rows where
 * they stand. `touch` is repeated here so that a crash right after a seat changed leaves no stale page.
 */
export const listeners: NonNullable<Module['on']> = {
  'application.received': (app, { data }) => openFile(app, data.application),
  'interview.planned': (app, { data }) => afterPlanning(app, data.application, data.at),
  'application.accepted': (app, { data }) => afterAcceptance(app, data.application),
  'application.refused': (app, { data }) => afterRefusal(app, data.application),
  'payment.recorded': async (app, { data }) => {
    const payment = await findPayment(app, data.payment)
    if (payment) await followPayment(app, payment)
  },
  'membership.confirmed': async (app, { data, key }) => {
    await welcome(app, data, key)
    await seatInLine(app, await findLineOf(app, data.season, data.person))
  },
  'seat.held': (app) => app.touch('season'),
  'seat.confirmed': (app) => app.touch('season'),
  'seat.freed': async (app, { data, key }) => {
    await app.touch('season')
    await missInvitation(app, data.season, data.person)
    if (data.why === 'expired') await afterExpiry(app, data, key)
    await inviteWaiting(app, data.season)
  },
  ...lineListeners,
  ...departureListeners,
}
