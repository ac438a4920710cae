import { MAILS } from '@/collections/mail/contract'
import { TRANSFERS } from '@/collections/ts/contract'
import type { App } from '@/hooks'
import { DELIVERIES, EVENTS, JOB_RUNS, LEASES } from '@/hooks/runtime/collections'
import { findRows } from '@/hooks/runtime/store'
import { DEPARTURES, WAITING } from '@/plugins/capped-membership/contract'
import { countSeats } from '@/plugins/capped-membership/service/countSeats'
import { readCurrentSeason } from '@/plugins/capped-membership/service/readCounter'
import { countBy } from './countBy'

export type Waiting = { count: number; oldest: Date | null }
export const DELIVERIES_SHOWN = ['pending', 'running', 'dead'] as const
export const MAILS_SHOWN = ['queued', 'sending', 'failed', 'kept'] as const

/** How the house is: what waits, since when, what was given up, who runs the jobs. Read every few seconds at most. */
export type Vitals = {
  at: Date
  /** Facts decided that the relay has not copied to the outbox. */
  facts: Waiting
  deliveries: Record<(typeof DELIVERIES_SHOWN)[number], Waiting>
  mails: Record<(typeof MAILS_SHOWN)[number], Waiting>
  jobs: { id: string; lastStartedAt: Date | null; lastEndedAt: Date | null; error: string | null }[]
  /** Who runs the jobs, until when. */
  runner: { holder: string; until: Date } | null
  seats: { season: string; counts: Record<string, number> } | null
  /** People who wait for a seat, or are invited to take one. */
  line: Record<(typeof LINE_SHOWN)[number], Waiting>
  /** Fees to give back: by hand, by card. */
  refunds: Record<(typeof REFUNDS_SHOWN)[number], Waiting>
}

export const LINE_SHOWN = ['waiting', 'invited'] as const
export const REFUNDS_SHOWN = ['by-hand', 'by-card'] as const

type JobRow = {
  key: string
  lastStartedAt?: string | null
  lastEndedAt?: string | null
  error?: string | null
}
type LeaseRow = { holder: string; until: string }

export async function readVitals(app: App): Promise<Vitals> {
  const { payload } = app
  const deciding = Object.values(payload.collections).filter(({ config }) => config.custom?.deciding === true)
  const [counted, jobs, [lease], seats] = await Promise.all([
    countBy(payload, [
      ...deciding.map(({ config }) => ({
        collection: config.slug,
        field: 'factsPending',
        values: [1],
        since: 'updatedAt',
      })),
      { collection: EVENTS, field: 'pending', values: [1], since: 'createdAt' },
      { collection: TRANSFERS, field: 'mark', values: [1], since: 'createdAt' },
      { collection: DELIVERIES, field: 'state', values: DELIVERIES_SHOWN, since: 'createdAt' },
      { collection: MAILS, field: 'state', values: MAILS_SHOWN, since: 'queuedAt' },
      { collection: WAITING, field: 'state', values: LINE_SHOWN, since: 'since' },
      { collection: DEPARTURES, field: 'money', values: REFUNDS_SHOWN, since: 'askedAt' },
    ]),
    findRows<JobRow>(payload, JOB_RUNS, { where: {}, sort: 'key' }),
    findRows<LeaseRow>(payload, LEASES, { where: { key: { equals: 'runner' } }, limit: 1 }),
    seatsNow(app),
  ])
  const of = (collection: string, value: string): Waiting => {
    const found = counted.find((c) => c.collection === collection && c.value === value)
    return { count: found?.count ?? 0, oldest: found?.oldest ?? null }
  }
  // Marks of facts are figures, states are words.
  const facts = counted.filter((c) => Number(c.value) === 1)
  return {
    at: app.clock.now(),
    facts: {
      count: facts.reduce((sum, c) => sum + c.count, 0),
      oldest: facts.map((c) => c.oldest).reduce(older, null),
    },
    deliveries: table(DELIVERIES_SHOWN, (state) => of(DELIVERIES, state)),
    mails: table(MAILS_SHOWN, (state) => of(MAILS, state)),
    jobs: jobs.map((job) => ({
      id: job.key,
      lastStartedAt: instant(job.lastStartedAt),
      lastEndedAt: instant(job.lastEndedAt),
      error: job.error ?? null,
    })),
    runner: lease ? { holder: lease.holder, until: new Date(lease.until) } : null,
    seats,
    line: table(LINE_SHOWN, (state) => of(WAITING, state)),
    refunds: table(REFUNDS_SHOWN, (money) => of(DEPARTURES, money)),
  }
}

async function seatsNow(app: App): Promise<Vitals['seats']> {
  const current = await readCurrentSeason(app)
  if (!current) return null
  const { counts } = await countSeats(app, current.season.id)
  return { season: current.season.slug, counts }
}

const older = (a: Date | null, b: Date | null): Date | null => (a && b ? (a < b ? a : b) : (a ?? b))
const instant = (value: string | null | undefined): Date | null => (value ? new Date(value) : null)
const table = <K extends string, V>(keys: readonly K[], of: (key: K) => V): Record<K, V> =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>
