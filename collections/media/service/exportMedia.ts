import { type App, exportRows } from '@/hooks'

/** Pictures a person owns: their descriptions and addresses. */
export const exportMedia = async (app: App, person: string): Promise<Record<string, unknown>> => ({
  pictures: await exportRows(app, 'media', { owner: { equals: person } }),
})
