import { MINUTE, SECOND } from '@/core/clock'

export type State = 'new' | 'open' | 'processing' | 'expired' | 'failed' | 'paid'

/** How long a page can be paid. Stripe takes 30 minutes at least, counted from when it makes it. */
export const PAYABLE_MS = 31 * MINUTE
const STRIPE_MINIMUM_MS = 30 * MINUTE
/** A request may take this long to arrive. */
const TRAVEL_MS = 15 * SECOND
/** A page with less time left is replaced: nobody should find it closed while typing a card number. */
const ENOUGH_MS = 5 * MINUTE

/** Higher wins. News comes in any order, and more than once: what is known only ever goes up. */
const RANK: Record<State, number> = { new: 0, open: 1, processing: 2, expired: 3, failed: 4, paid: 5 }

/** What is known after one more piece of news. */
export const laterState = (known: State, heard: State): State => (RANK[heard] > RANK[known] ? heard : known)

/** What Stripe's session says (https://docs.stripe.com/api/checkout/sessions/object). */
export type SessionSaid = { status: string | null; payment_status: string }

export function stateOf(session: SessionSaid, event = ''): State {
  if (session.status === 'complete' && session.payment_status !== 'unpaid') return 'paid'
  if (event === 'checkout.session.async_payment_failed') return 'failed'
  if (session.status === 'complete') return 'processing'
  return session.status === 'expired' ? 'expired' : 'open'
}

export type Known = { state: State; cents: number; expiresAt: string; returned: boolean }

/**
 * What to do for somebody who wants to pay, given the last attempt: `use` its page, `resume` making it, `replace` it
 * by another, make the first (`fresh`), or say that it is `paid` or `under-way`.
 */
export function nextStep(
  last: Known | null,
  cents: number,
  now: Date,
): 'fresh' | 'use' | 'resume' | 'replace' | 'paid' | 'under-way' {
  if (!last) return 'fresh'
  const left = new Date(last.expiresAt).getTime() - now.getTime()
  switch (last.state) {
    case 'paid':
      return last.returned ? 'fresh' : 'paid'
    case 'processing':
      return 'under-way'
    case 'new':
      return last.cents === cents && left >= STRIPE_MINIMUM_MS + TRAVEL_MS ? 'resume' : 'replace'
    case 'open':
      return last.cents === cents && left >= ENOUGH_MS ? 'use' : 'replace'
    default:
      return 'fresh'
  }
}
