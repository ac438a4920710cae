/** Who is asking: read from the database at each request, never from a token. */
export const STANDINGS = [
  'prospect',
  'applicant',
  'accepted',
  'active',
  'grace',
  'lapsed',
  'refused',
  'suspended',
  'left',
  'erased',
] as const
export type Standing = (typeof STANDINGS)[number]

/** Areas of the house that a staff grant may be limited to. */
export const STAFF_AREAS = [
  'content',
  'applications',
  'payments',
  'moderation',
  'ledger',
  'loges',
  'settings',
] as const
/** An area of a plugin: `<plugin>:<id>`, as its `permissions` declare it. */
export type PluginArea = `${string}:${string}`
export type StaffArea = (typeof STAFF_AREAS)[number] | PluginArea

export type RoleGrant =
  | { readonly role: 'administrator' }
  | { readonly role: 'staff'; readonly area: StaffArea }
  | { readonly role: 'coordinator'; readonly loge: string }
  | { readonly role: 'provider'; readonly loge: string }

export type Person = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly lang: 'fr' | 'en'
  readonly standing: Standing
  /** Grants in force at this instant. */
  readonly grants: readonly RoleGrant[]
  /** The sign-in (session) this request came with; absent for a service acting for a person. */
  readonly signIn?: string
  /** Has their profile a presentation? Absent where `signIn` is. */
  readonly introduced?: boolean
}

export type Visitor = Person | null
