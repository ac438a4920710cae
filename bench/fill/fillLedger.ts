import type { Payload } from 'payload'
import { ACCOUNTS, CHECKPOINTS, type Row, SEALS, TRANSFERS } from '@/collections/ts/contract'
import { bulkInsert, whileFilling } from './bulk'
import { ledgerHistory } from './ledgerHistory'
import { Sealing } from './sealing'

const CHUNK = 5_000
const DAY = 86_400_000

/**
 * A sealed ledger over the last year and a half, with its checkpoints and projection.
 * @param seen is told each row: exchanges are made from the holds
 */
export async function fillLedger(
  payload: Payload,
  people: readonly string[],
  rows: number,
  seen: (row: Row) => void,
): Promise<void> {
  const to = new Date(Date.now() - DAY)
  const from = new Date(to.getTime() - 540 * DAY)
  const sealing = new Sealing()
  const history = ledgerHistory({ people, rows, from, to })
  await whileFilling(payload, [TRANSFERS, CHECKPOINTS, ACCOUNTS], async () => {
    for (const { rows, seal, checkpoints } of sealing.seal(history)) {
      rows.forEach(seen)
      await bulkInsert(
        payload,
        TRANSFERS,
        rows.map((row) => ({ ...row, createdAt: row.at, updatedAt: row.at })),
      )
      await bulkInsert(payload, SEALS, [seal])
      await bulkInsert(payload, CHECKPOINTS, checkpoints)
    }
    const projections = sealing.projections()
    for (let i = 0; i < projections.length; i += CHUNK)
      await bulkInsert(payload, ACCOUNTS, projections.slice(i, i + CHUNK))
  })
}
