import { defineTexts } from '@/core/lang'

/** Mails of departures and refunds. */
export const mailsTexts = defineTexts(
  {
    mails: {
      departure: {
        subject: 'Votre départ est enregistré',
        text: (season: string) =>
          `Votre adhésion (${season}) a pris fin et votre accès à l’extranet est fermé. Merci pour le chemin fait ensemble.`,
        none: 'Il n’y a rien à vous rendre.',
        'by-card': (amount: string) => `Vos ${amount} de cotisation vous seront rendus sur votre carte.`,
        refunded: (amount: string) =>
          `Vos ${amount} de cotisation vous sont rendus. Par carte, ils paraissent sur votre relevé en quelques jours.`,
        'by-hand': (amount: string) =>
          `Vos ${amount} de cotisation vous seront rendus : répondez à ce courriel pour nous dire comment (espèces, chèque ou virement).`,
        back: 'La porte reste ouverte : une nouvelle candidature suffit.',
        act: 'La page de l’adhésion',
      },
      refunded: {
        subject: 'Votre cotisation vous a été rendue',
        text: (amount: string, on: string, method: string) =>
          `Nous vous avons rendu vos ${amount} de cotisation le ${on} (${method}).`,
        wrong: 'Si ce n’est pas le cas, dites-le-nous.',
      },
      reapply: {
        subject: 'Vous pouvez candidater de nouveau',
        text: 'Nous avons repensé à votre candidature : vous pouvez en déposer une nouvelle dès maintenant, pour cette saison.',
        act: 'Déposer ma candidature',
      },
    },
  },
  {
    mails: {
      departure: {
        subject: 'Your departure is recorded',
        text: (season) =>
          `Your membership (${season}) has ended and your access to the extranet is closed. Thank you for the road we shared.`,
        none: 'There is nothing to give back to you.',
        'by-card': (amount) => `The ${amount} you paid will be given back on your card.`,
        refunded: (amount) =>
          `The ${amount} you paid is given back. By card, it shows on your statement within some days.`,
        'by-hand': (amount) =>
          `The ${amount} you paid will be given back: reply to this e-mail to tell us how (cash, cheque or bank transfer).`,
        back: 'The door stays open: another application is all it takes.',
        act: 'The membership page',
      },
      refunded: {
        subject: 'Your fee was given back',
        text: (amount, on, method) => `We gave the ${amount} you paid back to you on ${on} (${method}).`,
        wrong: 'If that is not so, reply to this e-mail.',
      },
      reapply: {
        subject: 'You may apply again',
        text: 'We have thought about your application again: you may file another one from now on, for this season.',
        act: 'Apply',
      },
    },
  },
)
