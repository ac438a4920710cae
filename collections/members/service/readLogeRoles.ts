import type { App } from '@/hooks'

/** Who holds which role in a loge now: its coordinators and providers. */
export async function readLogeRoles(app: App, loge: string): Promise<{ person: string; role: string }[]> {
  const now = app.clock.now().toISOString()
  const { docs } = await app.payload.db.find<{ id: string; person: string; role: string }>({
    collection: 'role-grants',
    where: {
      and: [
        { scope: { equals: loge } },
        { role: { in: ['coordinator', 'provider'] } },
        { or: [{ from: { exists: false } }, { from: { less_than_equal: now } }] },
        { or: [{ to: { exists: false } }, { to: { greater_than: now } }] },
      ],
    },
    limit: 200,
    pagination: false,
    select: { person: true, role: true },
  })
  return docs
}
