import type { PageResult } from './http/measurePages'
import type { Shot } from './http/shoot'
import type { LedgerLine } from './ledger/measureLedger'
import type { Machine } from './machine'
import type { PluginLine } from './plugins/measurePlugins'
import type { Settings } from './settings'

/** All that a run found; what bench-results/*.json holds. */
export type Results = {
  readonly at: string
  readonly commit: string
  readonly settings: Settings
  readonly machine: Machine
  /** Load averages at the beginning, in the middle and at the end; the share of the CPU that was in use. */
  readonly load: { readonly averages: readonly number[]; readonly busy: number }
  /** Bare node:http, several times in between. */
  readonly hello: readonly Shot[]
  readonly start: { readonly firstPageMs: readonly number[]; readonly cpuMs: number }
  readonly memory: { readonly idleMb: number; readonly loadedMb: number; readonly afterMb: number }
  readonly pages: readonly PageResult[]
  /** A transfer over HTTP, through a route of the bench's own. */
  readonly transfer: Shot | null
  /** Names of the databases as in the ledger lines: the first is the one asked for. */
  readonly databases: readonly { readonly name: string; readonly transfers: number }[]
  readonly ledger: readonly LedgerLine[]
  readonly plugins: readonly PluginLine[]
  /** How long the run lasted, and of this filling the databases. */
  readonly took: { readonly fillMs: number; readonly allMs: number }
}
