import type { CivilDate } from '@/core/dates'

export type CreditRule = {
  /** Short code; also the code of the movement in the ledger. Never changes. */
  key: string
  event: string
  /** Whole TS. */
  amount: number
  active?: boolean | null
  /** In force from this day (included) to this one (excluded); open where absent. */
  fromOn?: CivilDate | null
  toOn?: CivilDate | null
}

/** The rules that grant something for an event of that day. */
export const rulesFor = <R extends CreditRule>(rules: readonly R[], event: string, day: CivilDate): R[] =>
  rules.filter(
    (r) =>
      r.event === event &&
      Boolean(r.active) &&
      Number.isSafeInteger(r.amount) &&
      r.amount >= 1 &&
      (!r.fromOn || r.fromOn <= day) &&
      (!r.toOn || day < r.toOn),
  )

/** One grant a rule and person, for ever: joining again, another season, gives nothing more. */
export const grantKey = (rule: string, person: string): string => `grant:${rule}:${person}`

/** One return a membership that ended; asked again, when TS were spent meanwhile, under the next attempt's key. */
export const returnKey = (membership: string, attempt: number): string => `return:${membership}:${attempt}`

/** A code that can stand in the ledger and in keys. */
export const isRuleKey = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z][a-z0-9-]{1,39}$/.test(value)
