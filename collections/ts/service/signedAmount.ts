import type { Row } from '../contract'

/** What a row changes of an account's balance: transfers and posts move TS, all else moves none. */
export const signedAmount = (
  row: Pick<Row, 'kind' | 'debit' | 'credit' | 'amount'>,
  account: string,
): number => {
  if (row.kind !== 'transfer' && row.kind !== 'post') return 0
  return (row.credit === account ? row.amount : 0) - (row.debit === account ? row.amount : 0)
}
