import { ok, type Result, refuse } from '@/core/result'
import type { App } from '@/hooks'
import { MAILS } from '../contract'
import { retryMail } from './retryMail'

const BATCH = 100

/**
 * Staff sends what was kept while no server was configured. Never done unasked: weeks may have passed, and
 * nobody wants a hundred stale mails to leave because a setting was changed. Returns how many were released.
 */
export async function releaseKept(app: App): Promise<Result<number, 'mail.not-configured'>> {
  if (!app.settings.mailConfigured) return refuse('mail.not-configured')
  let released = 0
  for (;;) {
    const { docs } = await app.payload.db.find({
      collection: MAILS,
      where: { state: { equals: 'kept' } },
      sort: 'id',
      limit: BATCH,
      pagination: false,
      select: { state: true },
    })
    for (const { id } of docs) if ((await retryMail(app, String(id))).ok) released += 1
    if (docs.length < BATCH) return ok(released)
  }
}
