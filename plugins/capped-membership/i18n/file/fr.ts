import { theSeason } from '../seasonName'

export const fileFr = {
  mine: {
    title: 'Ma candidature',
    none: 'Aucune candidature à votre nom',
    noneText: 'Si vous venez de la déposer, elle apparaît ici en quelques secondes. Sinon, c’est le moment.',
    history: 'Historique',
    season: (title: string) => `Pour ${theSeason(title)}`,
    sentence: {
      received: 'Nous avons votre candidature. Il reste à convenir d’un entretien.',
      planned: (when: string) => `Nous vous attendons pour l’entretien le ${when}.`,
      plannedPast: (when: string) =>
        `Votre entretien était prévu le ${when}. Nous en faisons le compte rendu.`,
      interviewed: 'Merci pour cet entretien. Nous vous donnerons notre réponse par courriel.',
      accepted: (until: string) =>
        `Votre candidature est acceptée. Une place vous est gardée jusqu’au ${until} inclus.`,
      acceptedNoSeatNeeded: 'Votre candidature est acceptée. Il reste à régler votre cotisation.',
      paid: 'Votre cotisation est enregistrée. Votre adhésion se confirme en ce moment même.',
      joined: (seat: number) =>
        seat > 0
          ? `Bienvenue ! Votre adhésion est confirmée, place n° ${seat}.`
          : 'Bienvenue ! Votre adhésion est confirmée.',
      refused: 'Nous ne donnons pas suite à votre candidature.',
    },
    place: (place: string) => `Où : ${place}`,
    reason: 'Notre explication',
    pay: (amount: string) => `Régler ${amount}`,
    yourAnswers: 'Ce que vous avez écrit',
    writeUs: 'Une question, un empêchement ? Répondez simplement à notre dernier courriel.',
    toExtranet: 'Ouvrir mon extranet',
    apply: 'Déposer ma candidature',
  },
  states: {
    received: 'reçue',
    'interview-planned': 'entretien fixé',
    interviewed: 'à décider',
    accepted: 'cotisation attendue',
    joined: 'adhésion confirmée',
    refused: 'refusée',
    waiting: 'en liste d’attente',
    withdrawn: 'retirée',
    left: 'départ enregistré',
  },
  timeline: {
    received: 'Candidature déposée',
    interview: 'Entretien',
    reported: 'Compte rendu rédigé',
    accepted: 'Candidature acceptée',
    refused: 'Candidature refusée',
    withdrawn: 'Candidature retirée',
    waiting: 'En liste d’attente',
    left: 'Départ enregistré',
    nextSeat: 'Une place, dès qu’il s’en libère une',
    kept: 'Place gardée',
    held: (until: string) => `Place gardée jusqu’au ${until} inclus`,
    lost: 'Place libérée, cotisation non reçue',
    paid: (amount: string, method: string) => `Cotisation reçue : ${amount}, ${method}`,
    joined: 'Adhésion confirmée',
    nextInterview: 'Entretien à fixer',
    nextReport: 'Compte rendu à rédiger',
    nextDecision: 'Décision',
    nextPayment: 'Cotisation à recevoir',
  },
  methods: {
    cash: 'espèces',
    cheque: 'chèque',
    transfer: 'virement',
    card: 'carte, en ligne',
    free: 'gratuit',
  },
}
