import type { App } from '../app'
import type { Tuning } from './tuning'

/** Where a crash is simulated in tests: called between the steps of the relay; a throw is the crash. */
export type Probe = (
  step: 'read' | 'events' | 'deliveries' | 'cleared',
  source: string,
) => void | Promise<void>

/** What the parts of the runtime share. */
export type Context = {
  readonly app: App
  readonly tuning: Tuning
  /** This process, as leases name it. */
  readonly holder: string
  readonly probe: Probe
  /** Errors of background work: logged, and where the database can no longer be trusted, fatal. */
  readonly onError: (where: string) => (error: unknown) => void
}
