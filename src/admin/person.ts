import type { PayloadRequest } from 'payload'
import type { Person, Visitor } from '@/core/person'

/** Who asked for this page of the admin, as the sign-in strategy (collections/members) read it. */
export const personOf = (req: Pick<PayloadRequest, 'user'>): Visitor =>
  (req.user as { person?: Person } | null | undefined)?.person ?? null
