import type { Payload } from 'payload'
import { HOUR, MINUTE, SECOND } from '@/core/clock'
import type { Lang } from '@/core/lang'
import type { App, Job } from '@/hooks'
import { LEASES } from '@/hooks/runtime/collections'
import { findRows, isMongo } from '@/hooks/runtime/store'
import { missingUniqueIndexes } from '../checkIndexes'
import { pluginStates } from '../commands/pluginStates'
import { isNewer, schemaOfMongo } from '../schemaVersion'
import { readVitals, type Vitals, type Waiting } from '../vitals/readVitals'
import { type Finding, guarded, type Say, sayIn } from './finding'

/** Clocks of machines may differ by this: leases and claims reckon with ten seconds (hooks/README.md). */
const CLOCK_MS = 5 * SECOND
/** A job not heard of for three of its periods and this does not run. */
const JOB_GRACE_MS = 5 * MINUTE
const FACTS_MS = MINUTE
const DELIVERIES_MS = 10 * MINUTE
const MAILS_MS = HOUR

/** What is asked of the database; `alone`: no server runs on it. `deep` reads all of a SQLite file. */
export async function checkDatabase(
  app: App,
  lang: Lang,
  { deep, alone }: { deep: boolean; alone: boolean },
): Promise<Finding[]> {
  const say = sayIn(lang)
  const { payload } = app
  return [
    ...(await guarded('database', say, () => server(payload, say, deep))),
    ...(await guarded('indexes', say, () => indexes(payload, say))),
    ...(isMongo(payload) ? await guarded('clock', say, () => clocks(payload, say)) : []),
    ...(await guarded('restore', say, () => restore(payload, say))),
    ...plugins(app, lang, say),
    ...(await guarded('outbox', say, async () => vitals(app, await readVitals(app), say, alone))),
  ]
}

type Sqlite = { client: { execute(sql: string): Promise<{ rows: Record<string, unknown>[] }> } }
type Mongo = {
  connection: { db: { admin(): { command(c: object): Promise<Record<string, unknown>> } } }
}
const sqlite = (payload: Payload) => (payload.db as unknown as Sqlite).client
const admin = (payload: Payload) => (payload.db as unknown as Mongo).connection.db.admin()

async function server(payload: Payload, say: Say, deep: boolean): Promise<Finding[]> {
  const check = 'database'
  if (!isMongo(payload)) {
    const { rows } = await sqlite(payload).execute('SELECT sqlite_version() AS v')
    const says = `SQLite ${String(rows[0]?.v)}`
    if (!deep) return [{ check, state: 'ok', says }]
    const problems = (await sqlite(payload).execute('PRAGMA quick_check(5)')).rows.map((r) =>
      String(r.quick_check),
    )
    if (problems.join() === 'ok')
      return [
        { check, state: 'ok', says: `${says}, ${say('fichier lu en entier', 'file read from end to end')}` },
      ]
    return [{ check, state: 'fail', says: `${says}: ${problems.join('; ')}`, mend: restoreOne(say) }]
  }
  const [{ version }, hello, found] = await Promise.all([
    admin(payload).command({ buildInfo: 1 }),
    admin(payload).command({ hello: 1 }),
    schemaOfMongo(payload),
  ])
  const newer: Finding[] = isNewer(found)
    ? [
        {
          check: 'migrations',
          state: 'fail',
          says: say(
            `un programme plus récent (${found}) s’est servi de cette base`,
            `a newer program (${found}) has used this database`,
          ),
          mend: say('mettez le programme à jour', 'update the program'),
        },
      ]
    : []
  if (!hello.setName)
    return [
      ...newer,
      {
        check,
        state: 'fail',
        says: say(
          `MongoDB ${version}, sans « replica set » : les écritures ne sont pas garanties`,
          `MongoDB ${version}, no replica set: writes are not guaranteed`,
        ),
        mend: 'docs/operations.md',
      },
    ]
  const hosts = (hello.hosts as unknown[] | undefined)?.length ?? 0
  const state = hosts === 2 ? 'warn' : 'ok'
  return [...newer, { check, state, says: `MongoDB ${version}, ${String(hello.setName)} (${hosts})` }]
}

async function indexes(payload: Payload, say: Say): Promise<Finding> {
  const missing = await missingUniqueIndexes(payload)
  if (missing.length === 0)
    return {
      check: 'indexes',
      state: 'ok',
      says: say('les index uniques sont tous là', 'the unique indexes are all there'),
    }
  return {
    check: 'indexes',
    state: 'fail',
    says: say(
      `index uniques absents : ${missing.join(' · ')}`,
      `unique indexes missing: ${missing.join(' · ')}`,
    ),
    mend: restoreOne(say),
  }
}

async function clocks(payload: Payload, say: Say): Promise<Finding> {
  const before = Date.now()
  const { localTime } = await admin(payload).command({ hello: 1 })
  const here = (before + Date.now()) / 2
  const apart = Math.abs((localTime as Date).getTime() - here)
  const says = say(
    `à ${(apart / SECOND).toFixed(1).replace('.', ',')} s de celle de la base`,
    `${(apart / SECOND).toFixed(1)} s from the database's`,
  )
  if (apart <= CLOCK_MS) return { check: 'clock', state: 'ok', says }
  return { check: 'clock', state: 'fail', says, mend: 'timedatectl set-ntp true' }
}

/** A restore holds a lease of this key until all is verified (src/server/backup). */
async function restore(payload: Payload, say: Say): Promise<Finding[]> {
  const [mark] = await findRows<{ holder: string }>(payload, LEASES, {
    where: { key: { equals: 'restore' } },
    limit: 1,
  })
  if (!mark) return []
  return [
    {
      check: 'restore',
      state: 'fail',
      says: say(
        `la restauration de ${mark.holder} n’est pas achevée`,
        `restoring ${mark.holder} was not completed`,
      ),
      mend: say('recommencez-la : docs/operations/backup.md', 'do it again: docs/operations/backup.md'),
    },
  ]
}

/** A plugin that is wanted and cannot be in force. */
function plugins(app: App, lang: Lang, say: Say): Finding[] {
  const states = pluginStates(app, lang)
  const check = 'plugins'
  const on = states.filter((p) => p.state === 'on').length
  const stuck = states.filter((p) => p.state === 'stuck')
  if (stuck.length === 0)
    return [
      { check, state: 'ok', says: say(`${on} actives sur ${states.length}`, `${on} of ${states.length} on`) },
    ]
  const mend = say('la page /bureau/extensions', 'the page /bureau/extensions')
  return stuck.map((p) => ({ check, state: 'warn', says: `${p.id} ${p.says}`, mend }))
}

function vitals(app: App, v: Vitals, say: Say, alone: boolean): Finding[] {
  const replay = 'npm run cli -- deliveries'
  const mails = say('la boîte d’envoi : /admin/collections/mails', 'the outbox: /admin/collections/mails')
  return [
    ...(alone ? [] : runner(v, say)),
    ...jobs(app, v, say, alone),
    waiting('outbox', v, v.facts, FACTS_MS, say, say('faits à relayer', 'facts to relay'), alone),
    waiting(
      'deliveries',
      v,
      v.deliveries.pending,
      DELIVERIES_MS,
      say,
      say('remises en attente', 'deliveries waiting'),
      alone,
      replay,
    ),
    ...given('deliveries', v.deliveries.dead, say('remises abandonnées', 'deliveries given up'), replay),
    waiting(
      'mail',
      v,
      v.mails.queued,
      MAILS_MS,
      say,
      say('courriers en attente', 'mails waiting'),
      alone,
      mails,
    ),
    ...given('mail', v.mails.failed, say('courriers en échec', 'mails failed'), mails),
    ...(app.settings.mailConfigured
      ? given('mail', v.mails.kept, say('courriers gardés, non envoyés', 'mails kept, not sent'), mails)
      : []),
  ]
}

function runner({ runner: held, at }: Vitals, say: Say): Finding[] {
  if (held && held.until > at)
    return [{ check: 'jobs', state: 'ok', says: say(`tenues par ${held.holder}`, `run by ${held.holder}`) }]
  return [
    {
      check: 'jobs',
      state: 'fail',
      says: say('aucun processus ne tient les tâches périodiques', 'no process runs the periodic jobs'),
      mend: say('regardez le journal, redémarrez le service', 'look at the log, restart the service'),
    },
  ]
}

function jobs(app: App, v: Vitals, say: Say, alone: boolean): Finding[] {
  const known = app.modules.flatMap((m) => m.jobs ?? [])
  const findings = known.flatMap((job) => jobFinding(job, v, say, alone))
  if (findings.length > 0) return findings
  return [
    {
      check: 'jobs',
      state: 'ok',
      says: say(
        `${known.length} tâches, à leur heure et sans erreur`,
        `${known.length} jobs, in time and without error`,
      ),
    },
  ]
}

function jobFinding(job: Job, v: Vitals, say: Say, alone: boolean): Finding[] {
  const row = v.jobs.find((j) => j.id === job.id)
  if (row?.error)
    return [
      {
        check: 'jobs',
        state: 'warn',
        says: `${job.id}: ${row.error}`,
        mend: say('regardez le journal', 'look at the log'),
      },
    ]
  const last = row?.lastEndedAt
  const late = !last || v.at.getTime() - last.getTime() > 3 * job.everyMs + JOB_GRACE_MS
  if (alone || !late) return []
  const says = last
    ? say(
        `${job.id} n’a pas abouti depuis ${last.toISOString()}`,
        `${job.id} has not ended since ${last.toISOString()}`,
      )
    : say(`${job.id} n’a pas encore tourné`, `${job.id} has not run yet`)
  return [{ check: 'jobs', state: 'warn', says }]
}

/** Waiting is normal; waiting for long is not, unless no server runs that would work on it. */
function waiting(
  check: string,
  { at }: Vitals,
  { count, oldest }: Waiting,
  longMs: number,
  say: Say,
  what: string,
  alone: boolean,
  mend?: string,
): Finding {
  if (!oldest || count === 0) return { check, state: 'ok', says: `${what}: 0` }
  const minutes = Math.floor((at.getTime() - oldest.getTime()) / MINUTE)
  const says = say(`${what} : ${count}, depuis ${minutes} min`, `${what}: ${count}, for ${minutes} min`)
  const late = !alone && at.getTime() - oldest.getTime() > longMs
  return { check, state: late ? 'warn' : 'ok', says, ...(late && mend ? { mend } : {}) }
}

const given = (check: string, { count }: Waiting, what: string, mend: string): Finding[] =>
  count === 0 ? [] : [{ check, state: 'warn', says: `${what}: ${count}`, mend }]

const restoreOne = (say: Say) =>
  say('restaurez une sauvegarde : docs/operations/backup.md', 'restore a backup: docs/operations/backup.md')
