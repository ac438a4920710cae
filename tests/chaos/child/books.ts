import type { CollectionSlug, Where } from 'payload'
import { MAILS } from '@/collections/mail/contract'
import { ledgerOf } from '@/collections/ts/service/ledgerOf'
import { memberAccount } from '@/collections/ts/service/openMemberAccount'
import { verifyLedger } from '@/collections/ts/service/verifyLedger'
import type { App } from '@/hooks'
import {
  APPLICATIONS,
  MEMBERSHIPS,
  PAYMENTS,
  REFUNDS,
  SEATS,
  WAITING,
} from '@/plugins/capped-membership/contract'
import { auditSeats } from '@/plugins/capped-membership/service'
import { CARD_REFUNDS, RECEIPTS } from '@/plugins/payments/contract'
import { auditReceipts } from '@/plugins/payments/service/auditReceipts'
import type { Book, Books, Lane } from '../money/lanes'
import { waiting } from './look'

/** What stands of each lane, and what the program's own audits say of the whole. For a database at rest. */
export async function moneyBooks(app: App, lanes: readonly Lane[]): Promise<Books> {
  const [seats, receipts, ledger] = [await auditSeats(app), await auditReceipts(app), await verifyLedger(app)]
  const read = await rowsOfAll(app, lanes)
  const books: Record<string, Book> = {}
  for (const lane of lanes) books[lane.name] = await bookOf(app, lane, read)
  return {
    lanes: books,
    seats: seats.map((f) => `${f.code} ${f.about}`),
    receipts: receipts.map(({ year, n }) => `receipt ${year}-${n} is missing or twice there`),
    ledger: ledger.findings.map((f) => JSON.stringify(f)),
    waiting: await waiting(app),
  }
}

type Row = Record<string, unknown> & { person?: string | null }
type Read = Awaited<ReturnType<typeof rowsOfAll>>

/** All rows about these people, by collection; one question each. */
async function rowsOfAll(app: App, lanes: readonly Lane[]) {
  const people = lanes.map((l) => l.person)
  const about = (collection: string, where: Where = { person: { in: people } }) => all(app, collection, where)
  return {
    files: await about(APPLICATIONS),
    standings: await about('standings'),
    seats: await about(SEATS),
    memberships: await about(MEMBERSHIPS),
    payments: await about(PAYMENTS),
    cardRefunds: await about(CARD_REFUNDS),
    refunds: await about(REFUNDS),
    receipts: await about(RECEIPTS),
    mails: await about(MAILS),
    signIns: await about('sign-ins', { and: [{ person: { in: people } }, { endedAt: { exists: false } }] }),
    line: await about(WAITING),
  }
}

export async function all(app: App, collection: string, where: Where): Promise<Row[]> {
  const { docs } = await app.payload.db.find({
    collection: collection as CollectionSlug,
    where,
    limit: 0,
    pagination: false,
    sort: 'id',
  })
  return docs as unknown as Row[]
}

async function bookOf(app: App, { person }: Lane, read: Read): Promise<Book> {
  const of = (name: keyof Read) => read[name].filter((row) => row.person === person)
  const said = (name: keyof Read, field: string) => of(name).map((row) => String(row[field]))
  const account = await ledgerOf(app).readAccount(memberAccount(person))
  const mails: Record<string, number> = {}
  for (const template of said('mails', 'template')) mails[template] = (mails[template] ?? 0) + 1
  return {
    file: said('files', 'state').join(),
    standing: said('standings', 'standing').join(),
    seat: said('seats', 'state')[0] ?? null,
    memberships: said('memberships', 'state'),
    payments: of('payments').length,
    cardRefunds: said('cardRefunds', 'state'),
    refunds: of('refunds').length,
    receipts: of('receipts').map((row) => Number(row.cents)),
    mails,
    ts: account.ok ? account.value.balance : null,
    signIns: of('signIns').length,
    inLine: of('line').length,
  }
}
