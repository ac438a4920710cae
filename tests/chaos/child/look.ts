import type { CollectionSlug, Where } from 'payload'
import { EXCHANGES } from '@/collections/exchanges/contract'
import { MAILS } from '@/collections/mail/contract'
import { TRANSFERS } from '@/collections/ts/contract'
import { ledgerOf } from '@/collections/ts/service/ledgerOf'
import { verifyLedger } from '@/collections/ts/service/verifyLedger'
import type { App } from '@/hooks'
import { DELIVERIES, EVENTS, JOB_RUNS } from '@/hooks/runtime/collections'
import { APPLICATIONS, MEMBERSHIPS, PAYMENTS, SEATS } from '@/plugins/capped-membership/contract'
import { auditSeats } from '@/plugins/capped-membership/service'

export type TransferRow = {
  id: string
  key: string
  kind: string
  debit: string
  credit: string
  amount: number
  settles: string
  code: string | null
  ref: string | null
}
export type FileRow = {
  id: string
  email: string
  state: string
  person: string | null
  interviewAt: string | null
  /** How often it was fixed, moved or called off. */
  interviewSeq: number | null
  report: string | null
}
export type ExchangeLook = {
  id: string
  key: string
  requester: string
  helper: string
  state: string
  owes: string
  amount: number
  rating: number | null
  acceptedAt: string | null
  deliveredAt: string | null
}
export type MailRow = {
  key: string
  template: string
  person: string | null
  state: string
  messageId: string
  to: string
}

/** What stands in the database, as findings.ts checks it. */
export type Look = {
  /** Findings of the program's own audits, as text. */
  ledger: string[]
  seats: string[]
  heldOrConfirmed: { person: string; key: string; state: string }[]
  files: FileRow[]
  payments: { id: string; application: string; person: string; settled: number }[]
  memberships: { key: string; person: string; seat: number; paymentRef: string | null }[]
  transfers: TransferRow[]
  exchanges: ExchangeLook[]
  mails: MailRow[]
  standings: { person: string; standing: string }[]
  /** What is still on its way: facts, marks, deliveries, cut jobs. */
  waiting: string[]
}

/** Reads all there is, and has the program audit itself. For a database at rest. */
export async function look(app: App, season: string): Promise<Look> {
  const inSeason = { season: { equals: season } }
  const ledger = await verifyLedger(app)
  return {
    ledger: ledger.findings.map((f) => JSON.stringify(f)),
    seats: (await auditSeats(app, season)).map((f) => `${f.code} ${f.about}`),
    heldOrConfirmed: await rows(app, SEATS, ['person', 'key', 'state'], {
      and: [inSeason, { state: { in: ['held', 'confirmed'] } }],
    }),
    files: await rows(
      app,
      APPLICATIONS,
      ['id', 'email', 'state', 'person', 'interviewAt', 'interviewSeq', 'report'],
      inSeason,
    ),
    payments: await rows(app, PAYMENTS, ['id', 'application', 'person', 'settled'], inSeason),
    memberships: await rows(app, MEMBERSHIPS, ['key', 'person', 'seat', 'paymentRef'], inSeason),
    transfers: await rows(app, TRANSFERS, [
      'id',
      'key',
      'kind',
      'debit',
      'credit',
      'amount',
      'settles',
      'code',
      'ref',
    ]),
    exchanges: await rows(app, EXCHANGES, [
      'id',
      'key',
      'requester',
      'helper',
      'state',
      'owes',
      'amount',
      'rating',
      'acceptedAt',
      'deliveredAt',
    ]),
    mails: await rows(app, MAILS, ['key', 'template', 'person', 'state', 'messageId', 'to']),
    standings: await rows(app, 'standings', ['person', 'standing']),
    waiting: await waiting(app),
  }
}

/** Columns of all rows, null where there is nothing: the databases differ in what they leave out. */
async function rows<T>(
  app: App,
  collection: CollectionSlug,
  columns: (keyof T & string)[],
  where: Where = {},
): Promise<T[]> {
  const { docs } = await app.payload.db.find({ collection, where, limit: 0, pagination: false })
  return (docs as unknown as Record<string, unknown>[]).map(
    (doc) => Object.fromEntries(columns.map((name) => [name, doc[name] ?? null])) as T,
  )
}

/** What is on its way and should not be, once all is at rest. */
export async function waiting(app: App): Promise<string[]> {
  const found: string[] = []
  for (const { config } of Object.values(app.payload.collections)) {
    if (config.custom?.deciding !== true) continue
    const { totalDocs } = await app.payload.db.count({
      collection: config.slug as CollectionSlug,
      where: { factsPending: { equals: 1 } },
    })
    if (totalDocs > 0) found.push(`${totalDocs} rows of ${config.slug} with facts not relayed`)
  }
  const emitted = await rows<{ key: string }>(app, EVENTS, ['key'], { pending: { equals: 1 } })
  for (const { key } of emitted) found.push(`event ${key} without its deliveries`)
  const marks = await ledgerOf(app).pendingMarks(1_000)
  if (marks.length > 0) found.push(`${marks.length} rows of the ledger not announced`)
  const undone = await rows<{ key: string; state: string; error: string | null }>(
    app,
    DELIVERIES,
    ['key', 'state', 'error'],
    { state: { not_equals: 'done' } },
  )
  for (const { key, state, error } of undone) found.push(`delivery ${key} is ${state}: ${error}`)
  const failed = await rows<{ key: string; error: string | null }>(app, JOB_RUNS, ['key', 'error'])
  for (const { key, error } of failed) if (error) found.push(`job ${key} failed: ${error}`)
  return found
}
