import type { AccountProjection, AccountState, Checkpoint, Row, Seal } from '@/collections/ts/contract'
import { isAccountKey } from '@/collections/ts/domain/accountKeys'
import { addRow, noAccount, projectionOf } from '@/collections/ts/domain/state'
import { NO_HASH, printOf, rowHash, sealHash } from '@/collections/ts/service/digest'
import { newId } from '@/core/ids'

const BATCH = 1_000
const CHECKPOINT_EVERY = 64

export type Sealed = { rows: Row[]; seal: Seal; checkpoints: Checkpoint[] }

/**
 * What the sealing job would have written (sealRows.ts, writeCheckpoints.ts), made from the rows as they pass: one
 * state an account instead of a read a checkpoint. `ledger:verify` shows that it comes to the same.
 */
export class Sealing {
  readonly #states = new Map<string, { state: AccountState; since: number }>()
  #last: Seal | null = null

  projections(): AccountProjection[] {
    return [...this.#states.values()].map(({ state }) => projectionOf(state))
  }

  *seal(rows: Iterable<Row>): Generator<Sealed> {
    let batch: Row[] = []
    for (const row of rows) {
      batch.push(row)
      if (batch.length < BATCH) continue
      yield this.#sealBatch(batch)
      batch = []
    }
    if (batch.length > 0) yield this.#sealBatch(batch)
  }

  #sealBatch(rows: Row[]): Sealed {
    const touched = new Set<string>()
    for (const row of rows) {
      for (const account of new Set([row.debit, row.credit])) {
        if (!isAccountKey(account)) continue
        const { state, since } = this.#states.get(account) ?? { state: noAccount(account), since: 0 }
        this.#states.set(account, { state: addRow(state, row), since: since + 1 })
        touched.add(account)
      }
    }
    const seal = this.#link(rows)
    const checkpoints: Checkpoint[] = []
    for (const account of touched) {
      const known = this.#states.get(account)
      if (!known || known.since < CHECKPOINT_EVERY) continue
      const { key: _, ...figures } = known.state
      const place = { key: `${account}@${seal.seq}`, account, seq: seal.seq, upTo: seal.to }
      checkpoints.push({ ...figures, id: newId(), ...place })
      known.since = 0
    }
    return { rows, seal, checkpoints }
  }

  #link(rows: readonly Row[]): Seal {
    const hashes = rows.map(rowHash)
    const from = this.#last?.to ?? ''
    const link = {
      seq: (this.#last?.seq ?? 0) + 1,
      from,
      to: rows.at(-1)?.id ?? from,
      prevHash: this.#last?.hash ?? NO_HASH,
      late: '[]',
    }
    const seal: Seal = {
      ...link,
      id: newId(),
      count: rows.length,
      hash: sealHash(link, hashes),
      prints: hashes.map(printOf).join(''),
      at: rows.at(-1)?.at ?? '',
    }
    this.#last = seal
    return seal
  }
}
