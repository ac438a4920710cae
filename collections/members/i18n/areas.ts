import type { Bilingual } from '@/core/lang'
import type { STAFF_AREAS } from '@/core/person'

/** The areas of the house, in words; those of plugins are in ../areas. */
export const houseAreas: Readonly<Record<(typeof STAFF_AREAS)[number], Bilingual>> = {
  content: { fr: 'contenu', en: 'content' },
  applications: { fr: 'candidatures', en: 'applications' },
  payments: { fr: 'paiements', en: 'payments' },
  moderation: { fr: 'modération', en: 'moderation' },
  ledger: { fr: 'comptes TS', en: 'TS accounts' },
  loges: { fr: 'loges', en: 'loges' },
  settings: { fr: 'réglages', en: 'settings' },
}
