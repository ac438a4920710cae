import { type App, exportRows } from '@/hooks'
import { MEMBER_CARDS } from '../contract'

/** The cards of a person. Their tokens stay here: whoever has one is shown a name. */
export const exportCards = async (app: App, person: string): Promise<Record<string, unknown>> => ({
  memberCards: await exportRows(
    app,
    MEMBER_CARDS,
    { person: { equals: person } },
    { secret: ['token', 'key'] },
  ),
})
