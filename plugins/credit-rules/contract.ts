/** Rules by which the association grants TS for what comes to pass. Types and names only. */

export const CREDIT_RULES = 'credit-rules'
export const CREDIT_RETURNS = 'credit-returns'

/** Actions a rule may be about; each tells for whom. */
export const RULE_EVENTS = ['membership.confirmed'] as const
export type RuleEvent = (typeof RULE_EVENTS)[number]

declare module '@/hooks' {
  interface Actions {
    /** A membership ended: what was left of its person's grants went back to the pool; `shortfall` was spent. Whole TS. */
    'credit.returned': {
      person: string
      season: string
      membership: string
      returned: number
      shortfall: number
    }
  }
}
