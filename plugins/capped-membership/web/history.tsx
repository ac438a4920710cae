import { formatDate, relativeTime } from '@/core/dates'
import type { Lang } from '@/core/lang'
import { formatCents } from '@/core/money'
import type { StatusKind, TimelineEvent } from '@/ui'
import type { ApplicationState } from '../contract'
import { isMakeshift, isOver, lastDayOf } from '../domain/hold'
import { texts } from '../i18n'
import { renewalActTexts } from '../i18n/renewal/acts'
import type { File } from '../service/readFile'
import type { ApplicationRow } from '../service/rows'

/** How each state is marked; the word is in the texts. */
export const STATE_KIND: Record<ApplicationState, StatusKind> = {
  received: 'waiting',
  'interview-planned': 'open',
  interviewed: 'waiting',
  accepted: 'held',
  joined: 'done',
  refused: 'refused',
  waiting: 'waiting',
  withdrawn: 'closed',
  left: 'closed',
}

/** The state of a file in a word; a renewal is cancelled where an application is withdrawn. */
export const stateWord = (a: Pick<ApplicationRow, 'state' | 'kind'>, lang: Lang): string =>
  a.kind === 'renewal' && a.state === 'withdrawn'
    ? renewalActTexts(lang).takeBack.word
    : texts(lang).states[a.state]

/** The history of a file, and what comes next: the same for the applicant and for staff. */
export function history(file: File, lang: Lang, now: Date, zone: string): TimelineEvent[] {
  const { application: a, seat, payment } = file
  const t = texts(lang)
  const renews = a.kind === 'renewal'
  const events: TimelineEvent[] = [
    { key: 'received', title: renews ? t.renewal.file.asked : t.timeline.received, at: a.createdAt },
  ]
  if (a.interviewAt)
    events.push({
      key: 'interview',
      title: t.timeline.interview,
      at: a.interviewAt,
      note: a.interviewPlace || undefined,
      state: new Date(a.interviewAt) > now && a.state === 'interview-planned' ? 'next' : 'done',
    })
  if (a.interviewedAt) events.push({ key: 'reported', title: t.timeline.reported, at: a.interviewedAt })
  // Nobody decides on a renewal: it is accepted by being asked for.
  if (a.decidedAt && !(renews && a.decision !== 'refused' && a.decision !== 'withdrawn'))
    events.push({
      key: 'decided',
      title: decided(a.decision, renews, lang),
      at: a.decidedAt,
      state: a.decision === 'refused' ? 'refused' : 'done',
    })
  if (a.state === 'waiting' && a.waitingAt)
    events.push({ key: 'waiting', title: t.timeline.waiting, at: a.waitingAt, state: 'now' })
  if (a.state === 'accepted' && !payment) {
    if (seat?.heldUntil && !isOver(seat.heldUntil, now))
      events.push({
        key: 'held',
        title: isMakeshift(seat.heldUntil, a.decidedAt)
          ? t.timeline.kept
          : t.timeline.held(formatDate(lastDayOf(new Date(seat.heldUntil), zone), lang, zone)),
        ...(seat.takenAt ? { at: seat.takenAt } : {}),
        state: 'now',
      })
    else if (file.seatNeeded) events.push({ key: 'lost', title: t.timeline.lost, state: 'now' })
  }
  if (payment)
    events.push({
      key: 'paid',
      title: t.timeline.paid(formatCents(payment.cents, lang, { short: true }), t.methods[payment.method]),
      at: payment.receivedOn,
    })
  if (a.joinedAt) events.push({ key: 'joined', title: t.timeline.joined, at: a.joinedAt })
  if (a.state === 'left' && file.membership?.endedAt)
    events.push({ key: 'left', title: t.timeline.left, at: file.membership.endedAt })
  const next = nextOf(
    a.state,
    Boolean(a.interviewAt && new Date(a.interviewAt) > now),
    Boolean(payment),
    lang,
  )
  return next ? [...events, { key: 'next', title: next, state: 'next' }] : events
}

function decided(decision: string | null | undefined, renews: boolean, lang: Lang): string {
  const t = texts(lang).timeline
  if (renews && decision === 'withdrawn') return renewalActTexts(lang).staffTakeBack.timeline
  if (decision === 'refused') return t.refused
  return decision === 'withdrawn' ? t.withdrawn : t.accepted
}

function nextOf(state: ApplicationState, interviewAhead: boolean, paid: boolean, lang: Lang): string | null {
  const t = texts(lang).timeline
  if (state === 'received') return t.nextInterview
  if (state === 'interview-planned') return interviewAhead ? t.nextDecision : t.nextReport
  if (state === 'interviewed') return t.nextDecision
  if (state === 'waiting') return t.nextSeat
  return state === 'accepted' && !paid ? t.nextPayment : null
}

/** « dans 3 jours », for a sentence. */
export const near = (at: string, now: Date, lang: Lang, zone: string): string =>
  relativeTime(at, now, lang, zone)
