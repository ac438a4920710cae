import { or, type Rule, staffFor } from '@/core/access'
import type { Person } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'

/** Who asks for a staff verb: a person, or the program itself (seeds, jobs). */
export type Actor = Person | 'system'

export const actorId = (by: Actor): string => (by === 'system' ? 'system' : by.id)

export const handlesApplications: Rule = staffFor('applications')
export const handlesPayments: Rule = staffFor('payments')

/** Who works on files at all: those who decide, and those who take the money. */
export const handlesFiles: Rule = or(handlesApplications, handlesPayments)

/** Staff verbs ask for themselves: a route that forgot its rule must not be a way in. */
export function mayAct(by: Actor, rule: Rule): Result<null, 'staff.not-allowed'> {
  return by === 'system' || rule(by) ? ok(null) : refuse('staff.not-allowed')
}

/** Nobody decides on a file of their own. */
export function notOwn(by: Actor, person: string | null | undefined): Result<null, 'application.own'> {
  return by !== 'system' && by.id === person ? refuse('application.own') : ok(null)
}
