import { type App, settingsOf } from '@/hooks'

/** What staff has set for applications and interviews; spans in days, hours and minutes as named. */
export type ApplicationSettings = {
  confirmDays: number
  draftDays: number
  interviewMinutes: number
  slotLeadHours: number
  slotMoveHours: number
}

export async function readApplicationSettings(app: App): Promise<ApplicationSettings> {
  const { confirmDays, draftDays, interviewMinutes, slotLeadHours, slotMoveHours } = await settingsOf(
    app,
    'capped-membership',
  )
  return { confirmDays, draftDays, interviewMinutes, slotLeadHours, slotMoveHours }
}
