import { type App, settingsOf } from '@/hooks'
import type { MembershipSettings } from './defaults'

/** Staff's settings, with the defaults where nothing was saved. */
export async function readSettings(app: App): Promise<MembershipSettings> {
  const { holdDays, inviteDays, howToPayFr, howToPayEn } = await settingsOf(app, 'capped-membership')
  return { holdDays, inviteDays, howToPay: { fr: howToPayFr, en: howToPayEn } }
}
