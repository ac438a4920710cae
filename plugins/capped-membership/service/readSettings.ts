import { type App, settingsOf } from '@/hooks'
import type { MembershipSettings } from './defaults'

/** Staff's settings, with the defaults where nothing was saved. */
export async function readSettings(app: App): Promise<MembershipSettings> {
  const { holdDays, howToPayFr, howToPayEn } = await settingsOf(app, 'capped-membership')
  return { holdDays, howToPay: { fr: howToPayFr, en: howToPayEn } }
}
