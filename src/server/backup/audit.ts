import type { Payload } from 'payload'
import { ledgerOf } from '@/collections/ts/service/ledgerOf'
import { rebuildProjection } from '@/collections/ts/service/repairProjection'
import { verifyLedger } from '@/collections/ts/service/verifyLedger'
import type { App } from '@/hooks'
import { DELIVERIES, EVENTS } from '@/hooks/runtime/collections'
import { createApp } from '@/hooks/runtime/createApp'
import { auditSeats } from '@/plugins/capped-membership/service'
import { modules } from '@/src/modules'
import type { Manifest } from './archive/manifest'

export type Audit = {
  readonly ledger: { readonly rows: number; readonly seals: number }
  /** What does not agree, and stood so in the database the backup came from. */
  readonly findings: readonly string[]
  /** What was half done at the instant of the backup, and will be finished by the program. */
  readonly underWay: readonly string[]
  /** Facts not yet relayed or delivered. */
  readonly waiting: number
}

/**
 * Replays the ledger and audits the seats of restored rows, as of the instant of the backup. The balances shown are
 * reckoned anew: at that instant they may have been behind.
 */
export async function audit(payload: Payload, manifest: Manifest): Promise<Audit> {
  const app = appAt(payload, new Date(manifest.at))
  await rebuildProjection(app)
  const ledger = await verifyLedger(app, manifest.seal ? { head: manifest.seal } : {})
  const seats = await auditSeats(app)
  const waiting = await countWaiting(app)
  const findings = ledger.findings.filter((f) => !f.pending).map(textOf)
  const underWay = ledger.findings.filter((f) => f.pending).map(textOf)
  // A payment of that very moment has its seat once its facts are delivered.
  const list = waiting > 0 ? underWay : findings
  list.push(...seats.map(textOf))
  return { ledger: { rows: ledger.rows, seals: ledger.seals }, findings, underWay, waiting }
}

const textOf = (finding: object) => JSON.stringify(finding)

/** Rules and verbs at an hour of the past; nothing of it runs by itself. */
function appAt(payload: Payload, at: Date): App {
  const quiet = () => undefined
  return createApp({
    payload,
    clock: { now: () => at },
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    settings: { publicUrl: 'http://127.0.0.1', timeZone: 'Europe/Paris', mailConfigured: false },
    modules,
  })
}

async function countWaiting(app: App): Promise<number> {
  const { db } = app.payload
  const asked = [
    { collection: EVENTS, where: { pending: { equals: 1 } } },
    { collection: DELIVERIES, where: { state: { in: ['pending', 'running'] } } },
    ...app.payload.config.collections
      .filter((config) => config.custom?.deciding === true)
      .map((config) => ({ collection: config.slug, where: { factsPending: { equals: 1 } } })),
  ]
  let waiting = (await ledgerOf(app).pendingMarks(1_000)).length
  for (const query of asked) waiting += (await db.count(query as Parameters<typeof db.count>[0])).totalDocs
  return waiting
}
