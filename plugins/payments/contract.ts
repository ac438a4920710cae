/**
 * What payments offer others: money taken by Stripe's hosted page and given back, and a numbered receipt for every
 * payment, whoever took it. Types and names only. Money is whole cents (EUR), instants ISO texts in UTC, civil dates
 * `YYYY-MM-DD`, ids UUIDv7.
 */

export const CHECKOUTS = 'checkouts'
export const CARD_REFUNDS = 'card-refunds'
export const PROVIDER_EVENTS = 'provider-events'
export const RECEIPTS = 'receipts'

/**
 * new (no page at Stripe yet) → open → paid; besides: processing (Stripe awaits the bank), failed, expired. Paid wins
 * over all others, in whatever order the news comes.
 */
export const CHECKOUT_STATES = ['new', 'open', 'processing', 'expired', 'failed', 'paid'] as const
export type CheckoutState = (typeof CHECKOUT_STATES)[number]

/**
 * asked → sent (Stripe has it) → done; failed: the money did not arrive, it is tried again or given by other means;
 * replaced: it was given by other means.
 */
export const REFUND_STATES = ['asked', 'sent', 'done', 'failed', 'replaced'] as const
export type RefundState = (typeof REFUND_STATES)[number]

export const RECEIPT_KINDS = ['receipt', 'credit'] as const
export type ReceiptKind = (typeof RECEIPT_KINDS)[number]

export const RECEIPT_METHODS = ['card', 'cash', 'cheque', 'transfer'] as const
export type ReceiptMethod = (typeof RECEIPT_METHODS)[number]

export const REASONS = [
  /** No key of Stripe, or the plugin is off. */
  'payments.offline',
  /** Stripe does not answer, or refuses us. Nothing was taken. */
  'payments.unreachable',
  'payments.already-paid',
  /** The bank has not answered yet. */
  'payments.under-way',
  'payments.unknown',
  'payments.not-paid',
  'payments.not-failed',
  'payments.not-allowed',
  'payments.period',
  /** Days before there was Stripe, or that have not come. */
  'payments.too-early',
  'payments.too-late',
  /** More than somebody waits for: it is done behind the page. */
  'payments.long',
] as const
export type PaymentsReason = (typeof REASONS)[number]

/** What is to be paid: said by whoever asks for the money. */
export type Due = {
  /** What is paid, for the one who asks: `fee:<application>`. At most one payment stands for it. */
  ref: string
  person: string
  cents: number
  labelFr: string
  labelEn: string
  /** What it belongs to, for lists: the id of a season. */
  heading: string
}

declare module '@/hooks' {
  interface Actions {
    /** Stripe told us something; the row holds what. */
    'payments.told': { event: string }
    'payments.paid': { checkout: string; ref: string; person: string; cents: number }
    'payments.refund-asked': { refund: string }
    /** Given back: at once (cents: how much). */
    'payments.refunded': { refund: string; checkout: string; ref: string; person: string; cents: number }
    'payments.refund-failed': { refund: string; checkout: string; ref: string; person: string }
    /**
     * Money came in by hand: said by whoever recorded it, once a payment; a receipt follows. `payment` is the id of
     * its row there.
     */
    'money.received': {
      payment: string
      person: string
      cents: number
      method: Exclude<ReceiptMethod, 'card'>
      receivedOn: string
      labelFr: string
      labelEn: string
      heading: string
      reference?: string
      /** Of long ago (recorded before there were receipts): the receipt is made, and nobody is written to. */
      quiet?: boolean
    }
    /**
     * Money was given back by hand: a credit note follows. `payment`: the payment's id as in `money.received`, or the
     * checkout of a payment by card. `refund`: the id of the act, once each.
     */
    'money.returned': {
      refund: string
      payment: string
      cents: number
      method: ReceiptMethod
      returnedOn: string
    }
  }
  interface Tasks {
    /** Stripe against us, over any number of days. */
    'payments.reconcile': { input: { from: string; to: string } }
  }
  interface Services {
    /**
     * The page on which somebody pays. Asked again for the same `ref` it is the same page, as long as that can be paid
     * for some minutes. It can be paid for `payableMs` at most: keep what is sold for longer.
     * Refusals: `payments.offline`, `payments.unreachable`, `payments.already-paid`, `payments.under-way`.
     */
    'payments.checkout': {
      input: Due & {
        email: string
        lang: 'fr' | 'en' /** A path of ours to come back to. */
        returnTo: string
      }
      output: { checkout: string; url: string }
    }
    /** May people pay online, and where does the payment of a `ref` stand? */
    'payments.about': {
      input: { ref: string }
      output: { online: boolean; state: CheckoutState | 'none' | 'returned' }
    }
    /**
     * What was paid on a page, and what of it was given back, by whomever (staff may do so at Stripe): `asked` counts what
     * is on its way, too. Refusals: `payments.unknown`.
     */
    'payments.returned': {
      input: { checkout: string }
      output: { paid: number; done: number; asked: number }
    }
    /** Nothing is to be paid for this `ref` any more: pages still open are closed. */
    'payments.withdraw': { input: { ref: string }; output: { closed: number } }
    /**
     * Gives a payment by card back, all of it, once a checkout however often it is asked. Goes on by itself (a job
     * tries again); `payments.refunded` tells when it is done. Refusals: `payments.unknown`, `payments.not-paid`.
     */
    'payments.refund': {
      input: {
        checkout: string
        /** Why: a code of the asker, `paid-twice`. */
        reason: string
        /** Who asked: a person's id, or `system`. */
        by: string
      }
      output: { refund: string; state: RefundState }
    }
  }
  interface Filters {
    /** The headings by which staff narrows the list of payments: each module adds its own. */
    'payments.headings': { value: { id: string; fr: string; en: string }[]; context: Record<never, never> }
  }
}
