import { type App, exportRows } from '@/hooks'
import { CONTACTS, NOTES } from '../contract'

/** What the log holds about a person; who of staff wrote it is not theirs to have. */
export async function exportFollowUp(app: App, person: string): Promise<Record<string, unknown>> {
  const of = { person: { equals: person } }
  const secret = ['key', 'by', 'owner', 'doneBy']
  return {
    notes: await exportRows(app, NOTES, of, { secret }),
    reminders: await exportRows(app, CONTACTS, of, { secret }),
  }
}

/** Nothing of the log outlives the person's data. Doing it twice is harmless. */
export async function forgetFollowUp(app: App, person: string): Promise<void> {
  const where = { person: { equals: person } }
  await app.payload.db.deleteMany({ collection: NOTES, where })
  await app.payload.db.deleteMany({ collection: CONTACTS, where })
}
