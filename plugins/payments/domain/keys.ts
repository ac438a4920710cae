/** Unique keys: what may exist only once is said by its key. */

/** The n-th page on which something may be paid. */
export const checkoutKey = (ref: string, attempt: number): string => `${ref}#${attempt}`

/** A payment is given back once, however often that is asked. */
export const refundKey = (checkout: string): string => `refund:${checkout}`

/** A refund made at Stripe by hand. */
export const foreignRefundKey = (stripeId: string): string => `stripe:${stripeId}`
