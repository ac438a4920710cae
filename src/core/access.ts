import type { Person, StaffArea, Standing, Visitor } from './person'

/**
 * Access rules are small named functions of who asks and what is asked for. Default deny: a rule that is
 * not given refuses. `rule.label` names it in the generated access matrix.
 */
export type Rule<S = unknown> = ((who: Visitor, subject?: S) => boolean) & { readonly label: string }

export function rule<S = unknown>(label: string, test: (who: Visitor, subject?: S) => boolean): Rule<S> {
  return Object.assign((who: Visitor, subject?: S) => test(who, subject), { label })
}

export const and = <S>(...rules: Rule<S>[]): Rule<S> =>
  rule(rules.map((r) => r.label).join(' and '), (who, subject) => rules.every((r) => r(who, subject)))

export const or = <S>(...rules: Rule<S>[]): Rule<S> =>
  rule(rules.map((r) => r.label).join(' or '), (who, subject) => rules.some((r) => r(who, subject)))

export const nobody: Rule = rule('nobody', () => false)
export const anyone: Rule = rule('anyone', () => true)
export const signedIn: Rule = rule('signed-in', (who) => who !== null)
export const anonymous: Rule = rule('anonymous', (who) => who === null)

/** May live in the extranet: standing active or grace (domain.md, People). Staff pass by their grants. */
export const activeMember: Rule = rule(
  'active-member',
  (who) => who !== null && (who.standing === 'active' || who.standing === 'grace'),
)

/** A suspended, departed or erased person keeps no right from any grant. */
export const keepsGrants = (standing: Standing): boolean =>
  standing !== 'suspended' && standing !== 'left' && standing !== 'erased'

const holdsGrants = (who: Visitor): who is Person => who !== null && keepsGrants(who.standing)

export const administrator: Rule = rule(
  'administrator',
  (who) => holdsGrants(who) && who.grants.some((g) => g.role === 'administrator'),
)

/** Staff of any area, administrators included. */
export const staff: Rule = rule(
  'staff',
  (who) => holdsGrants(who) && who.grants.some((g) => g.role === 'administrator' || g.role === 'staff'),
)

/** Staff granted this area, administrators included. */
export const staffFor = (area: StaffArea): Rule =>
  rule(
    `staff:${area}`,
    (who) =>
      holdsGrants(who) &&
      who.grants.some((g) => g.role === 'administrator' || (g.role === 'staff' && g.area === area)),
  )

/** Coordinator of any loge. */
export const coordinator: Rule = rule(
  'coordinator',
  (who) => holdsGrants(who) && activeMember(who) && who.grants.some((g) => g.role === 'coordinator'),
)

/** Coordinator of the loge the subject belongs to. */
export const coordinatorOf = <S>(logeOf: (subject: S) => string | null | undefined): Rule<S> =>
  rule<S>('coordinator-of-loge', (who, subject) => {
    if (!coordinator(who) || who === null || subject === undefined) return false
    const loge = logeOf(subject)
    return who.grants.some((g) => g.role === 'coordinator' && g.loge === loge)
  })

/** The subject is the asker's own. */
export const own = <S>(ownerOf: (subject: S) => string | null | undefined): Rule<S> =>
  rule<S>('own', (who, subject) => who !== null && subject !== undefined && ownerOf(subject) === who.id)

/** Whoever may enter the extranet: members in good standing, and staff. */
export const extranet: Rule = Object.assign((who: Visitor) => activeMember(who) || staff(who), {
  label: 'extranet',
})
