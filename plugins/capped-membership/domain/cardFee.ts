/** What is known when a fee arrives by card. */
export type Arrival = {
  /** Of the file; null where there is none. */
  state: string | null
  dueCents: number
  cents: number
  /** The checkout of the fee that stands already, '' for one by hand, null for none. */
  paidBy: string | null
  checkout: string
}

/**
 * Is it kept, or given back, and why? Whether a seat is left is asked after this: a fee that is not due takes none.
 */
export function judgeArrival({
  state,
  dueCents,
  cents,
  paidBy,
  checkout,
}: Arrival): 'keep' | 'paid-twice' | 'not-accepted' | 'wrong-amount' {
  if (paidBy !== null) return paidBy === checkout ? 'keep' : 'paid-twice'
  if (state !== 'accepted') return 'not-accepted'
  return cents === dueCents ? 'keep' : 'wrong-amount'
}
