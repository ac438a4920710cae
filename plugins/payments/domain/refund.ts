export type State = 'asked' | 'sent' | 'done' | 'failed' | 'replaced'

/**
 * A refund may fail after it was said to have succeeded (a closed bank account): failed is Stripe's last word. What was
 * handed over in its place since is not undone by any.
 */
const RANK: Record<State, number> = { asked: 0, sent: 1, done: 2, failed: 3, replaced: 4 }

/** Is its money given back, or on its way? */
export const stands = (state: State): boolean => state !== 'failed' && state !== 'replaced'

export const laterState = (known: State, heard: State): State => (RANK[heard] > RANK[known] ? heard : known)

/** Was all of it given back, or is about to be? Some of it is not enough: what is left stays paid. */
export const isReturned = (paidCents: number, refunds: readonly { cents: number; state: State }[]): boolean =>
  refunds.reduce((sum, { cents, state }) => sum + (stands(state) ? cents : 0), 0) >= paidCents

/** Stripe's word for it (https://docs.stripe.com/api/refunds/object#refund_object-status) → ours. */
export function stateOf(status: string | null): State {
  if (status === 'succeeded') return 'done'
  return status === 'failed' || status === 'canceled' ? 'failed' : 'sent'
}
