import type { HistoryQuery, Row } from '../contract'
import type { LedgerStore } from '../store/port'

/** Rows of an account, newest first; page on with the last row's id as `before`. */
export function history(store: LedgerStore, account: string, query: HistoryQuery = {}): Promise<Row[]> {
  return store.page({
    account,
    newestFirst: true,
    limit: Math.min(Math.max(Math.trunc(query.limit ?? 50), 1), 200),
    ...(query.before === undefined ? {} : { before: query.before }),
    ...(query.kinds === undefined ? {} : { kinds: query.kinds }),
    ...(query.from === undefined ? {} : { atFrom: query.from.toISOString() }),
    ...(query.to === undefined ? {} : { atTo: query.to.toISOString() }),
  })
}
