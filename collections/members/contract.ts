import type { Bilingual, Lang } from '@/core/lang'
import type { RoleGrant, Standing } from '@/core/person'

export type LogeName = { id: string; name: string }

/** Pages that say what a departure ends and ask for it: staff's, and the person's own with what leads there. */
export type LeavingPages = {
  office: string
  own: string
  title: Bilingual
  label: Bilingual
  lead: Bilingual
}

declare module '@/hooks' {
  interface Actions {
    'member.created': { person: string }
    'standing.changed': { person: string; from: Standing; to: Standing; reason: string; actor: string }
    'role.granted': { person: string; grant: RoleGrant; actor: string }
    'role.ended': { person: string; grant: RoleGrant; actor: string }
  }
  interface Filters {
    /** The loges that roles may be given in: whoever keeps loges adds them. */
    'roles.loges': { value: LogeName[]; context: object }
    /** Where a departure is asked for when more ends with it (a membership, its money): whoever keeps that says. */
    'person.leaving': { value: LeavingPages | null; context: { person: string } }
  }
}

/** What others may show of a person: read from profiles, one query for any number of people. */
export type PersonCard = {
  id: string
  name: string
  /** Path segment of the profile page, `/annuaire/<slug>`. */
  slug: string
  /** Address of a small square portrait, when there is one. */
  portrait: string | null
  headline: string
}

/** How to reach a person: for mails and staff, never for pages of members. */
export type PersonContact = { id: string; name: string; email: string; lang: Lang; standing: Standing }
