import { HOUR, MINUTE, SECOND } from '@/core/clock'

/** The figures of the runtime, in milliseconds unless said. Tests pass smaller ones. */
export type Tuning = {
  /** A nudge waits this long, so that a burst of decisions is relayed together. */
  nudgeMs: number
  /** How often the relay looks for what a crash or another process left. */
  sweepMs: number
  /** Rows relayed at a time. */
  relayBatch: number

  /** How often deliveries whose turn has come are looked for. */
  deliveryPollMs: number
  /** Deliveries run at once in a process. */
  concurrency: number
  /** Deliveries of one listener run at once in a process. */
  perListener: number
  /** Deliveries that end within this time of each other are written down together. */
  finishMs: number
  /** After this long a delivery gives its place to others, and counts against its own listener only. */
  slowMs: number
  /** A listener that has not answered by then has failed. */
  listenerTimeoutMs: number
  /** A delivery is tried this many times, then given up until staff tries it again. */
  maxAttempts: number
  /** The n-th failure waits base × factor^(n−1), at most `backoffMaxMs`, ± `backoffJitter` of it. */
  backoffBaseMs: number
  backoffFactor: number
  backoffMaxMs: number
  backoffJitter: number

  /** A lease not renewed for this long is free. Must be far above the difference between machines' clocks. */
  leaseMs: number
  /** A job's run not heard of for this long was cut. Renewed every third of it. */
  jobLockMs: number
  /** How often the runner looks for jobs whose turn has come. */
  jobTickMs: number

  /** How long faults of modules are gathered before they are written. */
  faultsMs: number
  /** How often a process looks whether others have changed something. */
  revisionPollMs: number
  /** The same where the database tells by itself (MongoDB's change streams): a safety net. */
  revisionPollWatchedMs: number
}

export const DEFAULTS: Tuning = {
  nudgeMs: 15,
  sweepMs: 5 * SECOND,
  relayBatch: 100,

  deliveryPollMs: SECOND,
  concurrency: 24,
  perListener: 8,
  finishMs: 4,
  slowMs: 2 * SECOND,
  listenerTimeoutMs: 30 * SECOND,
  maxAttempts: 12,
  // 2 s, 6 s, 18 s … 3.6 h, 6 h, 6 h: a service of others may be down for a night.
  backoffBaseMs: 2 * SECOND,
  backoffFactor: 3,
  backoffMaxMs: 6 * HOUR,
  backoffJitter: 0.25,

  leaseMs: 15 * SECOND,
  jobLockMs: MINUTE,
  jobTickMs: SECOND,

  faultsMs: 500,

  revisionPollMs: SECOND,
  revisionPollWatchedMs: 10 * SECOND,
}
