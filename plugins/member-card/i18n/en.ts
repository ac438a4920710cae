import type { SameShape } from '@/core/lang'
import type { fr } from './fr'

export const en: SameShape<typeof fr> = {
  title: 'My card',
  lead: 'Show it on your phone, or print it: it is the size of a bank card.',
  seat: (n: number) => `Seat no. ${n}`,
  noSeat: 'Member of the team',
  until: (date: string) => `valid until ${date}`,
  open: 'season under way',
  over: (date: string) => `season ended on ${date}`,
  overNotice:
    'Your season is over: this card is no longer valid. Once you have renewed, the new one appears here.',
  renew: 'See my membership',
  code: 'Code to scan to check the card',
  check: 'See what the code shows',
  checkNote: 'Whoever scans it reads your name, the season and whether the card is valid, nothing else.',
  pdf: 'Download as PDF',
  none: 'No card yet',
  noneText: 'Your card appears here as soon as your membership is confirmed.',
  noneAct: 'Back to my extranet',
  cut: 'Cut along the marks: the card is the size of a bank card.',
  scan: 'The code leads to a page that says whether the card is valid today.',
  pdfTitle: (name: string) => `Member card of ${name}`,
  file: 'member-card.pdf',
  verify: {
    title: 'Checking a card',
    valid: 'valid card',
    invalid: 'card not valid',
    unknown: 'unknown card',
    validText: 'This person is a member today.',
    invalidText: 'This membership is not, or no longer, valid today.',
    unknownText: 'No card bears this code. Make sure that all of it was scanned.',
    name: 'Name',
    season: 'Season',
  },
  settings: 'Card',
}
