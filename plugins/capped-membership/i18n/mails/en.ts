import type { SameShape } from '@/core/lang'
import { renewalEn } from '../renewal/en'
import type { mailsFr } from './fr'

export const mailsEn: SameShape<typeof mailsFr> = {
  mails: {
    renewal: renewalEn.mails,
    hello: (name) => `Hello ${name},`,
    bye: 'With kind regards,',
    signature: 'The staff of the association',
    reply: 'You may reply to this e-mail, a person will read it.',
    myFile: 'Follow my application',
    received: {
      subject: 'Your application has reached us',
      text: 'Thank you for taking the time to introduce yourself. We are reading your application. You choose the time of the interview on the page of your application; where there is none to choose, we will write to you.',
      password:
        'To follow your application, first choose a password: ask for the link on the page below, with this e-mail address.',
      passwordAct: 'Choose my password',
    },
    known: {
      subject: 'We know your address already',
      text: 'An application has just been sent with your address, which we know already. Nothing was changed.',
      act: 'To find your file again, please sign in. If you have forgotten your password, the sign-in page will help.',
      notYou: 'If it was not you, there is nothing to do.',
    },
    planned: {
      subject: 'Your interview',
      text: (when) => `We look forward to meeting you on ${when} (Paris time).`,
      place: (place) => `Where: ${place}`,
    },
    accepted: {
      subject: 'Your application is accepted',
      text: 'Good news: we would be glad to have you among us.',
      due: (amount, until) =>
        `A seat is kept for you until the end of ${until}. What remains is to pay your fee of ${amount}.`,
    },
    refused: {
      subject: 'Your application',
      text: 'Thank you for your time and your trust. We are not taking your application further this time.',
      wish: 'We wish you good encounters on your way.',
    },
    expired: {
      subject: 'Your seat was freed',
      text: 'The time to pay your fee is over, and the seat kept for you is free again.',
      back: 'Nothing is lost: on your page, stand in line again in one click. If a seat is left, it will be kept for you at once. Write to us if something holds you back.',
    },
    welcome: {
      subject: 'Welcome among us',
      text: (season) => `Your membership is confirmed (${season}).`,
      seat: (seat) => `Your seat bears the number ${seat}.`,
      next: 'The extranet is open to you: introduce yourself in your profile, then ask for a first helping hand with your welcome TS.',
      act: 'Open my extranet',
    },
  },
}
