import type { Row } from '../contract'
import type { Inserted } from '../store/port'
import type { Ledgering } from './context'

/**
 * Inserts and keeps the cached states true: added once when it stands, forgotten when that is unknown, or when a slot
 * was taken. A key that is taken says nothing of them: whoever asks again finds them as they were.
 *
 * A driver that lost the answer to an insert sends it again, and is refused (E11000) by our own row. Such a refusal names
 * the id, which nobody else has: the row is told of as one that stands, since who is told reads again and finds it, or
 * finds nothing where it was rolled back. The caller finds it by its key.
 */
export async function insertKnowing(ledger: Ledgering, row: Row): Promise<Inserted> {
  const accounts = [row.debit, row.credit]
  try {
    const inserted = await ledger.store.insert(row)
    if (inserted.ok) {
      ledger.states.add(row)
      ledger.recorded(row)
    } else if (inserted.taken !== 'key') {
      ledger.states.forget(accounts)
      if (inserted.taken === 'id') ledger.recorded(row)
    }
    return inserted
  } catch (error) {
    ledger.states.forget(accounts)
    throw error
  }
}
