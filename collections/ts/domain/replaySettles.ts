import { type Finding, finding } from './finding'
import { legKey } from './keys'
import type { Row } from './row'

type Movement = Pick<Row, 'debit' | 'credit' | 'amount' | 'expiresAt' | 'batch'>
type Batch = {
  legs: number
  readonly open: Set<string>
  settled: string[]
  seen: number
  decision: Row | null
}

/**
 * Every settling row settles one real hold, in full, once and in time; every group is whole. It keeps the
 * holds still open and the groups still unfinished, no more.
 */
export class SettlesReplay {
  private readonly open = new Map<string, Movement>()
  /** Settling rows whose hold has not come yet: ids may be out of order. */
  private readonly early = new Map<string, Row>()
  private readonly batches = new Map<string, Batch>()

  constructor(private readonly report: (found: Finding) => void) {}

  add(row: Row): void {
    if (row.kind === 'hold') this.hold(row)
    else if ((row.kind === 'post' || row.kind === 'void') && row.key === row.batch) this.decision(row)
    else if (row.kind === 'post' || row.kind === 'void') this.settling(row)
  }

  end(): void {
    for (const row of this.early.values()) this.report(finding('settle.unfounded', row.key, row.settles))
    for (const [key, batch] of this.batches) this.endBatch(key, batch)
  }

  private hold(row: Row): void {
    if (row.batch !== null) {
      const batch = this.batch(row.batch, row.legs ?? 0)
      batch.seen += 1
      batch.open.add(row.key)
      if (row.key !== legKey(row.batch, row.leg ?? -1) || batch.legs !== row.legs) {
        this.report(finding('batch.not-whole', row.key))
      }
    }
    const early = this.early.get(row.key)
    if (early) {
      this.early.delete(row.key)
      this.compare(row, early)
    } else {
      this.open.set(row.key, row)
    }
  }

  private settling(row: Row): void {
    const held = this.open.get(row.settles)
    if (held) {
      this.open.delete(row.settles)
      this.compare(held, row)
    } else if (this.early.has(row.settles)) {
      this.report(finding('settle.unfounded', row.key, `${row.settles}, settled twice`))
    } else {
      this.early.set(row.settles, row)
    }
  }

  private compare(held: Movement, row: Row): void {
    const same = held.debit === row.debit && held.credit === row.credit && held.amount === row.amount
    if (!same) this.report(finding('settle.amount', row.key))
    if (row.kind === 'post' && row.batch === null && row.at >= (held.expiresAt ?? '')) {
      this.report(finding('settle.late', row.key))
    }
    if (held.batch !== row.batch) this.report(finding('batch.not-whole', row.key))
    if (row.batch === null) return
    const batch = this.batch(row.batch, row.legs ?? 0)
    batch.open.delete(row.settles)
    batch.settled.push(row.kind)
    this.finish(row.batch, batch)
  }

  private decision(row: Row): void {
    const batch = this.batch(row.key, row.legs ?? 0)
    if (batch.decision || batch.legs !== row.legs) this.report(finding('batch.not-whole', row.key))
    batch.decision = row
    this.finish(row.key, batch)
  }

  private batch(key: string, legs: number): Batch {
    const known = this.batches.get(key)
    if (known) return known
    const batch: Batch = { legs, open: new Set(), settled: [], seen: 0, decision: null }
    this.batches.set(key, batch)
    return batch
  }

  /** Forgets a group that is complete, so that memory holds the unfinished ones only. */
  private finish(key: string, batch: Batch): void {
    const whole = batch.decision?.kind === 'post' && batch.settled.length === batch.legs
    if (whole && batch.settled.every((kind) => kind === 'post')) this.batches.delete(key)
  }

  private endBatch(key: string, batch: Batch): void {
    const { decision, settled, open, seen, legs } = batch
    if (decision === null) {
      if (settled.length > 0) this.report(finding('batch.not-whole', key, 'legs settled without a decision'))
      return
    }
    if (settled.some((kind) => kind !== decision.kind)) {
      this.report(finding('batch.not-whole', key, 'a leg went another way than the group'))
    }
    if (decision.kind === 'post' && seen < legs) {
      this.report(finding('batch.not-whole', key, `posted with ${seen} of ${legs} legs`))
    }
    if (open.size > 0) this.report(finding('batch.unfinished', key))
  }
}
