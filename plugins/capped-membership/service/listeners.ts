import type { Module } from '@/hooks'
import { welcome } from './afterConfirmation'
import { afterAcceptance, afterExpiry, afterRefusal } from './afterDecision'
import { announcePayment } from './announcePayment'
import { followLeaving } from './departure/followLeaving'
import { departureListeners } from './departure/listeners'
import { sendLink } from './drafts/sendLink'
import { followPayment } from './followPayment'
import { afterImport } from './imports/forgetLists'
import { inviteWaiting, seatInLine } from './line/inviteWaiting'
import { lineListeners } from './line/listeners'
import { missInvitation } from './line/missInvitation'
import { findLineOf } from './line/rows'
import { openFile } from './openFile'
import { receiveCardFee } from './receiveCardFee'
import { afterSeason } from './renewal/afterSeason'
import { afterDeclined, afterDeparture, afterRenewed, afterWanted } from './renewal/followRenewal'
import { offerToNewMember } from './renewal/keepSeats'
import { findPayment } from './rows'
import { afterCallingOff, afterPlanning } from './slots/afterInterview'
import { afterWithdrawal } from './slots/leaveSlot'

/**
 * What follows from each decision. Every listener may run again, and in any order: each asks the rows where
 * they stand. `touch` is repeated here so that a crash right after a seat changed leaves no stale page.
 */
export const listeners: NonNullable<Module['on']> = {
  'application.drafted': (app, { data }) => sendLink(app, data.draft, data.sending),
  'application.received': (app, { data }) => openFile(app, data.application),
  'interview.planned': (app, { data }) => afterPlanning(app, data.application, data.at),
  'slot.withdrawn': (app, { data }) => afterWithdrawal(app, data.slot),
  'interview.cancelled': (app, { data, key }) => afterCallingOff(app, data.application, data.at, key),
  'application.accepted': (app, { data }) => afterAcceptance(app, data.application),
  'application.refused': (app, { data }) => afterRefusal(app, data.application),
  'payment.recorded': async (app, { data }) => {
    const payment = await findPayment(app, data.payment)
    if (!payment) return
    await followPayment(app, payment)
    await announcePayment(app, payment)
  },
  'payments.paid': (app, { data }) => receiveCardFee(app, data),
  'membership.confirmed': async (app, { data, key }) => {
    await welcome(app, data, key)
    await seatInLine(app, await findLineOf(app, data.season, data.person))
    await afterRenewed(app, data)
    await offerToNewMember(app, data)
  },
  'renewal.wanted': (app, { data }) => afterWanted(app, data.renewal),
  'renewal.declined': (app, { data }) => afterDeclined(app, data.renewal),
  'standing.changed': async (app, { data, key }) => {
    if (data.to === 'left') await followLeaving(app, data.person, data.actor)
    if (data.to === 'left' || data.to === 'erased') await afterDeparture(app, data.person)
    await afterSeason(app, data, key)
  },
  'task.ended': async (app, { data }) => {
    if (data.kind === 'membership.import' && data.state === 'done') await afterImport(app, data.task)
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
