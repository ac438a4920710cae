import { slugify } from '@/core/text'
import { applicants, staffPeople } from './applicants'
import { elsewhere } from './elsewhere'
import { former } from './former'
import { lighter } from './lighter'
import { occitanie } from './occitanie'
import { provence } from './provence'
import type { DemoPerson } from './types'
import { workshop } from './workshop'

export type { DemoPerson }
export { applicants, former, lighter, staffPeople, workshop }

/** Members who present themselves in full. */
export const presented: readonly DemoPerson[] = [...provence, ...occitanie, ...elsewhere]
export const everybody: readonly DemoPerson[] = [
  ...staffPeople,
  ...presented,
  ...lighter,
  ...former,
  ...workshop,
  ...applicants,
]

/** « Gwendal Le Floch » → gwendal.le-floch@demo.example; `.example` belongs to nobody (RFC 2606). */
export function emailOf(person: DemoPerson): string {
  const [first = '', ...rest] = person.name.split(' ')
  return person.email ?? `${slugify(first)}.${slugify(rest.join(' '))}@demo.example`
}
