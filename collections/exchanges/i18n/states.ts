import type { Lang } from '@/core/lang'
import type { State } from '../domain/states'

const NAMES: Record<Lang, Record<State, string>> = {
  fr: {
    asked: 'Demandé',
    accepted: 'Accepté',
    delivered: 'Aide donnée',
    evaluated: 'Évalué',
    disputed: 'À l’examen',
    settled: 'Réglé',
    declined: 'Refusé',
    cancelled: 'Annulé',
    expired: 'Expiré',
    released: 'Sans suite',
  },
  en: {
    asked: 'Asked',
    accepted: 'Accepted',
    delivered: 'Help given',
    evaluated: 'Evaluated',
    disputed: 'Under review',
    settled: 'Settled',
    declined: 'Declined',
    cancelled: 'Cancelled',
    expired: 'Expired',
    released: 'Nothing paid',
  },
}

/** The states as people read them. */
export const stateNames = (lang: Lang): Readonly<Record<State, string>> => NAMES[lang]
