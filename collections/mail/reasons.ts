import type { Lang } from '@/core/lang'
import { texts } from './i18n/texts'

/** Refusal codes of this room → sentences that say the way out. */
export const mailReasons = (lang: Lang): Record<string, string> => {
  const { reasons } = texts(lang)
  return { 'mail.not-failed': reasons.notFailed, 'mail.not-configured': reasons.notConfigured }
}
