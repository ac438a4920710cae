import { APIError, type CollectionAfterChangeHook, type CollectionBeforeChangeHook } from 'payload'
import { appOf } from '@/hooks'
import { texts } from '../i18n'
import { countSeats } from './countSeats'
import { inviteWaiting } from './line/inviteWaiting'
import { provisionSeats } from './provisionSeats'

/** The cap cannot go below the seats taken: said before anything is saved. */
export const refuseLowCap: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update' || typeof data.cap !== 'number' || data.cap >= Number(originalDoc?.cap))
    return data
  const { counts } = await countSeats(appOf(), String(originalDoc.id))
  const taken = counts.held + counts.confirmed
  if (data.cap < taken) {
    const t = texts(req.i18n.language === 'en' ? 'en' : 'fr')
    throw new APIError(t.reasons.capTooLow({ taken, cap: data.cap }), 400, undefined, true)
  }
  return data
}

/** Makes the seats of the season that was saved. What is left by a crash, the job `seats.provision` does. */
export const provisionAfterSeason: CollectionAfterChangeHook = async ({ doc }) => {
  const app = appOf()
  const done = await provisionSeats(app, String(doc.id))
  if (!done.ok) app.log.warn({ season: doc.id, ...done.detail }, 'fewer seats could be retired than asked')
  await app.touch('season')
  await inviteWaiting(app, String(doc.id))
  return doc
}
