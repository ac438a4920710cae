import { defineTexts, type Lang } from '@/core/lang'
import { applicationsEn } from './applications.en'
import { applicationsFr } from './applications.fr'

/** Texts of confirmation, drafts and interview slots. */
export const applicationTexts = defineTexts(applicationsFr, applicationsEn)

/** The sentence for each refusal, with its figures. */
export function applicationReasons(lang: Lang) {
  const { slotTooSoon, slotMoveTooLate, slotTooMany, ...plain } = applicationTexts(lang).reasons
  return {
    ...plain,
    'slot.too-soon': (d: Record<string, string | number>) => slotTooSoon(Number(d.hours ?? 0)),
    'slot.move-too-late': (d: Record<string, string | number>) => slotMoveTooLate(Number(d.hours ?? 0)),
    'slot.too-many': (d: Record<string, string | number>) => slotTooMany(Number(d.max ?? 0)),
  }
}
