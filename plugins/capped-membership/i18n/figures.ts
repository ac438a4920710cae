import { defineTexts, formatNumber, type Lang, plural, type SameShape } from '@/core/lang'
import type { RefusalCode } from '../contract'

const n = (count: number, lang: Lang) => formatNumber(count, lang)

const refusalsFr: Record<RefusalCode, string> = {
  activity: 'Activité hors de notre objet',
  expectations: 'Attentes que nous ne pouvons pas combler',
  'no-show': 'Absence à l’entretien',
  unreachable: 'Sans nouvelles',
  charter: 'Désaccord avec la charte',
  withdrawn: 'La personne a renoncé',
  other: 'Autre motif',
}
const refusalsEn: Record<RefusalCode, string> = {
  activity: 'Activity outside our purpose',
  expectations: 'Expectations we cannot meet',
  'no-show': 'Missed the interview',
  unreachable: 'No answer',
  charter: 'Disagrees with the charter',
  withdrawn: 'The person withdrew',
  other: 'Another reason',
}
export const refusalWords = (lang: Lang): Record<RefusalCode, string> =>
  lang === 'en' ? refusalsEn : refusalsFr

/** Reasons for which memberships end; a code of another module's shows as it is written. */
export const endingWords = (lang: Lang): Readonly<Record<string, string>> =>
  lang === 'en' ? endingsEn : endingsFr
const endingsFr = {
  moving: 'Déménagement',
  time: 'Manque de temps',
  job: 'Changement d’activité',
  expectations: 'Attentes déçues',
  health: 'Santé ou famille',
  refund: 'Remboursement demandé',
  lapsed: 'Saison non renouvelée',
  other: 'Autre motif, ou non dit',
}
const endingsEn: typeof endingsFr = {
  moving: 'Moving away',
  time: 'Lack of time',
  job: 'Change of work',
  expectations: 'Expectations not met',
  health: 'Health or family',
  refund: 'Refund asked for',
  lapsed: 'Season not renewed',
  other: 'Another reason, or not said',
}

const fr = {
  title: 'Saisons',
  lead: 'Où en sont les places, les candidatures et les départs, saison par saison.',
  empty: 'Aucune saison pour l’instant',
  emptyText: 'Créez la première : un nom, un nombre de places, une cotisation, une date d’ouverture.',
  emptyAct: 'Créer une saison',
  edit: 'Modifier la saison',
  phases: { hidden: 'en préparation', upcoming: 'à venir', open: 'ouverte', closed: 'close' },
  dates: (from: string, to: string) => (to ? `Du ${from} au ${to}` : `Depuis le ${from}`),
  upcoming: (from: string) => `Ouvre le ${from}`,
  fee: (amount: string) => `cotisation de ${amount}`,
  seats: 'Places, jour après jour',
  seatsLead: 'Ce qui tenait à la fin de chaque jour.',
  seatsOf: (cap: number) =>
    `${plural('fr', cap, { one: 'Une place', other: `${n(cap, 'fr')} places` })} en tout.`,
  capUnknown: (day: string) =>
    `Le nombre de places est noté depuis le ${day} ; les places libres d’avant ne sont pas connues.`,
  capChanged: (first: number, later: string) => `Nombre de places : ${n(first, 'fr')} d’abord, ${later}.`,
  capFrom: (cap: number, day: string) => `${n(cap, 'fr')} à partir du ${day}`,
  taken: 'prises',
  held: 'retenues',
  free: 'libres',
  noSeats: 'Aucune place n’a encore été gardée ni prise.',
  funnel: 'De la candidature à l’adhésion',
  funnelLead: 'Les personnes importées d’une liste n’y comptent pas.',
  stage: 'Étape',
  people: 'Personnes',
  stages: {
    received: 'Candidature',
    planned: 'Entretien fixé',
    interviewed: 'Entretien fait',
    accepted: 'Acceptée',
    joined: 'Adhérente',
  },
  share: (count: number, percent: number) => `${n(count, 'fr')} (${n(percent, 'fr')} %)`,
  noFiles: 'Aucune candidature pour cette saison.',
  refusals: 'Motifs de refus',
  noRefusals: 'Aucun refus cette saison.',
  endings: 'Motifs de départ',
  noEndings: 'Aucun départ cette saison.',
  reason: 'Motif',
  count: 'Nombre',
  noReason: 'Sans motif codé',
  exports: 'Fichiers et listes',
  exportApplications: 'Candidatures (CSV)',
  exportMembers: 'Adhésions (CSV)',
  exportPayments: 'Paiements (CSV)',
  files: 'Voir les candidatures',
  code: 'Motif, pour nos statistiques',
  codeHint: 'La personne ne le voit pas.',
  codeMissing: 'Choisissez un motif dans la liste.',
}

const en: SameShape<typeof fr> = {
  title: 'Seasons',
  lead: 'Where seats, applications and departures stand, season by season.',
  empty: 'No season yet',
  emptyText: 'Make the first one: a name, a number of seats, a fee, an opening date.',
  emptyAct: 'Make a season',
  edit: 'Edit the season',
  phases: { hidden: 'in preparation', upcoming: 'upcoming', open: 'open', closed: 'closed' },
  dates: (from, to) => (to ? `From ${from} to ${to}` : `Since ${from}`),
  upcoming: (from) => `Opens on ${from}`,
  fee: (amount) => `fee of ${amount}`,
  seats: 'Seats, day by day',
  seatsLead: 'What stood at the end of each day.',
  seatsOf: (cap) => `${n(cap, 'en')} ${plural('en', cap, { one: 'seat', other: 'seats' })} in all.`,
  capUnknown: (day) => `The number of seats is noted since ${day}; how many were free before is not known.`,
  capChanged: (first, later) => `Number of seats: ${n(first, 'en')} at first, ${later}.`,
  capFrom: (cap, day) => `${n(cap, 'en')} from ${day}`,
  taken: 'taken',
  held: 'held',
  free: 'free',
  noSeats: 'No seat has been held or taken yet.',
  funnel: 'From application to membership',
  funnelLead: 'People imported from a list are not counted.',
  stage: 'Stage',
  people: 'People',
  stages: {
    received: 'Application',
    planned: 'Interview planned',
    interviewed: 'Interviewed',
    accepted: 'Accepted',
    joined: 'Member',
  },
  share: (count, percent) => `${n(count, 'en')} (${n(percent, 'en')}%)`,
  noFiles: 'No application for this season.',
  refusals: 'Why applications were refused',
  noRefusals: 'No refusal this season.',
  endings: 'Why members left',
  noEndings: 'No departure this season.',
  reason: 'Reason',
  count: 'Number',
  noReason: 'No coded reason',
  exports: 'Files and lists',
  exportApplications: 'Applications (CSV)',
  exportMembers: 'Memberships (CSV)',
  exportPayments: 'Payments (CSV)',
  files: 'See the applications',
  code: 'Reason, for our figures',
  codeHint: 'The person does not see it.',
  codeMissing: 'Please choose a reason from the list.',
}

export const figureTexts = defineTexts(fr, en)
