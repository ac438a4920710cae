import { HOUR } from '@/core/clock'
import type { App } from '@/hooks'

/**
 * News whose time has come since it was saved: cached pages do not know of time passing, so they are told.
 * Looks an hour back, for a runner that was away; touching twice costs one rendering.
 */
export async function showDuePosts(app: App): Promise<void> {
  const now = app.clock.now()
  const { docs } = await app.payload.db.find<{ id: string; publishedAt: string; updatedAt: string }>({
    collection: 'posts',
    where: {
      and: [
        { _status: { equals: 'published' } },
        { publishedAt: { less_than_equal: now.toISOString() } },
        { publishedAt: { greater_than: new Date(now.getTime() - HOUR).toISOString() } },
      ],
    },
    limit: 20,
    pagination: false,
    select: { publishedAt: true, updatedAt: true },
  })
  const due = docs.filter(
    (doc) => doc.publishedAt > doc.updatedAt && !told.has(`${doc.id} ${doc.publishedAt}`),
  )
  if (due.length === 0) return
  await app.touch('posts')
  for (const doc of due) told.add(`${doc.id} ${doc.publishedAt}`)
}

/** What this process has said already; another one, or a new start, may say it once more. */
const told = new Set<string>()
