import { defineTexts, formatNumber, plural } from '@/core/lang'

const n = (count: number) => formatNumber(count, 'fr')
const many = (count: number, one: string, other: string) => plural('fr', count, { one, other })
const en = (count: number) => formatNumber(count, 'en')

/** The person’s own page. */
export const memberTexts = defineTexts(
  {
    mine: {
      waiting: (position: number) =>
        position === 1
          ? 'Votre candidature est acceptée. Toutes les places sont prises ; la prochaine qui se libère est pour vous.'
          : `Votre candidature est acceptée. Toutes les places sont prises ; vous êtes en ${n(position)}e position sur la liste d’attente.`,
      entering:
        'Votre candidature est acceptée. Toutes les places sont prises ; votre nom s’inscrit sur la liste d’attente en ce moment même.',
      favoured: 'L’équipe vous a donné la priorité.',
      unseated:
        'Votre règlement est arrivé quand toutes les places étaient prises : il vous a été rendu, et vous passez avant les autres.',
      how: 'Comment ça se passe',
      howText: (days: number) =>
        `Quand une place se libère, elle vous est gardée ${n(days)} ${many(days, 'jour', 'jours')} et un courriel vous prévient. Sans réponse de votre part, elle est proposée à la personne suivante.`,
      seasonOver:
        'La saison n’accueille plus personne. Vous pourrez candidater à la suivante dès son ouverture.',
      invited: (until: string) => `Une place est pour vous : elle vous est gardée jusqu’au ${until} inclus.`,
      missed:
        'Votre place n’est plus gardée : elle a été proposée à la personne suivante. Rien n’est perdu : vous pouvez reprendre rang, à la fin de la liste.',
      missedFree:
        'Votre place n’est plus gardée. Rien n’est perdu : reprenez rang, et s’il reste une place elle vous sera gardée aussitôt.',
      again: 'Reprendre rang',
      againNote: 'À la fin de la liste d’attente.',
      againDone: 'Vous êtes de nouveau sur la liste d’attente.',
      withdrawn: 'Votre candidature est retirée, à votre demande.',
      removed: 'Votre candidature a été retirée de la liste d’attente.',
      apply: 'Déposer une nouvelle candidature',
      giveUp: {
        label: 'Renoncer…',
        question: 'Renoncer à votre place ?',
        text: 'La place gardée pour vous va à la personne suivante. Pour revenir, il faudra une nouvelle candidature.',
        act: 'Renoncer à ma place',
      },
      leave: {
        label: 'Quitter la liste d’attente…',
        question: 'Quitter la liste d’attente ?',
        text: 'Votre candidature est retirée. Pour revenir, il faudra en déposer une nouvelle.',
        act: 'Quitter la liste d’attente',
      },
      lost: 'place libérée',
      withdraw: {
        label: 'Retirer ma candidature…',
        question: 'Retirer votre candidature ?',
        text: 'Pour revenir, il faudra en déposer une nouvelle.',
        act: 'Retirer ma candidature',
      },
      giveUpDone: 'Votre candidature est retirée. Merci de nous l’avoir dit.',
    },
  },
  {
    mine: {
      waiting: (position) =>
        position === 1
          ? 'Your application is accepted. All seats are taken; the next one that is freed is yours.'
          : `Your application is accepted. All seats are taken; you are number ${en(position)} on the waiting list.`,
      entering:
        'Your application is accepted. All seats are taken; your name is being put on the waiting list right now.',
      favoured: 'The team has given you priority.',
      unseated:
        'Your payment came when all seats were taken: it was given back, and you go before the others.',
      how: 'How it works',
      howText: (days) =>
        `When a seat is freed, it is kept for you for ${en(days)} ${days === 1 ? 'day' : 'days'} and an e-mail tells you. Without an answer from you, it is offered to the next person.`,
      seasonOver: 'The season takes nobody any more. You may apply for the next one as soon as it opens.',
      invited: (until) => `A seat is yours: it is kept for you up to and including ${until}.`,
      missed:
        'Your seat is kept no longer: it was offered to the next person. Nothing is lost: you may stand in line again, at the end of the list.',
      missedFree:
        'Your seat is kept no longer. Nothing is lost: stand in line again, and if a seat is left it will be kept for you at once.',
      again: 'Stand in line again',
      againNote: 'At the end of the waiting list.',
      againDone: 'You are on the waiting list again.',
      withdrawn: 'Your application is withdrawn, as you asked.',
      removed: 'Your application was taken off the waiting list.',
      apply: 'Apply again',
      giveUp: {
        label: 'Give up…',
        question: 'Give up your seat?',
        text: 'The seat kept for you goes to the next person. To come back you will have to apply again.',
        act: 'Give up my seat',
      },
      leave: {
        label: 'Leave the waiting list…',
        question: 'Leave the waiting list?',
        text: 'Your application is withdrawn. To come back you will have to apply again.',
        act: 'Leave the waiting list',
      },
      lost: 'seat freed',
      withdraw: {
        label: 'Withdraw my application…',
        question: 'Withdraw your application?',
        text: 'To come back you will have to apply again.',
        act: 'Withdraw my application',
      },
      giveUpDone: 'Your application is withdrawn. Thank you for telling us.',
    },
  },
)
