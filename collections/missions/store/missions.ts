import type { Where } from 'payload'
import { type App, compareAndSet, insertOnce } from '@/hooks'
import { MISSIONS, type Mission, PROSPECTS, type Prospect } from '../contract'

export type MissionRow = Mission & {
  key: string
  verifiedBy: string | null
  rev: number
  facts: string | null
  factsPending: number
}

export async function readMission(app: App, id: string): Promise<MissionRow | null> {
  const found = await app.payload.db.findOne<MissionRow>({
    collection: MISSIONS,
    where: { id: { equals: id } },
  })
  return found ?? null
}

export async function readMissionByKey(app: App, key: string): Promise<MissionRow | null> {
  const found = await app.payload.db.findOne<MissionRow>({
    collection: MISSIONS,
    where: { key: { equals: key } },
  })
  return found ?? null
}

export async function findMissions(
  app: App,
  where: Where,
  { page = 1, limit = 20, sort = '-publishedAt' }: { page?: number; limit?: number; sort?: string } = {},
): Promise<{ rows: MissionRow[]; total: number; page: number; pages: number }> {
  const found = await app.payload.db.find<MissionRow>({
    collection: MISSIONS,
    where,
    page,
    limit,
    sort,
    pagination: true,
  })
  return { rows: found.docs, total: found.totalDocs, page: found.page ?? 1, pages: found.totalPages }
}

export async function readProspect(app: App, mission: string): Promise<Prospect | null> {
  const found = await app.payload.db.findOne<Prospect & { id: string }>({
    collection: PROSPECTS,
    where: { mission: { equals: mission } },
  })
  return found ?? null
}

/** One row a mission; written again when the form is. */
export async function writeProspect(app: App, mission: string, prospect: Prospect): Promise<void> {
  if (await insertOnce(app, PROSPECTS, { mission, ...prospect })) return
  await compareAndSet(app, PROSPECTS, { mission: { equals: mission } }, prospect)
}
