import { formatNumber, plural, type SameShape } from '@/core/lang'
import type { applicationsFr } from './applications.fr'

const n = (count: number) => formatNumber(count, 'en')
const many = (count: number, one: string, other: string) => plural('en', count, { one, other })
const hours = (count: number) => `${n(count)} ${many(count, 'hour', 'hours')}`

export const applicationsEn: SameShape<typeof applicationsFr> = {
  invitation: {
    summary: 'Interview with the association',
    description: 'To follow your application or move the interview:',
    file: 'interview.ics',
  },
  pick: {
    title: 'Choose a time',
    lead: 'Press the time that suits you: it is yours at once, and the invitation comes by e-mail.',
    move: 'Move the interview',
    moveLead: (count: number) =>
      `Choose another time; the former one is given back at once. You can do so until ${hours(count)} before the interview.`,
    moveLate: (count: number) =>
      `The interview is in less than ${hours(count)}. Something in the way? Reply to our last e-mail.`,
    none: 'We have no time to offer right now: we will write to you to agree on a date.',
    noneElse: 'There is no other time right now. Something in the way? Reply to our last e-mail.',
    at: (when: string, place: string) => `${when}, ${place}`,
    length: (minutes: number) => `${n(minutes)} min`,
    done: (when: string) => `Noted: we look forward to meeting you on ${when}. The invitation is on its way.`,
    calendar: 'Add to my calendar',
  },
  slots: {
    title: 'Interview slots',
    menu: 'Interview slots',
    lead: 'Publish when you are free: applicants choose, and may change it by themselves.',
    views: 'Slots',
    upcoming: 'To come',
    past: 'Past',
    withdrawn: 'Withdrawn',
    whose: 'Whose',
    everyones: 'everybody’s',
    mine: 'mine',
    show: 'Show',
    count: (count: number) => `${n(count)} ${many(count, 'slot', 'slots')}`,
    when: 'Date and time',
    length: 'Length',
    place: 'Place or link',
    host: 'With',
    holder: 'Chosen by',
    free: 'free',
    act: 'Action',
    empty: 'No slot here',
    emptyText: 'Publish one, or a whole series: applicants without a date will see them at once.',
    emptyAct: 'Publish slots',
    one: 'One slot',
    at: 'Date and time',
    atHint: 'Paris time.',
    minutes: 'Length',
    minutesUnit: 'min',
    placeLabel: 'Place or link',
    placeHint: 'An address, a number to call or a link to a video call. The person will receive it.',
    publish: 'Publish the slot',
    series: 'A series',
    from: 'From',
    to: 'To',
    weekdays: 'Days',
    days: 'Monday\nTuesday\nWednesday\nThursday\nFriday\nSaturday\nSunday',
    start: 'From',
    end: 'To',
    hoursHint: 'Slots follow one another between these two hours, Paris time.',
    publishSeries: 'Publish the series',
    published: (count: number, left: number) =>
      `${n(count)} ${many(count, 'slot', 'slots')} published.${
        left > 0
          ? ` ${n(left)} ${many(left, 'was left out: it fell', 'were left out: they fell')} on others of yours or in the past.`
          : ''
      }`,
    nothing: 'Nothing new: these slots were published already, or cross others of yours.',
    withdraw: 'Withdraw…',
    question: 'Withdraw this slot?',
    consequenceFree: 'It will no longer be offered.',
    consequenceTaken: (name: string) =>
      `${name} has chosen it: an e-mail says that the interview will not take place at that time, and asks to choose another date.`,
    confirm: 'Withdraw the slot',
    done: 'The slot is withdrawn.',
  },
  draft: {
    save: 'Save as a draft',
    saveNote: (days: number) =>
      `We send you a link to come back to it. Kept ${n(days)} ${many(days, 'day', 'days')}, read by nobody.`,
    savedTitle: 'Your draft is kept',
    savedLead:
      'An e-mail is on its way to your address, with a link to go on where you left. Look into your junk mail too.',
    savedAgain: 'Your draft is saved. The link in our e-mail stays the same.',
    title: 'Go on with my application',
    lead: (until: string) =>
      `Your address is confirmed. This draft is kept until ${until}; nobody reads it before you send it in.`,
    forget: 'Erase this draft…',
    forgetQuestion: 'Erase this draft?',
    forgetConsequence: 'All you have written is erased, and the link leads nowhere any more.',
    forgetConfirm: 'Erase the draft',
    forgotten: 'The draft is erased.',
    gone: 'This link leads nowhere any more',
    goneText: 'The draft was erased, or kept for as long as we may. Starting again takes ten minutes.',
    goneAct: 'Write my application',
    filed: 'This application has been sent in',
    filedText: 'It has reached us. Sign in to follow it.',
    filedAct: 'Follow my application',
  },
  confirm: {
    sentTitle: 'One more step: confirm your address',
    sentLead:
      'An e-mail is on its way to your address. Open it and follow its link: your application reaches us at that moment.',
    sentTo: (address: string) => `An e-mail is on its way to ${address}.`,
    sentItems: (days: number) =>
      [
        'Look into your junk mail too.',
        `Unless confirmed, what you have written is forgotten after ${n(days)} ${many(days, 'day', 'days')}.`,
      ].join('\n'),
    again: 'Nothing came?',
    againLead: 'Give the address you gave us: we send the e-mail again, once every ten minutes.',
    againSubmit: 'Send the e-mail again',
    againDone: 'If an application waits at this address, the e-mail has just been sent again.',
    title: 'Confirm my address',
    lead: (email: string) => `Your application, from ${email}, reaches us as soon as you confirm.`,
    submit: 'Confirm and send in my application',
    edit: 'Read it again first',
    known:
      'This address already has a file or an account with us: nothing was sent in a second time. Sign in to find it.',
  },
  decide: {
    word: 'A word to the person',
    wordHint: 'What convinced you, where to begin. It goes into the e-mail of acceptance.',
  },
  queue: {
    narrow: 'Sort and filter',
    sort: 'Order',
    sorts: {
      attente: 'waiting longest first',
      recent: 'newest first',
      etat: 'by state',
      entretien: 'by date of interview',
    },
    anySeason: 'All seasons',
    slots: 'Interview slots',
  },
  mails: {
    confirm: {
      subject: 'Confirm your address to send in your application',
      text: 'You have just written your application, thank you. It remains to confirm that this address is yours: your application reaches us at that moment, not before.',
      act: 'Confirm my address',
      until: (date: string) =>
        `The link is good until ${date}. After that, what you have written is forgotten.`,
      notYou: 'If it was not you, there is nothing to do: nobody will read what was written.',
    },
    draft: {
      subject: 'The draft of your application',
      text: 'Your draft is kept. Go on with it whenever you like by this link, which is for you alone.',
      act: 'Go on with my application',
      until: (date: string) => `It is kept until ${date}, and longer each time you save it.`,
      notYou: 'If it was not you, there is nothing to do: the draft will be forgotten.',
    },
    called: {
      subject: 'Your interview needs another date',
      text: (when: string) =>
        `We have to call off the interview planned for ${when} (Paris time), and we apologise.`,
      again: 'Choose another time whenever you like: it will be yours at once.',
      act: 'Choose another time',
    },
    calendar: 'The attached invitation puts the interview into your calendar.',
    self: 'Something in the way? Move the interview from your application, or reply to this e-mail.',
  },
  reasons: {
    'slot.unknown': 'This slot does not exist any more. Choose another.',
    'slot.taken': 'This slot has just been taken. Choose another: those left are up to date.',
    'slot.length': 'Give a length in minutes, from 5 to 480.',
    'slot.day-missing': 'Please give a day.',
    'slot.hour-missing': 'Please give a time, for instance 14:30.',
    'slot.no-day': 'None of the days ticked falls between these two dates. Tick another, or widen them.',
    'slot.no-room': 'No slot of this length fits between these two hours.',
    'slot.wrong-days': 'The last day comes after the first, within six months.',
    'draft.unknown': 'This link leads nowhere any more: the draft was erased or forgotten.',
    'draft.email-missing': 'Give your address: the link to come back is sent there.',
    slotTooSoon: (count: number) => `This slot begins in less than ${hours(count)}. Choose a later one.`,
    slotMoveTooLate: (count: number) =>
      `The interview is in less than ${hours(count)}: write to us to move it, by replying to our last e-mail.`,
    slotTooMany: (max: number) => `That would be more than ${n(max)} slots. Publish them in several goes.`,
  },
}
