export type State = 'asked' | 'sent' | 'done' | 'failed'

/** A refund may fail after it was said to have succeeded (a closed bank account): failed is the last word. */
const RANK: Record<State, number> = { asked: 0, sent: 1, done: 2, failed: 3 }

export const laterState = (known: State, heard: State): State => (RANK[heard] > RANK[known] ? heard : known)

/** Stripe's word for it (https://docs.stripe.com/api/refunds/object#refund_object-status) → ours. */
export function stateOf(status: string | null): State {
  if (status === 'succeeded') return 'done'
  return status === 'failed' || status === 'canceled' ? 'failed' : 'sent'
}
