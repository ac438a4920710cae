import { coordinator, extranet, or, type Rule, rule, staff, staffFor } from '@/core/access'
import type { Person, Visitor } from '@/core/person'
import type { Mission } from './contract'
import type { Actor } from './domain/next'
import { isOpenToMembers } from './domain/states'

/** Coordinators and staff bring missions to the bank. */
export const mayPropose: Rule = or(coordinator, staff)

/** Staff that verifies missions before publication. */
export const verifies: Rule = staffFor('moderation')

export const actorOf = (who: Visitor): Actor => ({ id: who?.id ?? '', verifies: verifies(who) })

/** Open missions are for all members; the others for whoever posted them and staff that verifies. */
export const mayRead: Rule<Pick<Mission, 'state' | 'postedBy'>> = rule('mission-reader', (who, mission) => {
  if (!who || !mission || !extranet(who)) return false
  return isOpenToMembers(mission.state) || mission.postedBy === who.id || verifies(who)
})

/** How to reach the prospect: never for other members. */
export const mayReadProspect: Rule<Pick<Mission, 'postedBy'>> = rule('mission-prospect', (who, mission) => {
  if (!who || !mission || !extranet(who)) return false
  return mission.postedBy === who.id || verifies(who)
})

/** Loges a person may post for; null: any. */
export const logesOf = (who: Person): string[] | null =>
  staff(who) ? null : who.grants.flatMap((g) => (g.role === 'coordinator' ? [g.loge] : []))
