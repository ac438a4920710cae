import { setTimeout as sleep } from 'node:timers/promises'
import { getPayload } from 'payload'
import { setMailer } from '@/collections/mail/service/mailer'
import { MINUTE, systemClock } from '@/core/clock'
import { type App, type Logger, type Module, setApp } from '@/hooks'
import { createApp, type RunningApp } from '@/hooks/runtime'
import payloadConfig from '@/payload.config'
import { guardSqlite } from '@/server/sqliteGuard'
import { modules } from '@/src/modules'
import type { Verbs } from '../protocol'
import { acknowledge, say, trouble } from './say'

/**
 * The program as src/server/openProgram.ts opens it, on the database of DATABASE_URI; without migrations, for
 * COMPAGNON_PUSH made the tables, and without its doors.
 */
export async function openProgram(options: Verbs['open']['input']): Promise<RunningApp> {
  const uri = process.env.DATABASE_URI ?? ''
  if (uri.startsWith('file:') && !(await guardSqlite(uri.slice('file:'.length))))
    throw new Error('another process uses this file')
  const payload = await getPayload({ config: payloadConfig })
  const app = createApp({
    payload,
    clock: systemClock,
    log,
    modules: options.ticking ? [...modules, ticking] : modules,
    settings: {
      publicUrl: 'http://127.0.0.1:3000',
      timeZone: 'Europe/Paris',
      mailConfigured: options.mail === true,
      ...(options.stripe ? { stripe: options.stripe } : {}),
    },
    tuning: {
      ...(options.leaseMs ? { leaseMs: options.leaseMs, jobTickMs: 20 } : {}),
      ...(options.jobLockMs ? { jobLockMs: options.jobLockMs } : {}),
      ...(options.patient ? PATIENT : {}),
    },
    onFatal: (error) => {
      trouble(`the database cannot be trusted: ${error}`)
      process.exit(70)
    },
  })
  setApp(app)
  if (options.mail) setMailer(mailServer)
  if (options.loops) await app.start()
  return app
}

/** Less than the time by which the next process is later. */
const PATIENT = { concurrency: 10_000, perListener: 10_000, listenerTimeoutMs: 5 * MINUTE }

/** A mail server that takes everything, and says so. */
const mailServer = {
  async send({ messageId }: { messageId: string }) {
    acknowledge('mailed', messageId)
  },
  close: () => undefined,
}

/** A job that says when it ran, by the clock that all processes of a machine share. */
const ticking: Module = {
  id: 'chaos',
  jobs: [
    {
      id: 'chaos.tick',
      everyMs: 10,
      run: async (app: App) => {
        const holder = String(process.pid)
        const row = await app.payload.db.findOne<{ id: string; runs: number }>({
          collection: 'job-runs',
          where: { key: { equals: 'chaos.tick' } },
        })
        const job = { holder, run: row?.runs ?? 0, began: monotonicMs(), ended: null }
        say({ kind: 'job', job })
        await sleep(25)
        say({ kind: 'job', job: { ...job, ended: monotonicMs() } })
      },
    },
  ],
}

const monotonicMs = () => Number(process.hrtime.bigint()) / 1e6

const textOf = (data: object, message = '') => {
  const { err, ...rest } = data as { err?: unknown }
  return `${message} ${JSON.stringify(rest)} ${err instanceof Error ? (err.stack ?? err.message) : ''}`.trim()
}
const log: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: (data, message) => say({ kind: 'log', level: 'warn', text: textOf(data, message) }),
  error: (data, message) => say({ kind: 'log', level: 'error', text: textOf(data, message) }),
}
