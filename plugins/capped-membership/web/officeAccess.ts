import { or } from '@/core/access'
import { handlesApplications, handlesPayments } from '../service/actor'

/** Who may open the office's files at all: those who decide, and those who take the money. */
export const officeAccess = or(handlesApplications, handlesPayments)

export const OFFICE = '/bureau/candidatures'
export const fileHref = (id: string): string => `${OFFICE}/${id}`
