import { formatNumber, plural, type SameShape } from '@/core/lang'
import type { renewalFr, renewalReasonsFr } from './fr'

const n = (count: number) => formatNumber(count, 'en')
const many = (count: number, one: string, other: string) => plural('en', count, { one, other })

export const renewalEn: SameShape<typeof renewalFr> = {
  mine: {
    title: 'My membership',
    status: { active: 'member', grace: 'season over', lapsed: 'membership over', suspended: 'suspended' },
    active: (title: string, until: string) =>
      until
        ? `You are a member for the ${title}, up to and including ${until}.`
        : `You are a member for the ${title}.`,
    grace: (until: string) =>
      `Your season is over. The extranet stays open to you up to and including ${until}, so that you can renew.`,
    lapsed: 'Your membership has ended. What you did here is kept; to come back, send a new application.',
    suspended: 'Your access is suspended. Write to us to talk about it.',
    none: 'No membership in your name',
    noneText: 'As soon as a membership is confirmed, you will find it here.',
    apply: 'Send an application',
    about: 'About membership',
    toExtranet: 'Back to my extranet',
    next: (title: string) => title,
    before: (date: string) => `Renewals open on ${date}. There is nothing to do until then.`,
    kept: (until: string) =>
      `A seat is kept for you up to and including ${until}. No interview: one click, then the fee.`,
    notKept: 'Seats are not kept any more, but if one is left, it is yours.',
    noSeatNeeded: 'No interview: one click, then the fee.',
    renew: 'Renew my membership',
    renewNote: (amount: string) => `Fee: ${amount}, to be paid next.`,
    renewFree: 'No fee this time.',
    decline: 'Do not renew…',
    declineQuestion: (title: string) => `Not renew for the ${title}?`,
    declineConsequence:
      'Your seat will be offered to others and we will not write about it again. You stay a member until your season ends, and may change your mind while there are seats.',
    declineConfirm: 'Do not renew',
    wanted: 'Your renewal is noted. The fee remains to be paid.',
    pay: 'Pay my fee',
    renewed: (seat: number) =>
      seat > 0 ? `Done: your seat no. ${seat} is confirmed.` : 'Done: your membership is confirmed.',
    declined: 'You are not renewing. If you change your mind, one click is enough while there are seats.',
    closed: 'Renewals are closed. To come back, send an application when they open.',
    history: 'My memberships',
    caption: 'My memberships',
    season: 'Season',
    seat: 'Seat',
    noSeat: 'no counted seat',
    seatNo: (seat: number) => `no. ${seat}`,
    since: 'Since',
    until: 'Until',
    state: 'State',
    states: { current: 'in force', next: 'to come', over: 'over', ended: 'ended early' },
    noneLeft: 'No seat is left for this season: nothing is noted. Look again later, or write to us.',
    doneRenew: 'Your renewal is noted and your seat is kept. The fee remains to be paid.',
    doneAlready: 'Your renewal was noted already.',
    doneDecline: 'Noted: you are not renewing. Thank you for telling us.',
  },
  file: {
    title: 'My renewal',
    asked: 'Renewal asked for',
    staff: (name: string) => `${name} renews; the fee is awaited.`,
    accepted: (until: string) =>
      `Your renewal is noted. A seat is kept for you up to and including ${until}, so that you can pay.`,
    acceptedNoSeatNeeded: 'Your renewal is noted. The fee remains to be paid.',
    acceptedLost:
      'The time to pay is over and your seat has been freed. Nothing is lost: pay your fee and, if a seat is left, it is yours.',
    joined: (seat: number) =>
      seat > 0 ? `Your membership is renewed, seat no. ${seat}.` : 'Your membership is renewed.',
    word: 'noted, fee awaited',
  },
  today: {
    renew: (title: string) => `Your seat for the ${title} is waiting for you.`,
    act: 'Renew',
    pay: (title: string) => `Your fee for the ${title} remains to be paid.`,
    payAct: 'Pay',
  },
  office: {
    title: 'Renewals',
    lead: 'Who comes back next season, who declined, whom to write to.',
    season: 'Season',
    none: 'No renewals yet',
    noneText:
      'In a season, say which one it renews and from which day its members may renew: their seats will be kept by themselves.',
    noneAct: 'Open the seasons',
    tabs: 'Answers',
    all: 'All',
    views: {
      offered: 'No answer',
      wanted: 'To be paid',
      renewed: 'Renewed',
      declined: 'Declined',
      left: 'Left',
    },
    states: {
      offered: 'no answer yet',
      wanted: 'fee awaited',
      renewed: 'renewed',
      declined: 'declined',
      left: 'left',
    },
    summary: (count: { renewed: number; wanted: number; offered: number; declined: number }) =>
      `${n(count.renewed)} renewed, ${n(count.wanted)} to be paid, ${n(count.offered)} without an answer, ${n(count.declined)} declined.`,
    before: (date: string) => `Renewals open on ${date}.`,
    kept: (until: string) => `Seats are kept up to and including ${until}.`,
    over: 'Seats are not kept any more.',
    closed: 'This season is closed.',
    caption: (count: number) => `${n(count)} ${many(count, 'member', 'members')}`,
    name: 'Person',
    answer: 'Answer',
    answered: 'On',
    unanswered: 'not yet',
    search: 'Search for a name',
    empty: 'Nobody here',
    emptyText: 'Choose another answer or season, or widen the search.',
    emptyAct: 'See everybody',
    close: {
      label: 'Close the season…',
      question: (title: string) => `Close the ${title}?`,
      consequence:
        'Nobody will be able to apply or renew for this season any more. People already accepted may still pay their fee; members stay so until their season ends.',
      confirm: 'Close the season',
      done: 'The season is closed.',
    },
  },
  mails: {
    act: 'See my membership',
    due: {
      subject: 'Your renewal',
      text: (season: string) => `Thank you for staying with us: your renewal for the ${season} is noted.`,
      due: (amount: string, until: string) =>
        `A seat is kept for you up to and including ${until}. Your fee of ${amount} remains to be paid.`,
      act: 'Pay my fee',
    },
    renewed: {
      subject: 'Your membership is renewed',
      text: (season: string) => `Done: you are a member for the ${season}.`,
      seat: (seat: number) => `Your seat is number ${seat}.`,
      card: 'Your new card will appear in your extranet as soon as the present season is over.',
    },
    reminder: {
      subject: 'Your membership: what comes next',
      before: (season: string, until: string) => `Your season (${season}) ends on ${until}.`,
      after: (season: string, until: string) => `Your season (${season}) ended on ${until}.`,
      kept: (next: string, until: string) =>
        `For the ${next}, a seat is kept for you up to and including ${until}. One click is enough, without another interview.`,
      free: (next: string) =>
        `You may renew for the ${next} while there are seats, without another interview.`,
      decline: 'If you would rather stop here, say so in the same place: we will not remind you again.',
      act: 'Renew my membership',
    },
    over: {
      subject: 'Your season is over',
      text: (until: string) =>
        `Thank you for this season. The extranet stays open to you up to and including ${until}.`,
      renew: 'Until then you may renew with one click, if you have not yet.',
    },
    lapsed: {
      subject: 'Your membership has ended',
      text: 'The extranet has closed. What you did there is kept, and you will always be welcome if you wish to return.',
      act: 'To come back, a new application is enough.',
    },
  },
}

export const renewalReasonsEn: SameShape<typeof renewalReasonsFr> = {
  'renewal.not-open': 'Renewals are not open today. The page of your membership gives the dates.',
  'renewal.not-entitled':
    'This renewal is for members of the season before. To join us, send an application.',
  'renewal.done': 'Your membership for this season is confirmed already. There is nothing to do.',
  'renewal.under-way':
    'Your renewal is noted already. To give it up, cancel it first, on the page of your membership.',
  'renewal.has-file': 'An application of yours for this season is being looked at: we will answer soon.',
  'membership.none': 'No membership is in your name.',
  'season.already-closed': 'This season is closed already.',
}
