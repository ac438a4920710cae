/** What a replay of the whole ledger may find. */
export type FindingCode =
  /** A row that no verb could have written. */
  | 'row.malformed'
  | 'slot.missing'
  | 'slot.twice'
  | 'limit.broken'
  | 'account.unopened'
  | 'account.after-close'
  | 'close.not-empty'
  /** A post, void or reversal of nothing, of something else, or for the second time. */
  | 'settle.unfounded'
  | 'settle.amount'
  | 'settle.late'
  | 'batch.not-whole'
  | 'batch.unfinished'
  | 'sum.not-zero'
  | 'seal.chain'
  | 'seal.hash'
  | 'seal.row-missing'
  | 'seal.row-unknown'
  | 'seal.behind'
  | 'checkpoint.wrong'
  | 'projection.wrong'
  | 'projection.behind'
  | 'index.missing'

export type Finding = {
  readonly code: FindingCode
  /** A row's key, an account, a seal's number. */
  readonly where: string
  readonly detail?: string
  /** True for what the ledger itself will finish or catch up with. */
  readonly pending: boolean
}

export const finding = (code: FindingCode, where: string, detail?: string): Finding => ({
  code,
  where,
  pending: code === 'batch.unfinished' || code === 'seal.behind' || code === 'projection.behind',
  ...(detail === undefined ? {} : { detail }),
})

/** The instant in a UUIDv7, in ms; 0 for another text. */
export const instantOf = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) || 0
