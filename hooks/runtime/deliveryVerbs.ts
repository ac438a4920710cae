import type { Where } from 'payload'
import { ok, type Result, refuse } from '@/core/result'
import type { App } from '../app'
import { compareAndSet } from '../rows'
import { DELIVERIES } from './collections'

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
