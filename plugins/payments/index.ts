import { rule } from '@/core/access'
import { MINUTE } from '@/core/clock'
import { definePlugin } from '@/hooks'
import { checkouts } from './collections/checkouts'
import { providerEvents } from './collections/events'
import { receipts } from './collections/receipts'
import { cardRefunds } from './collections/refunds'
import { paymentsSettings } from './collections/settings'
import { paymentsCommands } from './commands'
import { CARD_REFUNDS } from './contract'
import { texts } from './i18n'
import { paymentsMails } from './mails'
import { exportPayments } from './service/exportPayments'
import { lookAfterCheckouts, sendRefunds } from './service/jobs'
import { listeners } from './service/listeners'
import { paymentsTodo } from './service/paymentsTodo'
import { reconcileTask } from './service/reconcileTask'
import { services } from './service/services'
import { comeBackRoute } from './web/comeBack'
import { officeCsvRoute } from './web/officeCsv'
import { officeListRoute, retryRoute } from './web/officeList'
import { handlesPayments, OFFICE, RECEIPTS_PATH } from './web/paths'
import { myReceiptsRoute, receiptPdfRoute, receiptRoute } from './web/receipts'
import { reconcileRoute } from './web/reconcile'
import { reconcileCsvRoute } from './web/reconcileCsv'
import { webhookRoute } from './web/webhook'

/** Whoever may have paid something. */
const mayHavePaid = rule(
  'may-have-paid',
  (who) => who !== null && !['prospect', 'applicant'].includes(who.standing),
)

export const paymentsPlugin = definePlugin({
  id: 'payments',
  version: '0.1.0',
  title: { fr: 'Paiements et reçus', en: 'Payments and receipts' },
  description: {
    fr: 'Paiement en ligne par Stripe, remboursements, reçus numérotés sans trou, rapprochement.',
    en: 'Online payment by Stripe, refunds, receipts numbered without a gap, reconciliation.',
  },
  collections: [checkouts, cardRefunds, providerEvents, receipts],
  settings: paymentsSettings,
  on: listeners,
  services,
  routes: [
    webhookRoute,
    comeBackRoute,
    myReceiptsRoute,
    receiptRoute,
    receiptPdfRoute,
    officeListRoute,
    officeCsvRoute,
    retryRoute,
    reconcileRoute,
    reconcileCsvRoute,
  ],
  menu: [
    {
      place: 'account',
      href: RECEIPTS_PATH,
      label: { fr: 'Mes reçus', en: 'My receipts' },
      order: 8,
      access: mayHavePaid,
    },
    {
      place: 'account',
      href: OFFICE,
      label: { fr: 'Paiements', en: 'Payments' },
      order: 62,
      access: handlesPayments,
      group: 'money',
    },
  ],
  tasks: { 'payments.reconcile': reconcileTask },
  jobs: [
    { id: 'checkouts.look-after', everyMs: 5 * MINUTE, run: lookAfterCheckouts },
    { id: 'refunds.send', everyMs: MINUTE, run: sendRefunds, nudgedBy: [CARD_REFUNDS] },
  ],
  mails: paymentsMails,
  todo: paymentsTodo,
  reasons: (lang) => texts(lang).reasons,
  commands: paymentsCommands,
  exportOf: exportPayments,
})
