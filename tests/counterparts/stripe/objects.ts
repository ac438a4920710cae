import type Stripe from 'stripe'

/*
 * Stripe's objects as they are answered: what matters to us is set by the fake, the rest is as empty as the types allow.
 * Whether they are right, the schema says (schema.ts), at each answer.
 */

const nulls = <K extends string>(...names: K[]) =>
  Object.fromEntries(names.map((name) => [name, null])) as Record<K, null>

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
  ({
    ...nulls(
      'adaptive_pricing',
      'after_expiration',
      'allow_promotion_codes',
      'allowed_payment_method_types',
      'billing_address_collection',
      'client_secret',
      'collected_information',
      'consent',
      'consent_collection',
      'currency_conversion',
      'customer',
      'customer_account',
      'customer_creation',
      'customer_details',
      'discounts',
      'integration_identifier',
      'invoice',
      'invoice_creation',
      'managed_payments',
      'origin_context',
      'payment_intent',
      'payment_link',
      'payment_method_collection',
      'payment_method_configuration_details',
      'payment_method_options',
      'permissions',
      'recovered_from',
      'saved_payment_method_options',
      'setup_intent',
      'shipping_address_collection',
      'shipping_cost',
      'submit_type',
      'subscription',
      'total_details',
      'ui_mode',
      'wallet_options',
    ),
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
  ({
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
  ({
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
  ({
    ...nulls(
      'balance_transaction',
      'customer',
      'customer_account',
      'receipt_number',
      'source_transfer_reversal',
      'transfer_reversal',
    ),
    object: 'refund',
    currency: 'eur',
    ...own,
  }) as unknown as Stripe.Refund

export const dispute = (
  own: Pick<Stripe.Dispute, 'id' | 'created' | 'amount' | 'payment_intent' | 'charge' | 'status'>,
): Stripe.Dispute =>
  ({
    object: 'dispute',
    balance_transactions: [],
    currency: 'eur',
    enhanced_eligibility_types: [],
    evidence: {},
    evidence_details: {},
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    reason: 'fraudulent',
    ...own,
  }) as unknown as Stripe.Dispute
