import type { Lang } from '@/core/lang'
import type { RoleGrant, Standing } from '@/core/person'

declare module '@/hooks' {
  interface Actions {
    'member.created': { person: string }
    'standing.changed': { person: string; from: Standing; to: Standing; reason: string }
    'role.granted': { person: string; grant: RoleGrant; actor: string }
    'role.ended': { person: string; grant: RoleGrant; actor: string }
  }
}

/** What other modules may show of a person. */
export type PersonCard = {
  id: string
  name: string
  lang: Lang
  standing: Standing
  /** Path segment of the profile page, `/annuaire/<slug>`. */
  slug: string
  /** Address of a small square portrait, when there is one. */
  portrait: string | null
  headline: string
}
