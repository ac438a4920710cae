import type { Lang } from '@/core/lang'
import { mailsTexts } from './mails'
import { memberTexts } from './member'
import { officeTexts } from './office'
import { reasonsTexts } from './reasons'

/** Texts of the waiting list, by what they are for. */
export const lineTexts = (lang: Lang) => ({
  ...memberTexts(lang),
  ...officeTexts(lang),
  ...mailsTexts(lang),
  ...reasonsTexts(lang),
})
