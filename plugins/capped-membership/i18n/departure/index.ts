import type { Lang } from '@/core/lang'
import { mailsTexts } from './mails'
import { memberTexts } from './member'
import { officeTexts } from './office'
import { reasonsTexts } from './reasons'
import { wordsTexts } from './words'

/** Texts of departures and refunds, by what they are for. */
export const departureTexts = (lang: Lang) => ({
  ...wordsTexts(lang),
  ...memberTexts(lang),
  ...officeTexts(lang),
  ...mailsTexts(lang),
  ...reasonsTexts(lang),
})
