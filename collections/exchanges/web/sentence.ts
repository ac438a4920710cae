import { DAY } from '@/core/clock'
import type { StatusKind } from '@/ui'
import type { Party } from '../domain/next'
import type { State } from '../domain/states'
import type { Texts } from '../i18n'
import type { ExchangeRow } from '../store/exchanges'

/** Who looks, and how the two are called. */
export type View = { party: Party; requester: string; helper: string }

/** One sentence says where an exchange stands, to the one who reads it. Half-way states are no errors. */
export function sentence(row: ExchangeRow, view: View, t: Texts, now: Date): string {
  const s = t.sentence
  if (view.party !== 'requester' && view.party !== 'helper') return s.staff(view.requester, view.helper)
  const helps = view.party === 'helper'
  const other = helps ? view.requester : view.helper
  if (row.owes === 'hold') return s.accepting
  if (row.owes === 'void') return s.freeing
  switch (row.state) {
    case 'asked':
      if (row.shortAt) return helps ? s.shortHelper(other) : s.shortRequester(other, row.amount)
      return helps ? s.askedHelper(other) : s.askedRequester(other)
    case 'accepted':
      return helps ? s.acceptedHelper(other, row.amount) : s.acceptedRequester(other, row.amount)
    case 'delivered':
      return helps ? s.deliveredHelper(other) : s.deliveredRequester(other, daysSince(row.since, now))
    case 'evaluated':
      return s.evaluated
    case 'settled':
      return helps ? s.settledHelper(other, row.amount) : s.settledRequester(other, row.amount)
    case 'disputed':
      return s.disputed
    case 'released':
      return helps ? s.releasedHelper : s.releasedRequester(row.amount)
    case 'declined':
      return helps ? s.declinedHelper : s.declinedRequester(other)
    case 'cancelled':
      return s.cancelled
    case 'expired':
      return s.expired
  }
}

/** Whole days gone by. */
export const daysSince = (at: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - new Date(at).getTime()) / DAY))

const KINDS: Record<State, StatusKind> = {
  asked: 'waiting',
  accepted: 'held',
  delivered: 'waiting',
  evaluated: 'held',
  disputed: 'alert',
  settled: 'done',
  declined: 'refused',
  cancelled: 'closed',
  expired: 'closed',
  released: 'closed',
}
export const statusKind = (state: State): StatusKind => KINDS[state]
