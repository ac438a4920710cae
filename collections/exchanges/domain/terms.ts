import { DAY } from '@/core/clock'

/** What the association suggests for a service: 5 TS for 3 hours (domain.md, SEED). A hint, never forced. */
export const GUIDE = { amount: 5, hours: 3 } as const

/** Most an exchange may cost: a typing error should not empty an account. */
export const MAX_AMOUNT = 100
export const MAX_HOURS = 100

/** A request nobody answers ends after two weeks. */
export const ANSWER_WITHIN = 14 * DAY
/** Help that is accepted is given within two months, else the TS are free again. */
export const DELIVER_WITHIN = 60 * DAY
/** After this long without an evaluation, staff is asked to look and may evaluate. */
export const SILENCE_AFTER = 14 * DAY
/**
 * The hold outlives every deadline of ours by far: once help is delivered, time alone must never take the
 * helper's TS away.
 */
export const HOLD_FOR = 730 * DAY

/** TS the guide rate suggests for a number of hours, rounded to the nearest whole TS, at least 1. */
export const suggestedAmount = (hours: number): number =>
  Math.max(1, Math.round((hours * GUIDE.amount) / GUIDE.hours))

export const isAmount = (value: number): boolean =>
  Number.isSafeInteger(value) && value >= 1 && value <= MAX_AMOUNT

/** Hours in halves: 0.5, 1, 1.5 … */
export const isHours = (value: number): boolean =>
  Number.isFinite(value) && value >= 0.5 && value <= MAX_HOURS && Number.isInteger(value * 2)

export const isRating = (value: number): boolean => Number.isSafeInteger(value) && value >= 1 && value <= 5

/** 1 and 2 say that the help was not what was agreed: the TS wait for staff. */
export const isGood = (rating: number): boolean => rating >= 3
