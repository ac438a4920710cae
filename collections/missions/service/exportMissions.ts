import { type App, exportRows } from '@/hooks'
import { MISSIONS } from '../contract'

/** Missions a person brought. */
export const exportMissions = async (app: App, person: string): Promise<Record<string, unknown>> => ({
  posted: await exportRows(app, MISSIONS, { postedBy: { equals: person } }),
})
