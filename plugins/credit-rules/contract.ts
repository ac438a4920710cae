/** Rules by which the association grants TS for what comes to pass. Types and names only. */

export const CREDIT_RULES = 'credit-rules'

/** Actions a rule may be about; each tells for whom. */
export const RULE_EVENTS = ['membership.confirmed'] as const
export type RuleEvent = (typeof RULE_EVENTS)[number]
