import { addDays, type CivilDate, civilDate, startOfDay } from '@/core/dates'
import type { Standing } from '@/core/person'
import type { StatusKind } from '@/ui'

export const OFFICE = '/bureau/personnes'
export const fileHref = (id: string): string => `${OFFICE}/${id}`

/** How each standing is marked; the word is in the texts. */
export const STANDING_KIND: Record<Standing, StatusKind> = {
  prospect: 'draft',
  applicant: 'waiting',
  accepted: 'held',
  active: 'done',
  grace: 'open',
  lapsed: 'closed',
  refused: 'refused',
  suspended: 'alert',
  left: 'closed',
  erased: 'closed',
}

/** A last day, as people say it, is an end at the next midnight; and back. */
export const endOfDay = (day: CivilDate, zone: string): Date => startOfDay(addDays(day, 1), zone)
export const lastDay = (end: string | Date, zone: string): CivilDate =>
  civilDate(new Date(new Date(end).getTime() - 1), zone)
