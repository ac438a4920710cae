import type { Lang, SameShape } from '@/core/lang'

export const onlineFr = {
  label: (season: string) => `Cotisation, ${season.replace(/^S(?=aison )/, 's')}`,
  title: (amount: string) => `Régler ${amount}`,
  act: (amount: string) => `Payer ${amount} en ligne`,
  note: 'Par carte, sur la page sécurisée de Stripe. Votre place vous est gardée pendant ce temps.',
  otherwise: 'Ou autrement',
  closed: 'Le paiement en ligne n’est pas ouvert pour l’instant : réglez par l’un des moyens ci-dessous.',
  processing: 'Votre banque n’a pas encore répondu. Votre place vous est gardée, il n’y a rien à faire.',
  returned: {
    'no-seat':
      'Votre paiement est arrivé après la fin du délai, et toutes les places étaient prises : il vous est rendu. Votre candidature reste acceptée, et vous passez en tête de la liste d’attente.',
    'paid-twice': 'Votre cotisation était déjà réglée : le second paiement vous est rendu.',
    'not-accepted': 'Ce paiement ne correspondait à aucune cotisation due : il vous est rendu.',
    'wrong-amount': 'Le montant payé n’était pas celui dû : il vous est rendu.',
  },
  mail: {
    subject: 'Votre paiement vous est rendu',
    amount: (amount: string) => `Nous vous rendons ${amount}, sur la carte qui a servi à payer.`,
  },
}

export const onlineEn: SameShape<typeof onlineFr> = {
  label: (season) => `Membership fee, ${season}`,
  title: (amount) => `Pay ${amount}`,
  act: (amount) => `Pay ${amount} online`,
  note: 'By card, on Stripe’s secure page. Your seat is kept meanwhile.',
  otherwise: 'Or another way',
  closed: 'Online payment is not open at the moment: please pay in one of the ways below.',
  processing: 'Your bank has not answered yet. Your seat is kept, there is nothing to do.',
  returned: {
    'no-seat':
      'Your payment came after its time was over, and all seats were taken: it is given back to you. You stay accepted, and go first on the waiting list.',
    'paid-twice': 'Your fee was paid already: the second payment is given back to you.',
    'not-accepted': 'This payment was for no fee that was due: it is given back to you.',
    'wrong-amount': 'The amount paid was not the one due: it is given back to you.',
  },
  mail: {
    subject: 'Your payment is given back',
    amount: (amount) => `We give ${amount} back to you, to the card you paid with.`,
  },
}

/** The words about paying online. */
export const onlineText = (lang: Lang): SameShape<typeof onlineFr> => (lang === 'en' ? onlineEn : onlineFr)
