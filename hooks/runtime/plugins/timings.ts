import type { WorkKind } from '../../app'

export type Timing = { runs: number; faults: number; ms: number }

/** What each module took of this process since it started, by kind of work. */
export class Timings {
  readonly #by = new Map<string, Map<WorkKind, Timing>>()

  add(module: string, kind: WorkKind, ms: number, failed: boolean): void {
    const kinds = this.#by.get(module) ?? new Map<WorkKind, Timing>()
    this.#by.set(module, kinds)
    const timing = kinds.get(kind) ?? { runs: 0, faults: 0, ms: 0 }
    kinds.set(kind, timing)
    timing.runs += 1
    timing.ms += ms
    if (failed) timing.faults += 1
  }

  of(module: string): ReadonlyMap<WorkKind, Timing> {
    return this.#by.get(module) ?? new Map()
  }
}
