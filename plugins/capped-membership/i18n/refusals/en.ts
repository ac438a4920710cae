import { formatNumber, type SameShape } from '@/core/lang'
import { renewalReasonsEn } from '../renewal/en'
import type { refusalsFr } from './fr'

const n = (count: number) => formatNumber(count, 'en')

export const refusalsEn: SameShape<typeof refusalsFr> = {
  reasons: {
    ...renewalReasonsEn,
    'season.unknown': 'This season does not exist any more. Please reload the page.',
    'season.not-open': 'Applications are not open at the moment. The membership page announces the dates.',
    'seat.none-left':
      'All seats are taken: nothing was recorded. Free a seat or raise their number in the season, then try again.',
    'seat.unknown': 'This seat does not exist. Please reload the page.',
    'seat.fee-coming':
      'A fee is coming for this seat: it stays held, and is freed by itself if nothing is recorded.',
    'seat.confirmed': 'This seat is confirmed: it is freed by ending the membership.',
    'application.unknown': 'This application does not exist. Please go back to the list.',
    'application.wrong-state': 'The file has moved on meanwhile: here is where it stands.',
    'application.own': 'This is your own file: please ask another member of staff.',
    'application.under-way': 'The file is still being opened. Please try again in a few seconds.',
    'application.changed':
      'Somebody else was changing this file at the same moment. Read it again, then retry.',
    'application.consent-missing': 'Please tick both agreements so that we may consider your application.',
    'application.charter-missing': 'Please tick the principle of mutual help to go on.',
    'application.privacy-missing': 'Please tick your agreement on data: without it we may read nothing.',
    'application.name-missing': 'Please give your first and last name.',
    'application.email-missing': 'Please give a complete address, for instance marie@example.org.',
    'application.activity-missing': 'Please say in one line what you do.',
    'application.skills-missing': 'Please name at least one skill.',
    'application.motives-missing': 'Please say in a sentence what brings you here.',
    'application.reason-missing': 'Please write the reason: the person will receive it.',
    'application.report-missing': 'Please write the report, be it one sentence.',
    'interview.place-missing': 'Please say where, or by which means, the interview will take place.',
    'interview.in-past': 'Please choose a date to come.',
    'interview.too-far': 'Please choose a date within six months.',
    'interview.no-such-hour':
      'That hour does not exist: clocks go forward that night. Please choose another.',
    'application.phone-wrong':
      'Write a whole number, such as 06 12 34 56 78 or +44 20 7946 0018, or leave it empty.',
    'date.invalid': 'Please give a date and a time, for instance 15 January at 14:30.',
    'payment.not-accepted': 'A fee is only recorded once the application is accepted. Please decide first.',
    'payment.amount': 'Please write an amount, for instance 5 or 5.00.',
    'payment.wrong-date': 'The day of receipt can be neither to come nor more than a year ago.',
    'payment.wrong-method': 'Please choose cash, cheque or bank transfer.',
    'payment.not-yours': 'There is no fee to pay at the moment. Your page says where your file stands.',
    'payment.recorded': 'Your fee is paid: there is nothing more to pay.',
    'payment.no-seat':
      'All seats are taken: nothing was charged. We will write to you as soon as one is free.',
    'staff.not-allowed': 'This act belongs to staff in charge of this area. Please ask them.',
    capTooLow: ({ taken, cap }) =>
      `The season cannot go down to ${n(cap)} seats: ${n(taken)} are taken or kept. Give at least ${n(taken)}.`,
    wrongAmount: (due) => `The amount due is exactly ${due}. Please correct the amount.`,
    alreadyRecorded: (on) =>
      `Another fee is recorded for this file already, received on ${on}. Please check before going further.`,
  },
}
