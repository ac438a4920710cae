import { or } from '@/core/access'
import type { StatusKind } from '@/ui'
import type { MoneyState } from '../../contract'
import { handlesApplications, handlesPayments } from '../../service/actor'

export const DEPARTURES_PAGE = '/bureau/departs'
export const OWN_DEPARTURE = '/moi/compte/depart'
export const GOODBYE = '/adhesion/au-revoir'
export const departureHref = (id: string): string => `${DEPARTURES_PAGE}/${id}`
export const askHref = (person: string): string => `${DEPARTURES_PAGE}/personne/${person}`

/** Those who let people go, and those who give the money back. */
export const seesDepartures = or(handlesApplications, handlesPayments)

export const MONEY_KIND: Record<MoneyState, StatusKind> = {
  none: 'closed',
  'by-card': 'waiting',
  'by-hand': 'alert',
  refunded: 'done',
}
