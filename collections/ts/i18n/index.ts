import { defineTexts, type Lang } from '@/core/lang'
import type { LedgerReason } from '../contract'
import { en } from './en'
import { fr } from './fr'

export const texts = defineTexts(fr, en)
export type Texts = ReturnType<typeof texts>

type Sentence = string | ((detail: Record<string, string | number>) => string)

/** Each refusal of the ledger with its way out; a code without a sentence fails the types. */
export const reasons = (lang: Lang): Record<LedgerReason, Sentence> => {
  const t = texts(lang).reasons
  return {
    'not-enough': (d) => t.notEnough(String(d.available ?? '?'), String(d.amount ?? '?')),
    'over-limit': (d) => t.overLimit(String(d.room ?? '?')),
    'account.closed': t.closed,
    'account.not-empty': t.notEmpty,
    'hold.posted': t.holdPosted,
    'hold.voided': t.holdVoided,
    'hold.expired': t.holdExpired,
    'hold.open': t.holdOpen,
    'reversal.done': t.reversalDone,
    'actor.invalid': t.actor,
    'key.invalid': t.key,
    'key.reused': t.reused,
    'amount.invalid': t.amount,
    'account.invalid': t.account,
    'account.unknown': t.accountUnknown,
    'account.same': t.same,
    'account.exists': t.exists,
    'account.is-pool': t.pool,
    'code.invalid': t.code,
    'expiry.invalid': t.expiry,
    'limits.invalid': t.limits,
    'legs.invalid': t.legs,
    'hold.unknown': t.holdUnknown,
    'hold.linked': t.holdLinked,
    'batch.unknown': t.batch,
    'transfer.unknown': t.transfer,
    'reversal.unsuitable': t.unsuitable,
  }
}
