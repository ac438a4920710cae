import { defineTexts } from '@/core/lang'

/** The member’s own pages. */
export const memberTexts = defineTexts(
  {
    own: {
      title: 'Quitter l’association',
      lead: 'Vous pouvez partir quand vous voulez, sans avoir à vous justifier. Voici ce qui se passe si vous confirmez.',
      moneyHand: (amount: string) =>
        `Vos ${amount} de cotisation vous sont rendus, de la main à la main ou comme vous les avez réglés : nous vous écrivons pour convenir du moyen.`,
      moneyCard: (amount: string) =>
        `Vos ${amount} de cotisation vous sont rendus sur la carte qui les a réglés, en quelques jours.`,
      moneyNone: 'Il n’y a rien à vous rendre.',
      seat: 'Votre place se libère et va à la personne suivante.',
      access: 'Votre accès à l’extranet prend fin aussitôt, sur tous vos appareils ; vos rôles aussi.',
      credit:
        'Ce qui reste de vos TS de bienvenue revient à l’association ; le reste de votre compte ne bouge plus.',
      exchanges:
        'Les entraides demandées ou convenues sont annulées, et l’autre personne prévenue. Celles déjà rendues restent à évaluer.',
      back: 'Pour revenir, il suffira de déposer une nouvelle candidature.',
      reason: 'Ce qui vous fait partir',
      reasonHint: 'Cela nous aide. « Autre, ou non dit » est une réponse comme une autre.',
      note: 'Un mot pour nous',
      submit: 'Quitter l’association',
      keep: 'Rester',
      none: 'Vous n’avez pas d’adhésion en cours',
      noneText: 'Il n’y a donc rien à résilier ni à rendre.',
      toAccount: 'Revenir à mon compte',
      ask: 'Quitter l’association…',
      askLead: 'Votre cotisation vous est rendue sur simple demande.',
    },
    bye: {
      title: 'C’est fait',
      lead: 'Votre adhésion a pris fin et votre place est libérée. Un courriel vous le confirme. Merci pour le chemin fait ensemble.',
      act: 'Revenir à l’accueil',
    },
    mine: {
      left: 'Votre adhésion a pris fin et votre cotisation vous est rendue ou va l’être. Vous pouvez candidater de nouveau quand vous voulez.',
      apply: 'Déposer une nouvelle candidature',
    },
  },
  {
    own: {
      title: 'Leave the association',
      lead: 'You may leave whenever you wish, without giving reasons. This is what happens if you confirm.',
      moneyHand: (amount) =>
        `The ${amount} you paid is given back to you, by hand or the way you paid it: we write to you to agree on how.`,
      moneyCard: (amount) => `The ${amount} you paid by card is given back on that card, within some days.`,
      moneyNone: 'There is nothing to give back.',
      seat: 'Your seat is freed and goes to the next person.',
      access: 'Your access to the extranet ends at once, on all your devices; so do your roles.',
      credit:
        'What is left of your welcome TS goes back to the association; the rest of your account moves no more.',
      exchanges:
        'Exchanges asked or agreed on are cancelled, and the other person told. Help already given is still to be evaluated.',
      back: 'To come back, all you need is to apply again.',
      reason: 'What makes you leave',
      reasonHint: 'It helps us. “Other, or not said” is an answer like any other.',
      note: 'A word to us',
      submit: 'Leave the association',
      keep: 'Stay',
      none: 'You have no membership in force',
      noneText: 'So there is nothing to end, nor to give back.',
      toAccount: 'Back to my account',
      ask: 'Leave the association…',
      askLead: 'Your fee is given back on simple request.',
    },
    bye: {
      title: 'It is done',
      lead: 'Your membership has ended and your seat is freed. An e-mail confirms it. Thank you for the road we shared.',
      act: 'Back to the home page',
    },
    mine: {
      left: 'Your membership has ended and your fee has been, or will be, given back. You may apply again whenever you wish.',
      apply: 'Apply again',
    },
  },
)
