import { defineTexts, formatNumber, plural, type SameShape } from '@/core/lang'
import type { RolloverReason } from '../domain/rollover/nextSeason'

const n = (count: number) => formatNumber(count, 'fr')
const many = (count: number, one: string, other: string) => plural('fr', count, { one, other })
const ne = (count: number) => formatNumber(count, 'en')
const manyEn = (count: number, one: string, other: string) => plural('en', count, { one, other })

const reasonsFr: Record<RolloverReason, string> = {
  'rollover.name-missing': 'Donnez un nom à la saison suivante, en 80 caractères au plus.',
  'rollover.cap': 'Indiquez un nombre de places, de 1 à 5 000.',
  'rollover.fee': 'Indiquez la cotisation en euros, de 0 à 10 000.',
  'rollover.day': 'Choisissez une date.',
  'rollover.end-missing': 'Dites quand finit la saison en cours : sans fin, personne ne change de saison.',
  'rollover.ends-first': 'Une saison finit après son ouverture : choisissez un jour plus tard.',
  'rollover.opens-first': 'La saison suivante ouvre après celle-ci : choisissez un jour plus tard.',
  'rollover.closes-first': 'La clôture vient après l’ouverture : choisissez un jour plus tard.',
  'rollover.renewal-missing': 'Dites à partir de quand les adhérents renouvellent.',
  'rollover.renewal-after-opening':
    'Les adhérents renouvellent avant tout le monde : choisissez au plus tard le jour d’ouverture.',
  'rollover.renewal-closes-first':
    'Les places cessent d’être gardées après l’ouverture des renouvellements : choisissez un jour plus tard.',
  'rollover.in-preparation': 'Cette saison est encore en préparation : ouvrez-la d’abord.',
}
const reasonsEn: Record<RolloverReason, string> = {
  'rollover.name-missing': 'Please name the next season, in 80 characters at most.',
  'rollover.cap': 'Please give a number of seats, from 1 to 5,000.',
  'rollover.fee': 'Please give the fee in euros, from 0 to 10,000.',
  'rollover.day': 'Please choose a date.',
  'rollover.end-missing': 'Please say when this season ends: without an end, nobody changes seasons.',
  'rollover.ends-first': 'A season ends after it opens: please choose a later day.',
  'rollover.opens-first': 'The next season opens after this one: please choose a later day.',
  'rollover.closes-first': 'It closes after it opens: please choose a later day.',
  'rollover.renewal-missing': 'Please say from when members renew.',
  'rollover.renewal-after-opening':
    'Members renew before everybody else: choose the opening day at the latest.',
  'rollover.renewal-closes-first': 'Seats stop being kept after renewals open: please choose a later day.',
  'rollover.in-preparation': 'This season is still in preparation: please open it first.',
}

const fr = {
  act: 'Passer à la saison suivante',
  title: 'Passer à la saison suivante',
  lead: 'La saison suivante reprend les réglages de celle-ci, un an plus tard. Relisez, changez ce qu’il faut ; rien n’est fait avant votre confirmation.',
  figures: 'Où en sont les adhérents',
  members: 'Adhérents de la saison',
  renewed: 'Ont renouvelé',
  wanted: 'Ont demandé, cotisation attendue',
  declined: 'Ont décliné',
  unanswered: 'N’ont pas répondu',
  inGrace: 'En délai de grâce',
  wouldLose: 'Perdraient l’accès sans renouveler',
  settings: 'La saison suivante',
  name: 'Nom',
  titleFr: 'Titre public, en français',
  titleEn: 'Titre public, en anglais',
  cap: 'Nombre de places',
  fee: 'Cotisation, en euros',
  lastDay: 'Dernier jour de la saison en cours',
  lastDayHint: 'Elle n’a pas encore de fin. Les cartes valent jusqu’à ce jour compris.',
  opensOn: 'Ouverture à tous',
  closesOn: 'Clôture des candidatures',
  closesOnHint: 'À partir de ce jour, plus de candidature. Vide : pas de date.',
  renewalOpensOn: 'Renouvellement : à partir du',
  renewalClosesOn: 'Places gardées jusqu’à la veille du',
  renewalClosesOnHint: 'Vide : le jour de l’ouverture à tous.',
  endsOn: 'Fin : à partir du',
  endsOnHint: 'Premier jour où la saison est finie. Vide : pas de fin.',
  review: 'Relire ce qui sera fait',
  reviewNote: 'Rien n’est fait encore.',
  reviewTitle: (title: string) => `Passer à « ${title} » ?`,
  reviewLead: 'Voici ce qui sera fait maintenant, et ce qui se fera de soi-même, à son jour.',
  made: (title: string) => `« ${title} » est créée et montrée au public`,
  madeNote: (cap: number, fee: string) => `${many(cap, 'Une place', `${n(cap)} places`)}, cotisation ${fee}.`,
  opened: (title: string) => `« ${title} » est montrée au public`,
  keptNow: 'Une place est gardée à chaque adhérent',
  keptNowNote: (members: number) =>
    `${many(members, 'Un adhérent peut renouveler', `${n(members)} adhérents peuvent renouveler`)} aussitôt.`,
  keptThen: 'Les adhérents renouvellent, une place gardée à chacun',
  reminders: 'Rappels à qui n’a pas répondu',
  ends: (title: string) => `« ${title} » finit`,
  endsNote: (days: number) =>
    days > 0
      ? `Plus personne n’y adhère ; qui n’a pas renouvelé garde l’accès ${many(days, 'un jour', `${n(days)} jours`)} de plus.`
      : 'Plus personne n’y adhère ; qui n’a pas renouvelé perd l’accès.',
  opens: 'Ouverture à tous',
  released: 'Les places gardées sans réponse vont aux autres',
  lapses: 'Fin de l’accès de qui n’a pas renouvelé',
  lapsesNote: (count: number) =>
    `${many(count, 'Une personne serait concernée', `${n(count)} personnes seraient concernées`)} aujourd’hui.`,
  confirm: 'Passer à la saison suivante',
  confirmNote: 'Une saison créée ne se supprime pas ; ses réglages se modifient.',
  change: 'Changer les réglages',
  begun: 'Le passage est lancé.',
  already: 'Ce passage était déjà lancé.',
  exists: (title: string) => `« ${title} » suit déjà cette saison`,
  existsText: 'Ses réglages restent tels quels ; le passage garde les places et met à jour les accès.',
  doneTitle: 'Le passage est lancé',
  doneText: 'Il se fait une fois. Ce qui vient plus tard se fait de soi-même, à son jour.',
  follow: 'Suivre le passage',
  seeNext: 'Voir la saison suivante',
  task: (title: string) => `Passage à « ${title} »`,
  counts: {
    season: 'Saison créée',
    seated: 'Places gardées ou prises',
    grace: 'En délai de grâce',
    lapsed: 'Accès terminés',
  },
  reasons: reasonsFr,
}

const en: SameShape<typeof fr> = {
  act: 'Go on to the next season',
  title: 'Go on to the next season',
  lead: 'The next season has the settings of this one, a year later. Look at them, change what you must; nothing is done before you confirm.',
  figures: 'Where members stand',
  members: 'Members of the season',
  renewed: 'Have renewed',
  wanted: 'Have asked, fee awaited',
  declined: 'Have declined',
  unanswered: 'Have not answered',
  inGrace: 'In their days of grace',
  wouldLose: 'Would lose access without renewing',
  settings: 'The next season',
  name: 'Name',
  titleFr: 'Public title, in French',
  titleEn: 'Public title, in English',
  cap: 'Number of seats',
  fee: 'Fee, in euros',
  lastDay: 'Last day of this season',
  lastDayHint: 'It has no end yet. Cards are good up to and including that day.',
  opensOn: 'Opens to all on',
  closesOn: 'Applications close on',
  closesOnHint: 'From this day on, no applications. Empty: no date.',
  renewalOpensOn: 'Renewal opens on',
  renewalClosesOn: 'Seats kept until the day before',
  renewalClosesOnHint: 'Empty: the day it opens to all.',
  endsOn: 'Over from',
  endsOnHint: 'First day on which the season is over. Empty: no end.',
  review: 'See what will be done',
  reviewNote: 'Nothing is done yet.',
  reviewTitle: (title) => `Go on to “${title}”?`,
  reviewLead: 'This is what will be done now, and what will come by itself, on its day.',
  made: (title) => `“${title}” is made and shown to the public`,
  madeNote: (cap, fee) => `${manyEn(cap, 'One seat', `${ne(cap)} seats`)}, fee ${fee}.`,
  opened: (title) => `“${title}” is shown to the public`,
  keptNow: 'A seat is kept for each member',
  keptNowNote: (members) =>
    `${manyEn(members, 'One member may renew', `${ne(members)} members may renew`)} at once.`,
  keptThen: 'Members renew, a seat kept for each',
  reminders: 'Reminders to whoever has not answered',
  ends: (title) => `“${title}” ends`,
  endsNote: (days) =>
    days > 0
      ? `Nobody joins it any more; whoever has not renewed keeps their access for ${manyEn(days, 'one more day', `${ne(days)} more days`)}.`
      : 'Nobody joins it any more; whoever has not renewed loses their access.',
  opens: 'It opens to all',
  released: 'Seats kept without an answer go to others',
  lapses: 'Access ends for whoever has not renewed',
  lapsesNote: (count) =>
    `${manyEn(count, 'One person would be', `${ne(count)} people would be`)} concerned today.`,
  confirm: 'Go on to the next season',
  confirmNote: 'A season that was made cannot be deleted; its settings can be changed.',
  change: 'Change the settings',
  begun: 'The passage is under way.',
  already: 'This passage had begun already.',
  exists: (title) => `“${title}” follows this season already`,
  existsText: 'Its settings stay as they are; the passage keeps the seats and settles who has access.',
  doneTitle: 'The passage has begun',
  doneText: 'It is done once. What comes later comes by itself, on its day.',
  follow: 'Follow the passage',
  seeNext: 'See the next season',
  task: (title) => `Passage to “${title}”`,
  counts: {
    season: 'Season made',
    seated: 'Seats kept or taken',
    grace: 'In their days of grace',
    lapsed: 'Access ended',
  },
  reasons: reasonsEn,
}

/** Texts of the passage from a season to the next one. */
export const rolloverTexts = defineTexts(fr, en)
