import { findTask } from '@/collections/tasks/service'
import { DAY } from '@/core/clock'
import { type App, compareAndSet } from '@/hooks'
import { IMPORTS } from '../../contract'

/** A list that was uploaded and left is blanked after this long. */
const KEPT_DAYS = 30

const blank = (app: App, id: string) =>
  compareAndSet(
    app,
    IMPORTS,
    { and: [{ id: { equals: id } }, { emptiedAt: { exists: false } }] },
    { text: null, emptiedAt: app.clock.now().toISOString() },
  )

/** An import is done: its list is not kept any longer. One that failed may be resumed, and needs it. */
export async function afterImport(app: App, task: string): Promise<void> {
  const row = await findTask(app, task)
  if (row) await blank(app, (JSON.parse(row.input) as { import: string }).import)
}

/** Lists that nobody imported, or whose import was never finished. */
export async function forgetLists(app: App): Promise<void> {
  const before = new Date(app.clock.now().getTime() - KEPT_DAYS * DAY).toISOString()
  const { docs } = await app.payload.db.find<{ id: string }>({
    collection: IMPORTS,
    where: { and: [{ emptiedAt: { exists: false } }, { createdAt: { less_than: before } }] },
    limit: 200,
    pagination: false,
    select: { createdAt: true },
  })
  for (const { id } of docs) await blank(app, id)
}
