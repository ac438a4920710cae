import { ok, type Result, refuse } from '@/core/result'
import { isOver, type Owed, type State } from './states'

/** What may be done to an exchange. The last three are the program's own. */
export type Act =
  /** The helper says yes: the TS are to be held. */
  | 'accept'
  | 'decline'
  | 'cancel'
  /** The helper says it is done. */
  | 'deliver'
  /** A good evaluation: the TS are to move. */
  | 'approve'
  /** A bad evaluation: staff decides. */
  | 'dispute'
  /** Staff decides that nothing is paid. */
  | 'release'
  /** The TS are held. */
  | 'confirm'
  /** The TS could not be held. */
  | 'fall-short'
  /** The TS have moved. */
  | 'settle'
  /** The hold could not be posted any more. */
  | 'lose'
  | 'expire'

export type Party = 'requester' | 'helper' | 'staff' | 'system' | 'other'
/** Who acts: a person, with staff's right to judge or without; or the program itself. */
export type Actor = { id: string; judge: boolean } | 'system'

export type Subject = {
  state: State
  owes: Owed
  requester: string
  helper: string
  /** Until when this state may last (ISO); null for no limit. */
  expiresAt: string | null
}

export type Step = { to: State; owes: Owed }

export type ActRefusal =
  | 'exchange.not-yours'
  | 'exchange.not-your-turn'
  | 'exchange.own-counterpart'
  | 'exchange.too-early'
  | 'exchange.too-late'
  | 'exchange.expired'
  | 'exchange.under-way'

type Cell = { by: readonly Party[]; to: State; owes: Owed }
const cell = (to: State, owes: Owed, ...by: Party[]): Cell => ({ by, to, owes })

/** The whole life of an exchange: from each state, the acts it knows, whose they are, where they lead. */
export const TABLE: Readonly<Record<State, Partial<Record<Act, Cell>>>> = {
  asked: {
    accept: cell('asked', 'hold', 'helper'),
    confirm: cell('accepted', 'none', 'system'),
    'fall-short': cell('asked', 'none', 'system'),
    decline: cell('declined', 'none', 'helper'),
    cancel: cell('cancelled', 'none', 'requester'),
    expire: cell('expired', 'none', 'system'),
  },
  accepted: {
    deliver: cell('delivered', 'none', 'helper'),
    cancel: cell('cancelled', 'void', 'requester', 'helper'),
    expire: cell('expired', 'void', 'system'),
  },
  delivered: {
    approve: cell('evaluated', 'post', 'requester', 'staff'),
    dispute: cell('disputed', 'none', 'requester', 'staff'),
  },
  disputed: {
    approve: cell('evaluated', 'post', 'requester', 'staff'),
    release: cell('released', 'void', 'staff'),
  },
  evaluated: {
    settle: cell('settled', 'none', 'system'),
    lose: cell('released', 'none', 'system'),
  },
  settled: {},
  declined: {},
  cancelled: {},
  expired: {},
  released: {},
}

const ORDER: readonly Act[] = ['accept', 'decline', 'deliver', 'approve', 'dispute', 'release', 'cancel']

/** Acts that belong to one side, to tell "not yours" from "not now". */
const OWNERS: Readonly<Record<Act, readonly Party[]>> = {
  accept: ['helper'],
  decline: ['helper'],
  deliver: ['helper'],
  cancel: ['requester', 'helper'],
  approve: ['requester', 'staff'],
  dispute: ['requester', 'staff'],
  release: ['staff'],
  confirm: ['system'],
  'fall-short': ['system'],
  settle: ['system'],
  lose: ['system'],
  expire: ['system'],
}

/** What a person is in an exchange. A party is never its judge, whatever its grants. */
export function partyOf(subject: Pick<Subject, 'requester' | 'helper'>, who: Actor): Party {
  if (who === 'system') return 'system'
  if (who.id === subject.requester) return 'requester'
  if (who.id === subject.helper) return 'helper'
  return who.judge ? 'staff' : 'other'
}

/**
 * Where an act leads, or why it may not be. Pure: the caller writes the step by compare-and-set and then
 * has the ledger do what it owes.
 */
export function next(subject: Subject, act: Act, who: Actor, now: Date): Result<Step, ActRefusal> {
  const party = partyOf(subject, who)
  if (party === 'other') return refuse('exchange.not-yours')
  if (!OWNERS[act].includes(party)) {
    const judges = party === 'helper' && who !== 'system' && who.judge && OWNERS[act].includes('staff')
    return refuse(judges ? 'exchange.own-counterpart' : 'exchange.not-your-turn')
  }
  if (isOver(subject.state)) return refuse('exchange.too-late')
  const to = TABLE[subject.state][act]
  if (!to) return refuse(comesLater(subject.state, act) ? 'exchange.too-early' : 'exchange.too-late')
  if (!to.by.includes(party)) return refuse('exchange.not-your-turn')
  if (party !== 'system') {
    if (isPast(subject.expiresAt, now)) return refuse('exchange.expired')
    if (subject.owes === 'hold' && act !== 'cancel' && act !== 'accept') return refuse('exchange.under-way')
  } else if (act === 'expire' && (!isPast(subject.expiresAt, now) || subject.owes === 'hold')) {
    return refuse('exchange.too-early')
  } else if ((act === 'confirm' || act === 'fall-short') && subject.owes !== 'hold') {
    return refuse('exchange.too-late')
  }
  // An acceptance under way may already have held TS: whoever ends the exchange has them freed.
  const owes = subject.owes === 'hold' && isOver(to.to) ? 'void' : to.owes
  return ok({ to: to.to, owes })
}

/** What a person may do now, most natural first: the page's buttons. */
export const actsOf = (subject: Subject, who: Actor, now: Date): Act[] =>
  ORDER.filter((act) => next(subject, act, who, now).ok && !(act === 'accept' && subject.owes === 'hold'))

/** Has this act been done already? A second click then finds its wish fulfilled instead of an error. */
export function isDone(subject: Pick<Subject, 'state' | 'owes'>, act: Act): boolean {
  const { state, owes } = subject
  if (act === 'accept')
    return ['accepted', 'delivered', 'evaluated', 'settled', 'disputed', 'released'].includes(state)
  if (act === 'decline') return state === 'declined'
  if (act === 'cancel') return state === 'cancelled'
  if (act === 'deliver') return ['delivered', 'evaluated', 'settled', 'disputed', 'released'].includes(state)
  if (act === 'approve') return state === 'evaluated' || state === 'settled'
  if (act === 'dispute') return state === 'disputed'
  if (act === 'release') return state === 'released'
  if (act === 'settle') return state === 'settled' && owes === 'none'
  return false
}

const isPast = (at: string | null, now: Date): boolean => at !== null && new Date(at) <= now

/** Is the act known to a state that can still be reached from here? */
function comesLater(state: State, act: Act): boolean {
  const seen = new Set<State>([state])
  const queue: State[] = [state]
  for (let at = queue.shift(); at; at = queue.shift()) {
    for (const step of Object.values(TABLE[at])) {
      if (seen.has(step.to)) continue
      if (TABLE[step.to][act]) return true
      seen.add(step.to)
      queue.push(step.to)
    }
  }
  return false
}
