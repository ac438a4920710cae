import { type App, exportRows } from '@/hooks'

/** What a person wrote in the forum, also where it was hidden since. */
export const exportMessages = async (app: App, person: string): Promise<Record<string, unknown>> => ({
  topics: await exportRows(app, 'forum-topics', { author: { equals: person } }),
  replies: await exportRows(app, 'forum-replies', { author: { equals: person } }),
})
