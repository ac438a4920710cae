import { defineTexts } from '@/core/lang'

/** The sentence for each refusal. */
export const reasonsTexts = defineTexts(
  {
    reasons: {
      'departure.unknown': 'Ce départ n’existe pas. Revenez à la liste.',
      'departure.no-membership': 'Cette personne n’a pas d’adhésion en cours : il n’y a rien à rendre.',
      'departure.under-way': 'L’adhésion se confirme en ce moment même. Recommencez dans quelques secondes.',
      'departure.channel-missing': 'Dites comment la demande est arrivée.',
      'departure.reason-missing': 'Choisissez une raison ; « autre, ou non dit » convient toujours.',
      'departure.not-allowed':
        'Cette action revient à la personne elle-même, ou à un permanent chargé des candidatures.',
      'refund.nothing-due': 'Il n’y a rien à rembourser à la main pour ce départ.',
      'refund.on-its-way':
        'Un remboursement par carte est en route pour ce départ : attendez de savoir s’il arrive.',
      'refund.wrong-method': 'Choisissez espèces, chèque ou virement.',
      'refund.wrong-date':
        'La date du remboursement ne peut être ni à venir, ni très antérieure à la demande.',
      'reapply.not-now':
        'Une nouvelle candidature ne se permet qu’après un refus. Voici où en est le dossier.',
      alreadyRefunded: (on: string) =>
        `Un autre remboursement est déjà noté pour ce départ, rendu le ${on}. Vérifiez avant d’aller plus loin.`,
    },
  },
  {
    reasons: {
      'departure.unknown': 'This departure does not exist. Go back to the list.',
      'departure.no-membership': 'This person has no membership in force: there is nothing to give back.',
      'departure.under-way': 'The membership is being confirmed right now. Try again in a few seconds.',
      'departure.channel-missing': 'Say how the request came.',
      'departure.reason-missing': 'Choose a reason; “other, or not said” always fits.',
      'departure.not-allowed': 'This belongs to the person, or to staff for applications.',
      'refund.nothing-due': 'There is nothing to give back by hand for this departure.',
      'refund.on-its-way':
        'A refund to the card is on its way for this departure: wait to know whether it arrives.',
      'refund.wrong-method': 'Choose cash, cheque or bank transfer.',
      'refund.wrong-date': 'The day of the refund can be neither to come nor long before the request.',
      'reapply.not-now':
        'Another application is only allowed after a refusal. This is where the file stands.',
      alreadyRefunded: (on) =>
        `Another refund is noted for this departure, given back on ${on}. Check before you go on.`,
    },
  },
)
