import type { Where } from 'payload'
import type { App } from '@/hooks'
import { type Kind, type Row, TRANSFERS } from '../contract'
import { ledgerOf } from './ledgerOf'

export const SIDES = ['all', 'received', 'given', 'held'] as const
export type Side = (typeof SIDES)[number]

export type MovementQuery = {
  side?: Side
  /** from ≤ at < to */
  from?: Date
  to?: Date
  /** Only movements with these accounts. */
  counterparts?: readonly string[]
  /** Rows older than this one. */
  before?: string
  limit?: number
}

const SHOWN: readonly Kind[] = ['open', 'transfer', 'hold', 'post', 'void', 'limit', 'close']
const MOVED: readonly Kind[] = ['transfer', 'post']
const HELD: readonly Kind[] = ['hold', 'void']

/**
 * Rows of an account, newest first, and the id to go on from. Decided refusals are left out: they moved
 * nothing. The common cases go by the ledger's own indexed history.
 */
export async function readMovements(
  app: App,
  account: string,
  query: MovementQuery = {},
): Promise<{ rows: Row[]; next: string | null }> {
  const { side = 'all', limit = 30 } = query
  const direct = (side === 'all' || side === 'held') && !query.counterparts
  const rows = direct
    ? await ledgerOf(app).history(account, {
        kinds: side === 'held' ? HELD : SHOWN,
        limit: limit + 1,
        ...(query.from ? { from: query.from } : {}),
        ...(query.to ? { to: query.to } : {}),
        ...(query.before ? { before: query.before } : {}),
      })
    : await find(app, account, side, query, limit + 1)
  const shown = rows.slice(0, limit)
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
}

async function find(
  app: App,
  account: string,
  side: Side,
  query: MovementQuery,
  limit: number,
): Promise<Row[]> {
  const others = query.counterparts
  const given: Where = {
    and: [{ debit: { equals: account } }, ...(others ? [{ credit: { in: [...others] } }] : [])],
  }
  const received: Where = {
    and: [{ credit: { equals: account } }, ...(others ? [{ debit: { in: [...others] } }] : [])],
  }
  const kinds = side === 'held' ? HELD : side === 'all' ? SHOWN : MOVED
  const { docs } = await app.payload.db.find<Row>({
    collection: TRANSFERS,
    where: {
      and: [
        side === 'given' ? given : side === 'received' ? received : { or: [given, received] },
        { kind: { in: [...kinds] } },
        ...(query.from ? [{ at: { greater_than_equal: query.from.toISOString() } }] : []),
        ...(query.to ? [{ at: { less_than: query.to.toISOString() } }] : []),
        ...(query.before ? [{ id: { less_than: query.before } }] : []),
      ],
    },
    sort: '-id',
    limit,
    pagination: false,
  })
  return docs
}
