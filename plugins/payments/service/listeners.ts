import type { Module } from '@/hooks'
import { followEvent } from './followEvent'
import {
  creditForHand,
  creditForRefund,
  mailCredit,
  mailReceipt,
  receiptForCheckout,
  receiptForHand,
} from './receiptsFor'
import { replaceFailed } from './replaceFailed'
import { sendRefund } from './sendRefund'

/** What follows from each fact. Every listener may run again, and in any order. */
export const listeners: NonNullable<Module['on']> = {
  'payments.told': (app, { data }) => followEvent(app, data.event),
  'payments.refund-asked': (app, { data }) => sendRefund(app, data.refund),
  'payments.paid': async (app, { data }) => mailReceipt(app, await receiptForCheckout(app, data.checkout)),
  'payments.refunded': async (app, { data }) => mailCredit(app, await creditForRefund(app, data.refund)),
  'money.received': async (app, { data }) => {
    const receipt = await receiptForHand(app, data)
    if (!data.quiet) await mailReceipt(app, receipt)
  },
  'money.returned': async (app, { data }) => {
    await replaceFailed(app, data.payment)
    await mailCredit(app, await creditForHand(app, data))
  },
}
