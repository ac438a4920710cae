import { and } from '@/core/access'
import { handlesApplications, handlesPayments } from '../actor'

/** An import lets people in and records what they paid: who does it must be trusted with both. */
export const importsMembers = and(handlesApplications, handlesPayments)
