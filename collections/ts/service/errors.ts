/** An account stayed contended through all retries. Nothing was stored: ask again with the same key. */
export class LedgerBusy extends Error {
  override readonly name = 'LedgerBusy'
  readonly reason = 'busy'
  constructor(readonly key: string) {
    super(`the ledger is busy: ${key}`)
  }
}
