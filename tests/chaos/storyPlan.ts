/*
 * What happens in the n-th story, known to those who live it and to those who check it.
 */

/** Stories are lived side by side in this many lanes; a story's helper is the one before it in its lane. */
export const LANES = 6
export const AMOUNT = 5
/** What nobody has: the helper's acceptance falls short. */
export const TOO_MUCH = 90
export const JOINING = 5
export const GIFT = 2

export type Ending = 'settled' | 'cancelled' | 'released' | 'declined'
const ENDINGS: readonly Ending[] = [
  'settled',
  'settled',
  'cancelled',
  'settled',
  'released',
  'settled',
  'declined',
]

export type StoryPlan = {
  ending: Ending
  amount: number
  /** Every act is done twice at once, as by an impatient double click. */
  doubled: boolean
  /** Staff gives something from the pool. */
  gift: boolean
}

export function storyPlan(n: number): StoryPlan {
  const ending = ENDINGS[n % ENDINGS.length] ?? 'settled'
  return {
    ending,
    amount: ending === 'declined' ? TOO_MUCH : AMOUNT,
    doubled: n % 2 === 1,
    gift: n % 3 === 1,
  }
}

export const emailOf = (n: number): string => `story-${n}@chaos.example`
export const storyOf = (email: string): number => Number(/^story-(\d+)@/.exec(email)?.[1] ?? Number.NaN)
export const formKeyOf = (n: number): string => `story-${n}`
export const giftKeyOf = (n: number): string => `gift:story-${n}`
