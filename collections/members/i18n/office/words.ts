import { defineTexts, type Lang } from '@/core/lang'
import type { RoleGrant } from '@/core/person'
import { areaName } from '../../areas'

/** The words for standings and roles, on every page. */
export const wordTexts = defineTexts(
  {
    standings: {
      prospect: 'sans adhésion',
      applicant: 'candidature en cours',
      accepted: 'candidature acceptée',
      active: 'adhésion en cours',
      grace: 'à renouveler',
      lapsed: 'adhésion échue',
      refused: 'candidature refusée',
      suspended: 'accès suspendu',
      left: 'départ enregistré',
      erased: 'compte effacé',
    },
    roles: {
      administrator: 'Administration',
      staff: 'Permanence',
      coordinator: 'Coordination de loge',
      provider: 'Services en loge',
    },
    grants: {
      staff: (area: string) => `Permanence : ${area}`,
      coordinator: (loge: string) => `Coordination : ${loge}`,
      provider: (loge: string) => `Services : ${loge}`,
      unknownLoge: 'loge inconnue',
    },
  },
  {
    standings: {
      prospect: 'not a member',
      applicant: 'application under way',
      accepted: 'application accepted',
      active: 'member',
      grace: 'to be renewed',
      lapsed: 'membership lapsed',
      refused: 'application refused',
      suspended: 'access suspended',
      left: 'left',
      erased: 'account erased',
    },
    roles: {
      administrator: 'Administration',
      staff: 'Staff',
      coordinator: 'Loge coordination',
      provider: 'Services in a loge',
    },
    grants: {
      staff: (area) => `Staff: ${area}`,
      coordinator: (loge) => `Coordination: ${loge}`,
      provider: (loge) => `Services: ${loge}`,
      unknownLoge: 'unknown loge',
    },
  },
)

/** A role in words: « Permanence : contenu », « Coordination : Loge du pays d’Apt ». */
export function grantName(grant: RoleGrant, lang: Lang, loges: ReadonlyMap<string, string>): string {
  const t = wordTexts(lang)
  if (grant.role === 'administrator') return t.roles.administrator
  if (grant.role === 'staff') return t.grants.staff(areaName(grant.area, lang))
  return t.grants[grant.role](loges.get(grant.loge) ?? t.grants.unknownLoge)
}

/** All the roles of somebody on one line, the areas of staff together. */
export function rolesInWords(
  grants: readonly RoleGrant[],
  lang: Lang,
  loges: ReadonlyMap<string, string>,
): string {
  const t = wordTexts(lang)
  const areas = grants.flatMap((grant) => (grant.role === 'staff' ? [areaName(grant.area, lang)] : []))
  const others = grants
    .filter((grant) => grant.role !== 'staff')
    .map((grant) => grantName(grant, lang, loges))
  return [...others, ...(areas.length > 0 ? [t.grants.staff(areas.join(', '))] : [])].join(' · ')
}
