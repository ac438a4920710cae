import { isAccountKey, isPool } from './accountKeys'
import { isAmount } from './checkInput'
import { type Finding, finding } from './finding'
import { unused } from './keys'
import { KINDS, type Row } from './row'

/** What can be said of a row by itself: none that a verb wrote fails this. */
export function checkRow(row: Row): Finding | null {
  const wrong = wrongIn(row)
  return wrong === null ? null : finding('row.malformed', row.key, wrong)
}

function wrongIn(row: Row): string | null {
  if (!KINDS.includes(row.kind)) return 'kind'
  if (row.kind === 'refused') return row.refusal === null ? 'refusal' : null
  const decision = row.batch !== null && row.key === row.batch
  if (decision) return row.debit === `batch:${row.key}` && row.credit === row.debit ? null : 'accounts'
  if (row.refusal !== null) return 'refusal'
  if (!isAccountKey(row.debit) || !isAccountKey(row.credit)) return 'accounts'
  if (row.kind === 'open' || row.kind === 'limit' || row.kind === 'close') {
    return row.debit === row.credit && row.amount === 0 ? null : 'amount'
  }
  if (!isAmount(row.amount)) return 'amount'
  if (row.debit === row.credit) return 'accounts'
  if (row.kind === 'hold' && row.expiresAt === null) return 'expiresAt'
  const slotless = row.kind === 'post' || row.kind === 'void'
  if ((slotless || isPool(row.debit)) && row.debitSlot !== unused(row.key)) return 'debitSlot'
  if ((slotless || isPool(row.credit)) && row.creditSlot !== unused(row.key)) return 'creditSlot'
  return null
}
