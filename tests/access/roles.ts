import { type RoleGrant, STAFF_AREAS, type Standing } from '@/core/person'

/** The kinds of people the access matrix asks as; null is somebody not signed in. */
export const KINDS: { name: string; standing: Standing | null; grants: RoleGrant[] }[] = [
  { name: 'anonymous', standing: null, grants: [] },
  { name: 'applicant', standing: 'applicant', grants: [] },
  { name: 'accepted', standing: 'accepted', grants: [] },
  { name: 'member', standing: 'active', grants: [] },
  { name: 'grace', standing: 'grace', grants: [] },
  { name: 'lapsed', standing: 'lapsed', grants: [] },
  { name: 'suspended', standing: 'suspended', grants: [{ role: 'administrator' }] },
  { name: 'coordinator', standing: 'active', grants: [{ role: 'coordinator', loge: 'a-loge' }] },
  { name: 'provider', standing: 'active', grants: [{ role: 'provider', loge: 'a-loge' }] },
  ...STAFF_AREAS.map((area) => ({
    name: `staff:${area}`,
    standing: 'prospect' as const,
    grants: [{ role: 'staff' as const, area }],
  })),
  { name: 'administrator', standing: 'prospect', grants: [{ role: 'administrator' }] },
]
