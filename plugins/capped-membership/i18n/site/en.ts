import { formatNumber, plural, type SameShape } from '@/core/lang'
import type { siteFr } from './fr'

const n = (count: number) => formatNumber(count, 'en')
const many = (count: number, one: string, other: string) => plural('en', count, { one, other })

export const siteEn: SameShape<typeof siteFr> = {
  counter: {
    sentence: (taken, free) =>
      free === 0
        ? `${n(taken)} ${many(taken, 'membership', 'memberships')}, no seat left`
        : `${n(taken)} ${many(taken, 'membership', 'memberships')}, ${n(free)} ${many(free, 'seat', 'seats')} left`,
    held: (held) =>
      many(
        held,
        'One seat is kept for somebody accepted, while they pay.',
        `${n(held)} seats are kept for people accepted, while they pay.`,
      ),
    upcoming: (date) => `Applications open on ${date}.`,
    closed: 'This season is closed.',
    until: (date) => `You may apply until ${date}.`,
    none: 'No season has been announced yet. Please come back soon.',
    act: 'About membership',
    name: 'Seats of the season',
  },
  about: {
    title: 'Become a member',
    lead: 'An association of independent teleworkers, on a human scale: you come in after a conversation, you learn, then you pass it on.',
    act: 'Apply for membership',
    myFile: 'See my application',
    member: 'You are one of us already: your extranet awaits you.',
    toExtranet: 'Open my extranet',
    full: 'All seats are taken. You may still apply: we will write to you if one becomes free.',
    what: 'What membership opens',
    whatItems: [
      'Help paid in time: help received is given back to whomever you like, in TS (time credits).',
      'The mission bank, where people answer together rather than each for themselves.',
      'The directory, the forum and the feed, to introduce yourself and share advice.',
      'Somebody who asks how you are doing, all season long.',
    ].join('\n'),
    fee: (amount) =>
      `The fee is ${amount} for the season, to be paid only once you are accepted. You get it back simply by asking.`,
    free: 'Membership is free this season.',
    steps: 'How it goes',
    stepItems: [
      ['You introduce yourself', 'One form: your work, your skills, what brings you here. Ten minutes.'],
      [
        'We talk',
        'An interview, in person or remotely, to get to know each other. Nobody enters without one.',
      ],
      ['We answer', 'Yes or no, always with an explanation. If it is yes, a seat is kept for you.'],
      ['You pay your fee', 'In cash, by cheque or bank transfer. Your seat is confirmed at once.'],
      ['You are at home', 'The extranet opens, with welcome TS to ask for a first helping hand.'],
    ]
      .map((pair) => pair.join('\n'))
      .join('\n\n'),
  },
  form: {
    title: 'My application',
    lead: 'Write as you would speak: we read every application ourselves. It all fits on this page.',
    you: 'You',
    name: 'First and last name',
    email: 'E-mail address',
    emailHint: 'We will answer to this address.',
    emailSignedIn: (email) => `We will answer to ${email}.`,
    phone: 'Telephone',
    phoneHint: 'To agree on the interview more quickly.',
    work: 'Your work',
    activity: 'What you do, in one line',
    activityHint: 'For instance: translator from Japanese, in Rennes.',
    skills: 'Your skills',
    skillsHint: 'What you can do and could teach others. One per line.',
    motives: 'What brings you here',
    motivesHint: 'What you are looking for, what you would like to bring. A few sentences will do.',
    consents: 'What we agree on',
    charter:
      'I understand the principle: help is given back, every counterpart is evaluated, nobody gives without ever receiving.',
    privacy: 'I agree that the association keeps these details to consider my application.',
    privacyHint: 'Only staff reads them. You may have them corrected or erased at any time by writing to us.',
    submit: 'Apply for membership',
    submitNote: 'No commitment: you pay nothing today.',
    notOpen: 'Applications are not open',
    back: 'Back to the membership page',
  },
  thanks: {
    title: 'Thank you, it has reached us',
    lead: 'An e-mail is on its way to you. Please check your spam folder too.',
    next: 'What happens now?',
    items: [
      'We read your application, usually within a week.',
      'You choose a time for the interview, or we suggest a date by e-mail.',
      'Choose a password, by the button below: you can then follow your application.',
    ].join('\n'),
    act: 'Back to the home page',
  },
  embed: {
    title: 'Counter for other sites',
    lead: 'The seats of the season, kept up to date by themselves, on the site of a partner or in your newsletter. Choose, copy, paste.',
    choose: 'Looks',
    lang: 'Language',
    langs: { fr: 'French', en: 'English' },
    theme: 'Colours',
    themes: { auto: 'as the reader has them', light: 'light', dark: 'dark' },
    season: 'Season',
    current: 'the present one',
    show: 'Show',
    copy: 'Copy',
    copied: 'Copied',
    preview: 'What visitors see',
    element: {
      title: 'Live element',
      text: 'The finest: it follows each seat without the page being loaded again. The text inside shows where scripts are blocked.',
      inside: 'Membership: see the seats of the season',
    },
    frame: {
      title: 'Frame',
      text: 'For sites that take a frame but no script. It keeps itself up to date, and is complete without scripts.',
      inside: 'Seats of the season',
    },
    image: {
      title: 'Picture',
      text: 'Wherever a picture can go: a newsletter, a page without scripts. It shows the seats as they are when the page is opened.',
    },
    json: {
      title: 'Data',
      text: 'For a program: figures and sentences in both languages, open to every site. To ask every thirty seconds is enough.',
    },
    policy: {
      title: 'If the site restricts what it loads',
      text: 'Some sites announce a security policy (Content-Security-Policy). Whoever looks after it adds what follows, depending on what you chose:',
    },
    privacy: 'The counter sets no cookie, keeps nothing with the visitor and tells nobody who looked at it.',
  },
}
