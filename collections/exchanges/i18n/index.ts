import { defineTexts, type Lang } from '@/core/lang'
import type { ExchangeReason } from '../contract'
import { en } from './en'
import { fr } from './fr'

export const texts = defineTexts(fr, en)
export type Texts = ReturnType<typeof texts>

type Detail = Record<string, string | number>

/** Each refusal with its way out; a code without a sentence fails the types. */
export const reasons = (lang: Lang): Record<ExchangeReason, string | ((detail: Detail) => string)> => {
  const t = texts(lang).reasons
  return {
    'exchange.unknown': t.unknown,
    'exchange.not-yours': t.notYours,
    'exchange.not-your-turn': t.notYourTurn,
    'exchange.own-counterpart': t.ownCounterpart,
    'exchange.self': t.self,
    'exchange.helper-unavailable': t.helperUnavailable,
    'exchange.already-asked': t.alreadyAsked,
    'exchange.amount-invalid': (d) => t.amountInvalid(Number(d.max)),
    'exchange.hours-invalid': (d) => t.hoursInvalid(Number(d.max)),
    'exchange.rating-invalid': t.ratingInvalid,
    'exchange.too-early': t.tooEarly,
    'exchange.too-late': t.tooLate,
    'exchange.expired': t.expired,
    'exchange.under-way': t.underWay,
    'exchange.short': t.short,
    'exchange.account-refused': t.accountRefused,
    'exchange.changed': t.changed,
  }
}
