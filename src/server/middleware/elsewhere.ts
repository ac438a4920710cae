import type { Config } from '../config'

/** Where Stripe's hosted payment pages are. A custom domain of the Stripe account is not supported. */
const CHECKOUT = 'https://checkout.stripe.com'

/** Origins of other sites that a form of ours may lead to. */
export const paymentPages = ({ stripe }: Pick<Config, 'stripe'>): string[] =>
  stripe ? [CHECKOUT, ...(stripe.apiBase ? [stripe.apiBase] : [])] : []
