import type { RelaySource } from '@/hooks/module'
import { TRANSFERS } from '../contract'
import { ledgerOf } from './ledgerOf'

/**
 * Rows of the ledger bear their own mark instead of facts: the relay copies them to the outbox as
 * `ts.recorded`, then the mark is cleared, so that a crash loses none.
 */
export const ledgerRelay: RelaySource = {
  name: TRANSFERS,
  pending: async (app, limit) =>
    (await ledgerOf(app).pendingMarks(limit)).map(({ mark: _mark, request: _request, ...row }) => ({
      id: row.id,
      facts: [{ name: 'ts.recorded', key: `ts.recorded:${row.key}`, at: row.at, data: row }],
    })),
  clear: (app, ids) => ledgerOf(app).clearMarks(ids),
}
