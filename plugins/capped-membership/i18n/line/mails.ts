import { defineTexts } from '@/core/lang'

/** Mails of the waiting list. */
export const mailsTexts = defineTexts(
  {
    mails: {
      waitlisted: {
        subject: 'Votre candidature est acceptée, une place vous attend bientôt',
        text: 'Bonne nouvelle : nous serions heureux de vous compter parmi nous. Toutes les places de la saison sont prises pour l’instant ; votre nom est sur la liste d’attente, dans l’ordre des acceptations.',
        again: 'C’est noté : votre nom est de nouveau sur la liste d’attente.',
        unseated:
          'Votre règlement est arrivé alors que toutes les places venaient d’être prises. Il vous est rendu en entier, et votre nom passe en tête de la liste d’attente.',
        next: 'Dès qu’une place se libère, elle vous est gardée quelques jours et nous vous écrivons. Il n’y a rien à payer d’ici là.',
        see: 'Voir ma position',
      },
      invited: {
        subject: 'Une place s’est libérée pour vous',
        text: (amount: string, until: string) =>
          `Une place s’est libérée : elle vous est gardée jusqu’au ${until} inclus. Il reste à régler votre cotisation de ${amount}.`,
        otherwise:
          'Passé ce jour, elle sera proposée à la personne suivante. Si vous renoncez, dites-le en un clic sur votre page : vous ferez un heureux.',
      },
      withdrawn: {
        subject: 'Votre candidature est retirée',
        own: 'Comme vous l’avez demandé, votre candidature est retirée. Aucune place ne vous est plus gardée.',
        removed: 'Nous avons retiré votre nom de la liste d’attente. Voici pourquoi :',
        back: 'Vous pouvez candidater de nouveau quand vous le souhaitez.',
        act: 'La page de l’adhésion',
      },
    },
  },
  {
    mails: {
      waitlisted: {
        subject: 'Your application is accepted, a seat will come',
        text: 'Good news: we would be glad to have you with us. All seats of the season are taken for now; your name is on the waiting list, in the order of acceptance.',
        again: 'It is noted: your name is on the waiting list again.',
        unseated:
          'Your payment came when all seats had just been taken. It is given back in full, and your name goes to the head of the waiting list.',
        next: 'As soon as a seat is freed, it is kept for you for some days and we write to you. There is nothing to pay until then.',
        see: 'See my position',
      },
      invited: {
        subject: 'A seat has been freed for you',
        text: (amount, until) =>
          `A seat has been freed: it is kept for you up to and including ${until}. What remains is your fee of ${amount}.`,
        otherwise:
          'After that day it will be offered to the next person. If you give up, say so in one click on your page: somebody will be glad.',
      },
      withdrawn: {
        subject: 'Your application is withdrawn',
        own: 'As you asked, your application is withdrawn. No seat is kept for you any more.',
        removed: 'We have taken your name off the waiting list. This is why:',
        back: 'You may apply again whenever you wish.',
        act: 'The membership page',
      },
    },
  },
)
