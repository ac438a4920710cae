import { type App, exportRows } from '@/hooks'
import { NOTES } from '../admin/notes'
import { ledgerOf } from './ledgerOf'
import { memberAccount } from './openMemberAccount'
import { readStatement } from './readStatement'

/** A person's account: where it stands, every entry from its first day, and the notes that entries bear. */
export async function exportAccount(app: App, person: string): Promise<Record<string, unknown>> {
  const account = memberAccount(person)
  const state = await ledgerOf(app).readAccount(account)
  const now = app.clock.now()
  // An instant after now, so that an entry of this very moment is in.
  const statement = await readStatement(app, account, { from: new Date(0), to: new Date(now.getTime() + 1) })
  const notes = [...new Set((statement?.lines ?? []).flatMap(({ row }) => (row.note ? [row.note] : [])))]
  return {
    account,
    balance: state.ok ? state.value.balance : null,
    statement,
    notes: notes.length ? await exportRows(app, NOTES as 'ts-notes', { key: { in: notes } }) : [],
  }
}
