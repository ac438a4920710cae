import type { Lang } from '@/core/lang'
import type { Owed, State } from '../domain/states'

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

const OWED_NAMES: Record<Lang, Record<Owed, string>> = {
  fr: {
    none: 'aucune',
    hold: 'réserver les TS',
    post: 'verser les TS réservés',
    void: 'rendre les TS réservés',
  },
  en: {
    none: 'none',
    hold: 'hold the TS',
    post: 'pay the TS held',
    void: 'give back the TS held',
  },
}

/** What the ledger still has to write, as staff reads it. */
export const owedNames = (lang: Lang): Readonly<Record<Owed, string>> => OWED_NAMES[lang]

/** The states as people read them. */
export const stateNames = (lang: Lang): Readonly<Record<State, string>> => NAMES[lang]
