import { type App, exportRows } from '@/hooks'
import { EXCHANGES } from '../contract'

/** Help a person asked for and gave. The other side is an id. */
export const exportExchanges = async (app: App, person: string): Promise<Record<string, unknown>> => ({
  asked: await exportRows(app, EXCHANGES, { requester: { equals: person } }),
  given: await exportRows(app, EXCHANGES, { helper: { equals: person } }),
})
