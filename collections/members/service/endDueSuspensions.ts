import type { App } from '@/hooks'
import { endSuspension } from './changeStanding'

/**
 * Writes down that suspensions whose end has come are over, so that the directory follows. Rights need no writing:
 * the standing that holds now is worked out at each request.
 */
export async function endDueSuspensions(app: App, cut?: AbortSignal): Promise<number> {
  const { docs } = await app.payload.db.find<{ id: string; person: string }>({
    collection: 'standings',
    where: {
      and: [
        { standing: { equals: 'suspended' } },
        { until: { less_than_equal: app.clock.now().toISOString() } },
        { before: { exists: true } },
      ],
    },
    pagination: false,
    limit: 100,
  })
  let ended = 0
  for (const { person } of docs) {
    if (cut?.aborted) break
    const over = { person, reason: 'suspension.over', actor: 'system', ifOver: true }
    const done = await endSuspension(app, over)
    if (done.ok && done.value.changed) ended++
  }
  return ended
}
