import { type App, settingsOf } from '@/hooks'
import type { ReminderDays } from '../../domain/renewal'

/** Staff's settings of grace and reminders, with the defaults where nothing was saved. */
export async function readRenewalSettings(app: App): Promise<{ graceDays: number; remind: ReminderDays }> {
  const { graceDays, remindFirstDays, remindSecondDays, remindAfterDays } = await settingsOf(
    app,
    'capped-membership',
  )
  return { graceDays, remind: { first: remindFirstDays, second: remindSecondDays, after: remindAfterDays } }
}
