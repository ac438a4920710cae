import { type App, exportRows } from '@/hooks'
import { CHOICES, LETTERS } from '../contract'

/** What is kept of a person: whether they wish news, and the letters they wrote. Mails they got are of the outbox. */
export const exportLetters = async (app: App, person: string): Promise<Record<string, unknown>> => ({
  choice: await exportRows(app, CHOICES, { person: { equals: person } }),
  letters: await exportRows(app, LETTERS, { by: { equals: person } }, { secret: ['key'] }),
})

/** Nothing about a person outlives their data; what staff wrote to many stays. */
export const forgetChoice = async (app: App, person: string): Promise<void> => {
  await app.payload.db.deleteMany({ collection: CHOICES, where: { person: { equals: person } } })
}
