import type { StatusKind } from '@/ui'
import type { MoneyState } from '../../contract'

export const DEPARTURES_PAGE = '/bureau/departs'
export const OWN_DEPARTURE = '/moi/compte/depart'
export const GOODBYE = '/adhesion/au-revoir'
export const departureHref = (id: string): string => `${DEPARTURES_PAGE}/${id}`
export const askHref = (person: string): string => `${DEPARTURES_PAGE}/personne/${person}`

export const MONEY_KIND: Record<MoneyState, StatusKind> = {
  none: 'closed',
  'by-card': 'waiting',
  'by-hand': 'alert',
  refunded: 'done',
}
