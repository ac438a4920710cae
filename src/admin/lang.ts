import { isLang, type Lang } from '@/core/lang'

/** The language in which the admin speaks, from what Payload hands to a component. */
export const adminLang = (i18n: { language: string } | undefined): Lang =>
  isLang(i18n?.language) ? i18n.language : 'fr'
