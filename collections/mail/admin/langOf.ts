import type { Lang } from '@/core/lang'

/** The admin's language: Payload's own setting of the person. */
export const langOf = (i18n: { language: string } | undefined): Lang =>
  i18n?.language === 'en' ? 'en' : 'fr'
