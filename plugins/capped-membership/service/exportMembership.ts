import { type App, exportRows } from '@/hooks'
import { APPLICATIONS, MEMBERSHIPS, PAYMENTS, RENEWALS, SEATS } from '../contract'

/** A person's files, memberships, fees and seats. */
export async function exportMembership(app: App, person: string): Promise<Record<string, unknown>> {
  const of = { person: { equals: person } }
  return {
    applications: await exportRows(app, APPLICATIONS, of),
    memberships: await exportRows(app, MEMBERSHIPS, of),
    payments: await exportRows(app, PAYMENTS, of),
    renewals: await exportRows(app, RENEWALS, of),
    seats: await exportRows(app, SEATS, of),
  }
}
