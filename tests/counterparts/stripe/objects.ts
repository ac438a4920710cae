import type Stripe from 'stripe'
import { withNulls } from './schema'

/*
 * Stripe's objects as they are answered: what matters to us is set by the fake, the rest is as empty as the types allow.
 * Whether they are right, the schema says (schema.ts), at each answer.
 */

export const session = (
  own: Pick<
    Stripe.Checkout.Session,
    | 'id'
    | 'created'
    | 'expires_at'
    | 'metadata'
    | 'amount_total'
    | 'url'
    | 'locale'
    | 'success_url'
    | 'cancel_url'
    | 'client_reference_id'
    | 'customer_email'
  >,
): Stripe.Checkout.Session =>
  withNulls('Session', {
    object: 'checkout.session',
    amount_subtotal: own.amount_total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    currency: 'eur',
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    livemode: false,
    mode: 'payment',
    payment_method_types: ['card'],
    payment_status: 'unpaid',
    shipping_options: [],
    status: 'open',
    ...own,
  }) as unknown as Stripe.Checkout.Session

export const paymentIntent = (
  own: Pick<Stripe.PaymentIntent, 'id' | 'created' | 'amount' | 'metadata' | 'latest_charge' | 'description'>,
): Stripe.PaymentIntent =>
  withNulls('PaymentIntent', {
    object: 'payment_intent',
    amount_capturable: 0,
    amount_received: own.amount,
    capture_method: 'automatic',
    confirmation_method: 'automatic',
    currency: 'eur',
    livemode: false,
    payment_method_types: ['card'],
    status: 'succeeded',
    ...own,
  }) as unknown as Stripe.PaymentIntent

export const charge = (
  own: Pick<Stripe.Charge, 'id' | 'created' | 'amount' | 'metadata' | 'payment_intent'>,
): Stripe.Charge =>
  withNulls('Charge', {
    object: 'charge',
    amount_captured: own.amount,
    amount_refunded: 0,
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    captured: true,
    currency: 'eur',
    disputed: false,
    livemode: false,
    paid: true,
    refunded: false,
    status: 'succeeded',
    ...own,
  }) as unknown as Stripe.Charge

export const refund = (
  own: Pick<
    Stripe.Refund,
    'id' | 'created' | 'amount' | 'metadata' | 'payment_intent' | 'charge' | 'status' | 'reason'
  >,
): Stripe.Refund =>
  withNulls('Refund', {
    object: 'refund',
    currency: 'eur',
    ...own,
  }) as unknown as Stripe.Refund

export const dispute = (
  own: Pick<Stripe.Dispute, 'id' | 'created' | 'amount' | 'payment_intent' | 'charge' | 'status'>,
): Stripe.Dispute =>
  withNulls('Dispute', {
    object: 'dispute',
    balance_transactions: [],
    currency: 'eur',
    enhanced_eligibility_types: [],
    evidence: { enhanced_evidence: {} },
    evidence_details: {
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
      enhanced_eligibility: {},
    },
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    reason: 'fraudulent',
    ...own,
  }) as unknown as Stripe.Dispute
