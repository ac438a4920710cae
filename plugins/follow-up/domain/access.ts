import { type Rule, staffFor } from '@/core/access'
import type { Visitor } from '@/core/person'

/** Follow-up is for those who let people in and go along with them. */
export const handlesFollowUp: Rule = staffFor('applications')

/** The log about a person is for others to read: never for the person, whatever their role. */
export const mayFollow = (who: Visitor, person: string): boolean =>
  handlesFollowUp(who) && who !== null && who.id !== person
