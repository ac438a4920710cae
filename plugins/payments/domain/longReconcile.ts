import { addDays, type CivilDate } from '@/core/dates'
import type { Days } from './period'

/** What somebody waits for; more is compared step by step, behind the page. */
const AT_ONCE_DAYS = 92
/** What a step compares, where Stripe has few movements. */
const STEP_DAYS = 28

export const comparedAtOnce = ({ from, to }: Days): boolean => addDays(from, AT_ONCE_DAYS) > to

/** Where a long comparison is: the day it goes on from, how many days at a time, how many differences it has found. */
export type Place = { from: CivilDate; days: number; found: number }

/** The place a cursor says (`2027-01-29 28 3`); the beginning for that of the first step. */
export function placeOf(cursor: string, start: CivilDate): Place {
  const [from = '', days, found] = cursor.split(' ')
  return days === undefined
    ? { from: start, days: STEP_DAYS, found: 0 }
    : { from, days: Number(days), found: Number(found) }
}

export const cursorOf = ({ from, days, found }: Place): string => `${from} ${days} ${found}`

/** The days a step compares: both included. */
export function stepDays({ from, days }: Place, to: CivilDate): Days {
  const last = addDays(from, days - 1)
  return { from, to: last < to ? last : to }
}

/** After some days of which Stripe had too much for a step: fewer at a time. A single day is read whole. */
export const smaller = (place: Place): Place => ({ ...place, days: Math.max(1, Math.floor(place.days / 4)) })

/** After days that were compared. */
export const further = (place: Place, compared: Days, found: number): Place => ({
  ...place,
  from: addDays(compared.to, 1),
  found: place.found + found,
})
