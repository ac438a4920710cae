import { DAY } from '@/core/clock'
import type { App } from '@/hooks'
import { TASK_LINES } from '../contract'

/** Long enough to correct a file and import it again; the lines hold what people gave of themselves. */
const KEPT_DAYS = 90

/** Forgets the refused lines of old acts; how many there were stays on the act. */
export async function forgetLines(app: App): Promise<void> {
  const before = new Date(app.clock.now().getTime() - KEPT_DAYS * DAY).toISOString()
  await app.payload.db.deleteMany({ collection: TASK_LINES, where: { createdAt: { less_than: before } } })
}
