import type { AccountState, Checkpoint } from '../contract'
import { addRow, noAccount } from '../domain/state'
import type { LedgerStore } from '../store/port'

const PAGE = 1_000

type Reading = {
  /** Ignore checkpoints: the whole history. */
  readonly whole?: boolean
  /** Only rows with id ≤ upTo. */
  readonly upTo?: string
}

/** An account's state from its rows: the last checkpoint, then the rows after it. */
export const readState = async (
  store: LedgerStore,
  account: string,
  reading: Reading = {},
): Promise<AccountState> => (await readTail(store, account, reading)).state

/** The same, with the number of rows read after the checkpoint, refusals included. */
export async function readTail(
  store: LedgerStore,
  account: string,
  { whole = false, upTo }: Reading = {},
): Promise<{ state: AccountState; read: number; checkpoint: Checkpoint | null }> {
  const checkpoint = whole ? null : await store.lastCheckpoint(account)
  let state = checkpoint ? stateAt(checkpoint) : noAccount(account)
  let after = checkpoint?.upTo ?? ''
  let read = 0
  for (;;) {
    const rows = await store.page({ account, after, limit: PAGE, ...(upTo === undefined ? {} : { upTo }) })
    for (const row of rows) state = addRow(state, row)
    read += rows.length
    if (rows.length < PAGE) return { state, read, checkpoint }
    after = rows.at(-1)?.id ?? after
  }
}

export function stateAt(checkpoint: Checkpoint): AccountState {
  const { id: _id, key: _key, seq: _seq, upTo: _upTo, account, ...state } = checkpoint
  return { ...state, key: account }
}
