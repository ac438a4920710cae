import type { Where } from 'payload'
import { measure } from '../measure'
import type { Job } from '../module'
import { compareAndSet, insertOnce } from '../rows'
import { traced } from '../trace'
import { JOB_RUNS } from './collections'
import type { Context } from './context'
import { errorLine } from './errorLine'
import { findRows } from './store'

type JobRun = { id: string; key: string; nextAt: string; lockedUntil?: string | null; runs: number }
type Running = { cut: AbortController; ended: Promise<void> }

/**
 * Runs jobs whose turn has come. The lease says which process does so; a row per job sees to it that none
 * runs twice at once even while the lease changes hands: a run is claimed by a conditional write, says every
 * while that it lives, and one not heard of any more is run again.
 */
export class Jobs {
  readonly #jobs: ReadonlyMap<string, { job: Job; module: string }>
  readonly #running = new Map<string, Running>()
  readonly #nudged = new Set<string>()
  /** Rows known to be there. */
  readonly #known = new Set<string>()
  #stopping = false

  constructor(private readonly context: Context) {
    const all = context.app.installed.flatMap((m) => (m.jobs ?? []).map((job) => ({ job, module: m.id })))
    // Of two of the same name the first has it: the other module is left out (dispatch.ts).
    this.#jobs = new Map(all.reverse().map((x) => [x.job.id, x]))
  }

  /** Notes the jobs a nudge of this collection brings forward; true when there are some. */
  nudge(collection: string): boolean {
    let any = false
    for (const { job } of this.#jobs.values()) {
      if (!job.nudgedBy?.includes(collection)) continue
      this.#nudged.add(job.id)
      any = true
    }
    return any
  }

  /** Writes down the nudges: whichever process holds the lease sees them there. */
  async bringForward(): Promise<void> {
    const { app } = this.context
    const now = app.clock.now().toISOString()
    for (const id of this.#nudged) {
      this.#nudged.delete(id)
      await compareAndSet(
        app,
        JOB_RUNS,
        { and: [{ key: { equals: id } }, { nextAt: { greater_than: now } }] },
        { nextAt: now },
      )
    }
  }

  /** Starts every job that is due, without waiting for it. Call only while holding the lease. */
  async tick(): Promise<void> {
    const { app } = this.context
    if (this.#jobs.size === 0) return
    await this.#introduce()
    const now = app.clock.now()
    const due = await findRows<JobRun>(app.payload, JOB_RUNS, {
      where: { and: [{ key: { in: [...this.#jobs.keys()] } }, ...dueNow(now)] },
      sort: 'nextAt',
    })
    for (const row of due) {
      const { job, module } = this.#jobs.get(row.key) ?? {}
      if (!job || !module || !app.isOn(module) || this.#stopping || this.#running.has(row.key)) continue
      if (await this.#claim(job, row, now)) this.#start(job, module, row)
    }
  }

  /** Runs one job now, whether its turn has come or not, and waits for it; false when it runs already. */
  async runNow(id: string): Promise<boolean> {
    const { app } = this.context
    const { job, module } = this.#jobs.get(id) ?? {}
    if (!job || !module) throw new Error(`no job ${id}`)
    if (!app.isOn(module)) return false
    await this.#introduce()
    const [row] = await findRows<JobRun>(app.payload, JOB_RUNS, { where: { key: { equals: id } }, limit: 1 })
    if (!row || this.#running.has(id) || !(await this.#claim(job, row, app.clock.now(), false))) return false
    await this.#start(job, module, row)
    return true
  }

  /** Tells running jobs to end: the lease was lost, or the program stops. */
  cut(): void {
    for (const { cut } of this.#running.values()) cut.abort()
  }

  /** Tells the running jobs of modules to end: they were turned off. */
  cutOf(modules: readonly string[]): void {
    for (const [id, { cut }] of this.#running) {
      const module = this.#jobs.get(id)?.module
      if (module && modules.includes(module)) cut.abort()
    }
  }

  /** Starts nothing more, tells what runs to end and waits for it; false when it took longer. */
  async stop(until: number): Promise<boolean> {
    this.#stopping = true
    this.cut()
    const ends = Promise.all([...this.#running.values()].map((r) => r.ended)).then(() => true)
    const timer = Promise.withResolvers<boolean>()
    const handle = setTimeout(() => timer.resolve(false), Math.max(0, until - performance.now()))
    const ended = await Promise.race([ends, timer.promise])
    clearTimeout(handle)
    return ended
  }

  /** A job never seen before gets its row, due at once. */
  async #introduce(): Promise<void> {
    const { app } = this.context
    for (const id of this.#jobs.keys()) {
      if (this.#known.has(id)) continue
      await insertOnce(app, JOB_RUNS, { key: id, nextAt: app.clock.now().toISOString(), runs: 0 })
      this.#known.add(id)
    }
  }

  /** Ours, if nobody was faster: the number of runs tells this claim from any other. */
  async #claim(job: Job, row: JobRun, now: Date, onlyDue = true): Promise<boolean> {
    const { app, tuning } = this.context
    const cut = row.lockedUntil !== null && row.lockedUntil !== undefined
    const won = await compareAndSet(
      app,
      JOB_RUNS,
      {
        and: [
          { id: { equals: row.id } },
          { runs: { equals: row.runs } },
          ...(onlyDue ? dueNow(now) : [unlocked(now)]),
        ],
      },
      {
        runs: row.runs + 1,
        lastStartedAt: now.toISOString(),
        nextAt: new Date(now.getTime() + job.everyMs).toISOString(),
        lockedUntil: new Date(now.getTime() + tuning.jobLockMs).toISOString(),
      },
    )
    if (won && cut) app.log.warn({ job: job.id }, 'the last run of this job was cut; it is run again')
    return won
  }

  #start(job: Job, module: string, row: JobRun): Promise<void> {
    const cut = new AbortController()
    const ended = traced({ job: job.id }, () => this.#run(job, module, row.runs + 1, cut))
      .catch(this.context.onError(`job ${job.id}`))
      .finally(() => this.#running.delete(job.id))
    this.#running.set(job.id, { cut, ended })
    return ended
  }

  async #run(job: Job, module: string, run: number, cut: AbortController): Promise<void> {
    const { app } = this.context
    const mine: Where = { and: [{ key: { equals: job.id } }, { runs: { equals: run } }] }
    const beat = this.#heartbeat(job, mine, cut)
    const began = performance.now()
    const error = await app.attempt({
      module,
      kind: 'job',
      name: job.id,
      run: async () => {
        await job.run(app, cut.signal)
        return null
      },
      otherwise: errorLine,
    })
    clearInterval(beat)
    measure('job', { job: job.id, outcome: error ? 'failed' : 'done', ms: performance.now() - began })
    const lastEndedAt = app.clock.now().toISOString()
    // nextAt stays: it was set at the start, and a nudge during the run may have brought it forward.
    await compareAndSet(app, JOB_RUNS, mine, { lastEndedAt, lockedUntil: null, error })
  }

  /** Says every while that the run lives. */
  #heartbeat(job: Job, mine: Where, cut: AbortController): NodeJS.Timeout {
    const { app, tuning } = this.context
    const beat = setInterval(() => {
      const lockedUntil = new Date(app.clock.now().getTime() + tuning.jobLockMs).toISOString()
      compareAndSet(app, JOB_RUNS, mine, { lockedUntil })
        .then((alive) => {
          if (!alive) cut.abort()
        })
        .catch(this.context.onError(`job ${job.id}`))
    }, tuning.jobLockMs / 3)
    beat.unref()
    return beat
  }
}

const unlocked = (now: Date): Where => ({
  or: [{ lockedUntil: { exists: false } }, { lockedUntil: { less_than_equal: now.toISOString() } }],
})

/** Its turn has come and no run holds it; or a run was cut, which is made up for at once. */
const dueNow = (now: Date): Where[] => [
  unlocked(now),
  {
    or: [
      { nextAt: { less_than_equal: now.toISOString() } },
      { lockedUntil: { less_than_equal: now.toISOString() } },
    ],
  },
]
