import { ok, type Result, refuse } from '@/core/result'
import { type App, compareAndSet } from '@/hooks'
import { MAILS } from '../contract'

/** Staff sends a mail again that had failed, or one that was kept. */
export async function retryMail(
  app: App,
  id: string,
): Promise<Result<null, 'mail.not-failed' | 'mail.not-configured'>> {
  if (!app.settings.mailConfigured) return refuse('mail.not-configured')
  const now = app.clock.now().toISOString()
  const changed = await compareAndSet(
    app,
    MAILS,
    { and: [{ id: { equals: id } }, { state: { in: ['failed', 'kept'] } }] },
    { state: 'queued', attempts: 0, queuedAt: now, nextAt: now },
  )
  if (!changed) return refuse('mail.not-failed')
  app.nudge(MAILS)
  return ok(null)
}
