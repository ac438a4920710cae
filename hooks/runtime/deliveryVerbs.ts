import type { CollectionSlug, Where } from 'payload'
import { ok, type Result, refuse } from '@/core/result'
import type { App } from '../app'
import { compareAndSet } from '../rows'
import { DELIVERIES, EVENTS } from './collections'
import { findRows, isMongo, mongoOf, sqliteTable } from './store'

/** A delivery given up, with the event it could not hand over. */
export type DeadDelivery = {
  id: string
  event: string
  name: string
  listener: string
  attempts: number
  error?: string | null
  updatedAt: string
  /** What the event holds, as JSON; absent when the event is gone. */
  data?: string
}

/** Deliveries given up, the latest first, of these listeners or of all: two queries, and one to count. */
export async function listDead(
  app: App,
  { listeners, page = 1, limit = 20 }: { listeners?: readonly string[]; page?: number; limit?: number } = {},
): Promise<{ rows: DeadDelivery[]; total: number }> {
  if (listeners?.length === 0) return { rows: [], total: 0 }
  const where = deadOf(listeners)
  const [{ docs }, { totalDocs }] = await Promise.all([
    // MongoDB skips only where it counts (stack.md), so it is told to paginate.
    app.payload.db.find<DeadDelivery>({
      collection: DELIVERIES as CollectionSlug,
      where,
      sort: '-updatedAt',
      limit,
      page,
      pagination: true,
    }),
    app.payload.db.count({ collection: DELIVERIES as CollectionSlug, where }),
  ])
  const events = await findRows<{ key: string; data: string }>(app.payload, EVENTS, {
    where: { key: { in: docs.map((d) => d.event) } },
    select: { key: true, data: true },
  })
  const held = new Map(events.map((e) => [e.key, e.data]))
  return { rows: docs.map((d) => ({ ...d, ...dataOf(held.get(d.event)) })), total: totalDocs }
}

/** Tries again, or sets aside, all that was given up by these listeners; returns how many. */
export async function settleDead(
  app: App,
  listeners: readonly string[] | undefined,
  act: typeof replayDelivery | typeof dropDelivery,
): Promise<number> {
  if (listeners?.length === 0) return 0
  // Those there are now: one that is tried again and given up again at once is not tried for ever.
  const ids = await findRows<{ id: string }>(app.payload, DELIVERIES, {
    where: deadOf(listeners),
    select: {},
  })
  let settled = 0
  for (const { id } of ids) if ((await act(app, id)).ok) settled += 1
  return settled
}

export type DeliveryCount = { listener: string; state: string; n: number }

/** What is under way or given up, by listener and state: one query. */
export async function countDeliveries(app: App): Promise<DeliveryCount[]> {
  const states = ['pending', 'running', 'dead']
  if (isMongo(app.payload)) {
    const rows = await mongoOf(app.payload, DELIVERIES)
      .aggregate([
        { $match: { state: { $in: states } } },
        { $group: { _id: { listener: '$listener', state: '$state' }, n: { $sum: 1 } } },
      ])
      .toArray()
    return rows.map(({ _id, n }) => ({ ...(_id as { listener: string; state: string }), n: Number(n) }))
  }
  const { db, name, column } = sqliteTable(app.payload, DELIVERIES)
  const { rows } = await db.client.execute({
    sql: `SELECT ${column('listener')} AS listener, ${column('state')} AS state, count(*) AS n FROM ${name}
          WHERE ${column('state')} IN (?, ?, ?) GROUP BY 1, 2`,
    args: states,
  })
  return rows.map((r) => ({ listener: String(r.listener), state: String(r.state), n: Number(r.n) }))
}

const dataOf = (data: string | undefined) => (data === undefined ? {} : { data })
const deadOf = (listeners?: readonly string[]): Where => ({
  and: [{ state: { equals: 'dead' } }, ...(listeners ? [{ listener: { in: [...listeners] } }] : [])],
})
const isDead = (id: string): Where => ({ and: [{ id: { equals: id } }, { state: { equals: 'dead' } }] })

/** Staff tries a delivery given up once more, with all its attempts before it. */
export async function replayDelivery(app: App, id: string): Promise<Result<null, 'delivery.not-dead'>> {
  const nextAt = app.clock.now().toISOString()
  const changed = await compareAndSet(app, DELIVERIES, isDead(id), { state: 'pending', attempts: 0, nextAt })
  if (!changed) return refuse('delivery.not-dead')
  app.nudge(DELIVERIES)
  return ok(null)
}

/** Staff sets a delivery given up aside. The row stays, so that the event is not delivered again. */
export async function dropDelivery(app: App, id: string): Promise<Result<null, 'delivery.not-dead'>> {
  const changed = await compareAndSet(app, DELIVERIES, isDead(id), { state: 'dropped' })
  return changed ? ok(null) : refuse('delivery.not-dead')
}
