import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { SECOND } from '@/core/clock'
import { onMeasure } from '@/hooks/measure'
import type { Vitals } from '../vitals/readVitals'

/** What needs the database is asked at most this often, however many scrape. */
const FRESH_MS = 5 * SECOND
const QUICK = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]
const SLOW = [0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60]

export type Metrics = { registry: Registry; stop: () => void }

/**
 * What Prometheus is told of this process, and of the house: docs/operations.md says what each is good for. `vitals`
 * reads the database; where it cannot, `compagnon_database_up` is 0 and what it would have told is left out.
 */
export function createMetrics(options: {
  version: string
  database: string
  vitals: () => Promise<Vitals>
  now?: () => number
}): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const stopListening = countMeasures(registry)
  showVitals(registry, options)
  const info = new Gauge({
    name: 'compagnon_info',
    help: 'Always 1: which program, on which database.',
    labelNames: ['version', 'database'],
    registers: [registry],
  })
  info.set({ version: options.version, database: options.database }, 1)
  return {
    registry,
    stop: () => {
      stopListening()
      registry.clear()
    },
  }
}

/** What came to pass in this process, counted as it comes. */
function countMeasures(registry: Registry): () => void {
  const registers = [registry]
  const requests = new Histogram({
    name: 'compagnon_http_request_duration_seconds',
    help: 'Requests answered, by route template and status class.',
    labelNames: ['method', 'route', 'status'],
    buckets: QUICK,
    registers,
  })
  const limited = new Counter({
    name: 'compagnon_http_rate_limited_total',
    help: 'Requests refused since too many came (429).',
    labelNames: ['route'],
    registers,
  })
  const cache = new Counter({
    name: 'compagnon_page_cache_total',
    help: 'Cached pages looked for.',
    labelNames: ['result'],
    registers,
  })
  const deliveries = new Histogram({
    name: 'compagnon_delivery_duration_seconds',
    help: 'Events told to listeners; an outcome that is dead was the last attempt.',
    labelNames: ['listener', 'outcome'],
    buckets: SLOW,
    registers,
  })
  const jobs = new Histogram({
    name: 'compagnon_job_duration_seconds',
    help: 'Runs of periodic jobs in this process.',
    labelNames: ['name', 'outcome'],
    buckets: SLOW,
    registers,
  })
  const decisions = new Counter({
    name: 'compagnon_ledger_decisions_total',
    help: 'Answers of the ledger: recorded, or the code of the refusal.',
    labelNames: ['verb', 'outcome'],
    registers,
  })
  const deciding = new Histogram({
    name: 'compagnon_ledger_decision_duration_seconds',
    help: 'How long the ledger took to answer.',
    labelNames: ['verb'],
    buckets: QUICK,
    registers,
  })
  const stops = [
    onMeasure('request', ({ method, route, status, ms }) => {
      requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, ms / SECOND)
      if (status === 429) limited.inc({ route })
    }),
    onMeasure('page-cache', ({ hit }) => cache.inc({ result: hit ? 'hit' : 'miss' })),
    onMeasure('delivery', ({ listener, outcome, ms }) =>
      deliveries.observe({ listener, outcome }, ms / SECOND),
    ),
    onMeasure('job', ({ job, outcome, ms }) => jobs.observe({ name: job, outcome }, ms / SECOND)),
    onMeasure('ledger', ({ verb, outcome, ms }) => {
      decisions.inc({ verb, outcome })
      deciding.observe({ verb }, ms / SECOND)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** What the database tells of the whole house, whichever process is asked. */
function showVitals(
  registry: Registry,
  { vitals, now = Date.now }: { vitals: () => Promise<Vitals>; now?: () => number },
): void {
  const read = atMostEvery(FRESH_MS, vitals, now)
  const gauge = <L extends string>(
    name: string,
    help: string,
    labelNames: readonly L[],
    show: (gauge: Gauge<L>, vitals: Vitals) => void,
  ) =>
    new Gauge<L>({
      name,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        this.reset()
        const known = await read()
        if (known) show(this, known)
      },
    })
  const age = (at: Date, oldest: Date | null) =>
    oldest ? Math.max(0, (at.getTime() - oldest.getTime()) / SECOND) : 0
  const seconds = (instant: Date) => instant.getTime() / SECOND

  new Gauge({
    name: 'compagnon_database_up',
    help: '1 while the database answers.',
    registers: [registry],
    async collect() {
      this.set((await read()) ? 1 : 0)
    },
  })
  gauge('compagnon_outbox_facts', 'Facts decided and not yet relayed.', [], (g, v) => g.set(v.facts.count))
  gauge(
    'compagnon_deliveries',
    'Events still to be told to listeners, and those given up (dead).',
    ['state'],
    (g, v) => {
      for (const [state, { count }] of Object.entries(v.deliveries)) g.set({ state: state as 'dead' }, count)
    },
  )
  gauge(
    'compagnon_mails',
    'Mails not sent: waiting, given up (failed), kept for want of a mail server.',
    ['state'],
    (g, v) => {
      for (const [state, { count }] of Object.entries(v.mails)) g.set({ state: state as 'kept' }, count)
    },
  )
  gauge('compagnon_oldest_seconds', 'Age of the oldest that waits.', ['what'], (g, v) => {
    g.set({ what: 'facts' }, age(v.at, v.facts.oldest))
    g.set({ what: 'deliveries' }, age(v.at, v.deliveries.pending.oldest))
    g.set({ what: 'mails' }, age(v.at, v.mails.queued.oldest))
  })
  gauge(
    'compagnon_job_last_end_timestamp_seconds',
    'When a job last ended, in any process.',
    ['name'],
    (g, v) => {
      for (const job of v.jobs) if (job.lastEndedAt) g.set({ name: job.id }, seconds(job.lastEndedAt))
    },
  )
  gauge('compagnon_job_failing', '1 where the last run of a job failed.', ['name'], (g, v) => {
    for (const job of v.jobs) g.set({ name: job.id }, job.error ? 1 : 0)
  })
  gauge('compagnon_jobs_running', '1 while some process runs the jobs.', [], (g, v) =>
    g.set(v.runner && v.runner.until > v.at ? 1 : 0),
  )
  gauge('compagnon_seats', 'Seats of the current season.', ['season', 'state'], (g, v) => {
    for (const [state, count] of Object.entries(v.seats?.counts ?? {}))
      g.set({ season: v.seats?.season ?? '', state }, count)
  })
  gauge(
    'compagnon_waiting_list',
    'People who wait for a seat, or are invited to take one.',
    ['state'],
    (g, v) => {
      for (const [state, { count }] of Object.entries(v.line)) g.set({ state }, count)
    },
  )
  gauge('compagnon_refunds_due', 'Fees to give back to people who left.', ['way'], (g, v) => {
    for (const [way, { count }] of Object.entries(v.refunds)) g.set({ way }, count)
  })
}

/** The last answer while it is fresh; those who ask meanwhile share one question. Undefined when it failed. */
function atMostEvery<T>(ms: number, ask: () => Promise<T>, now: () => number): () => Promise<T | undefined> {
  let at = Number.NEGATIVE_INFINITY
  let answer: Promise<T | undefined> = Promise.resolve(undefined)
  return () => {
    if (now() - at >= ms) {
      at = now()
      answer = ask().catch(() => undefined)
    }
    return answer
  }
}
