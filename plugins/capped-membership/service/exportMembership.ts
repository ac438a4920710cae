import { type App, exportRows } from '@/hooks'
import {
  APPLICATIONS,
  CARD_FEES,
  DEPARTURES,
  MEMBERSHIPS,
  PAYMENTS,
  REFUNDS,
  RENEWALS,
  SEATS,
  WAITING,
} from '../contract'

/** A person's files, memberships, fees and seats. */
export async function exportMembership(app: App, person: string): Promise<Record<string, unknown>> {
  const of = { person: { equals: person } }
  return {
    applications: await exportRows(app, APPLICATIONS, of),
    memberships: await exportRows(app, MEMBERSHIPS, of),
    cardFees: await exportRows(app, CARD_FEES, of),
    payments: await exportRows(app, PAYMENTS, of),
    waiting: await exportRows(app, WAITING, of),
    departures: await exportRows(app, DEPARTURES, of),
    refunds: await exportRows(app, REFUNDS, of),
    renewals: await exportRows(app, RENEWALS, of),
    seats: await exportRows(app, SEATS, of),
  }
}
