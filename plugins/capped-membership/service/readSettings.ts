import type { App } from '@/hooks'
import { DEFAULT_SETTINGS, type MembershipSettings } from './defaults'

type Saved = { holdDays?: number | null; howToPayFr?: string | null; howToPayEn?: string | null }

/** Staff's settings, with the defaults where nothing was saved. */
export async function readSettings(app: App): Promise<MembershipSettings> {
  const saved = (await app.payload.db.findGlobal({ slug: 'membership-settings' })) as Saved | null
  return {
    holdDays: saved?.holdDays ?? DEFAULT_SETTINGS.holdDays,
    howToPay: {
      fr: saved?.howToPayFr || DEFAULT_SETTINGS.howToPay.fr,
      en: saved?.howToPayEn || DEFAULT_SETTINGS.howToPay.en,
    },
  }
}
