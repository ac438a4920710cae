import type { Row, Seal } from '../contract'
import { type Finding, finding, instantOf } from '../domain/finding'
import { lateOf } from '../domain/lateOf'
import { NO_HASH, printOf, printsOf, rowHash, sealHash } from './digest'

/** A seal's place in the chain; the one before is null for the first. */
export function checkChain(before: Seal | null, seal: Seal): Finding | null {
  const chained =
    seal.seq === (before?.seq ?? 0) + 1 &&
    seal.from === (before?.to ?? '') &&
    seal.prevHash === (before?.hash ?? NO_HASH) &&
    seal.to >= seal.from
  return chained ? null : finding('seal.chain', String(seal.seq))
}

/**
 * Goes through rows by id beside the seals that cover them. Rows that landed late are remembered until the
 * seal that lists them comes.
 */
export class SealsReplay {
  private seal: Seal | null = null
  private prints = new Set<string>()
  private hashes: string[] = []
  private strangers: Row[] = []
  private readonly late = new Map<string, string>()

  /**
   * @param lateIds ids of all rows that some seal lists as late
   * @param fresh rows made after this instant (ms) may still be waiting for their seal
   */
  constructor(
    private readonly lateIds: ReadonlySet<string>,
    private readonly fresh: number,
    private readonly report: (found: Finding) => void,
  ) {}

  /** Rows with from < id ≤ to are added after this, then `close`. */
  start(seal: Seal): void {
    this.seal = seal
    this.prints = new Set(printsOf(seal))
    this.hashes = []
    this.strangers = []
  }

  add(row: Row): void {
    const hash = rowHash(row)
    if (this.prints.has(printOf(hash))) this.hashes.push(hash)
    else if (this.lateIds.has(row.id)) this.late.set(row.id, hash)
    else this.strangers.push(row)
  }

  close(): void {
    const { seal, strangers, hashes } = this
    if (!seal) return
    const late = lateOf(seal).map((id) => this.late.get(id) ?? 'missing')
    const where = String(seal.seq)
    if (sealHash(seal, [...hashes, ...late]) !== seal.hash) this.report(finding('seal.hash', where))
    if (hashes.length + late.length !== seal.count || late.includes('missing')) {
      this.report(finding('seal.row-missing', where, `${hashes.length + late.length} of ${seal.count}`))
    }
    for (const row of strangers) this.stranger(row)
    for (const id of lateOf(seal)) this.late.delete(id)
    this.seal = null
  }

  /** A row after the last seal. */
  unsealed(row: Row): void {
    if (instantOf(row.id) < this.fresh) this.report(finding('seal.behind', row.key))
  }

  private stranger(row: Row): void {
    // In a sealed range, but no seal knows it: changed, put in later, or just landed late.
    if (instantOf(row.id) < this.fresh) this.report(finding('seal.row-unknown', row.key))
    else this.report(finding('seal.behind', row.key))
  }
}
