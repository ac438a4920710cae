import { type App, exportRows } from '@/hooks'
import { CREDIT_RETURNS } from '../contract'

/** What went back to the association when a person left. */
export const exportReturns = async (app: App, person: string): Promise<Record<string, unknown>> => ({
  returns: await exportRows(
    app,
    CREDIT_RETURNS,
    { person: { equals: person } },
    { secret: ['asked', 'attempt', 'done'] },
  ),
})
