/**
 * asked → accepted (TS held) → delivered → evaluated → settled (TS moved). Besides: declined, cancelled and
 * expired (nothing moves), disputed (a bad evaluation, staff decides), released (decided: nothing moves).
 */
export const STATES = [
  'asked',
  'accepted',
  'delivered',
  'evaluated',
  'disputed',
  'settled',
  'declined',
  'cancelled',
  'expired',
  'released',
] as const
export type State = (typeof STATES)[number]

/**
 * What the ledger still has to do for an exchange, so that a crash is finished by whoever comes next:
 * hold (the helper has accepted), post (a good evaluation), void (nothing will be paid), none.
 */
export const OWED = ['none', 'hold', 'post', 'void'] as const
export type Owed = (typeof OWED)[number]

/** TS are held for the helper in these. */
export const HOLDING: readonly State[] = ['accepted', 'delivered', 'evaluated', 'disputed']
/** Nothing more will happen. */
export const OVER: readonly State[] = ['settled', 'declined', 'cancelled', 'expired', 'released']

export const isHolding = (state: State): boolean => HOLDING.includes(state)
export const isOver = (state: State): boolean => OVER.includes(state)
