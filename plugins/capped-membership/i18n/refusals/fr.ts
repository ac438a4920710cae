import { formatNumber } from '@/core/lang'
import { renewalReasonsFr } from '../renewal/fr'

const n = (count: number) => formatNumber(count, 'fr')

export const refusalsFr = {
  reasons: {
    ...renewalReasonsFr,
    'season.unknown': 'Cette saison n’existe pas ou plus. Rechargez la page.',
    'season.not-open':
      'Les candidatures ne sont pas ouvertes en ce moment. La page de l’adhésion annonce les dates.',
    'seat.none-left':
      'Toutes les places sont prises : rien n’a été enregistré. Libérez une place ou augmentez leur nombre dans la saison, puis recommencez.',
    'seat.unknown': 'Cette place n’existe pas. Rechargez la page.',
    'seat.fee-coming':
      'Une cotisation arrive pour cette place : elle reste gardée, et se libère d’elle-même si rien n’est enregistré.',
    'seat.confirmed': 'Cette place est confirmée : elle se libère en mettant fin à l’adhésion.',
    'application.unknown': 'Cette candidature n’existe pas. Revenez à la liste.',
    'application.wrong-state': 'Le dossier a avancé entre-temps : voici où il en est.',
    'application.own': 'C’est votre propre dossier : demandez à un autre permanent de le traiter.',
    'application.under-way': 'Le dossier est encore en cours d’ouverture. Réessayez dans quelques secondes.',
    'application.changed':
      'Quelqu’un d’autre modifiait ce dossier au même moment. Relisez-le, puis recommencez.',
    'application.consent-missing':
      'Cochez les deux engagements pour que nous puissions étudier votre candidature.',
    'application.charter-missing': 'Cochez le principe de l’entraide pour aller plus loin.',
    'application.privacy-missing':
      'Cochez votre accord sur les données : sans lui, nous ne pouvons rien lire.',
    'application.name-missing': 'Indiquez votre prénom et votre nom.',
    'application.email-missing': 'Indiquez une adresse complète, par exemple marie@exemple.fr.',
    'application.activity-missing': 'Dites votre activité en une ligne.',
    'application.skills-missing': 'Citez au moins un savoir-faire.',
    'application.motives-missing': 'Dites en une phrase ce qui vous amène.',
    'application.reason-missing': 'Écrivez le motif : la personne le recevra.',
    'application.report-missing': 'Écrivez le compte rendu, même en une phrase.',
    'interview.place-missing': 'Indiquez où, ou par quel moyen, l’entretien aura lieu.',
    'interview.in-past': 'Choisissez une date à venir.',
    'interview.too-far': 'Choisissez une date dans les six mois.',
    'interview.no-such-hour':
      'Cette heure n’existe pas : on change d’heure cette nuit-là. Choisissez-en une autre.',
    'application.phone-wrong':
      'Écrivez un numéro entier, par exemple 06 12 34 56 78 ou +32 470 12 34 56, ou laissez vide.',
    'date.invalid': 'Indiquez une date et une heure, par exemple le 15 janvier à 14:30.',
    'payment.not-accepted':
      'Une cotisation ne s’enregistre qu’après l’acceptation de la candidature. Décidez d’abord.',
    'payment.amount': 'Écrivez un montant, par exemple 5 ou 5,00.',
    'payment.wrong-date': 'La date de réception ne peut être ni à venir, ni vieille de plus d’un an.',
    'payment.wrong-method': 'Choisissez espèces, chèque ou virement.',
    'payment.not-yours':
      'Il n’y a pas de cotisation à régler pour l’instant. Votre page dit où en est votre dossier.',
    'payment.recorded': 'Votre cotisation est déjà réglée : il n’y a plus rien à payer.',
    'payment.no-seat':
      'Toutes les places sont prises : rien n’a été débité. Nous vous écrirons dès qu’une place se libère.',
    'staff.not-allowed': 'Cette action revient à un permanent chargé de ce domaine. Demandez-lui.',
    capTooLow: ({ taken, cap }: { taken: number; cap: number }) =>
      `Impossible de descendre à ${n(cap)} places : ${n(taken)} sont prises ou gardées. Indiquez au moins ${n(taken)}.`,
    wrongAmount: (due: string) => `Le montant dû est de ${due} exactement. Corrigez le montant.`,
    alreadyRecorded: (on: string) =>
      `Une autre cotisation est déjà enregistrée pour ce dossier, reçue le ${on}. Vérifiez avant d’aller plus loin.`,
  },
}
