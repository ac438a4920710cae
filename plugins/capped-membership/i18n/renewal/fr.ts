import { formatNumber, plural } from '@/core/lang'
import { theSeason } from '../seasonName'

const n = (count: number) => formatNumber(count, 'fr')
const many = (count: number, one: string, other: string) => plural('fr', count, { one, other })

export const renewalFr = {
  mine: {
    title: 'Mon adhésion',
    status: {
      active: 'adhésion en cours',
      grace: 'saison finie',
      lapsed: 'adhésion terminée',
      suspended: 'suspendue',
    },
    active: (title: string, until: string) =>
      until
        ? `Votre adhésion vaut pour ${theSeason(title)}, jusqu’au ${until} inclus.`
        : `Votre adhésion vaut pour ${theSeason(title)}.`,
    grace: (until: string) =>
      `Votre saison est finie. L’extranet vous reste ouvert jusqu’au ${until} inclus, le temps de renouveler.`,
    lapsed:
      'Votre adhésion a pris fin. Ce que vous avez fait ici est gardé ; pour revenir, déposez une nouvelle candidature.',
    suspended: 'Votre accès est suspendu. Écrivez-nous pour en parler.',
    none: 'Aucune adhésion à votre nom',
    noneText: 'Dès qu’une adhésion sera confirmée, vous la retrouverez ici.',
    apply: 'Déposer une candidature',
    about: 'Découvrir l’adhésion',
    toExtranet: 'Revenir à mon extranet',
    next: (title: string) => title,
    before: (date: string) => `Les renouvellements ouvrent le ${date}. Vous n’avez rien à faire d’ici là.`,
    kept: (until: string) =>
      `Une place vous est gardée jusqu’au ${until} inclus. Pas d’entretien : un clic suffit, puis la cotisation.`,
    notKept: 'Les places ne sont plus gardées, mais s’il en reste une, elle est à vous.',
    noSeatNeeded: 'Pas d’entretien : un clic suffit, puis la cotisation.',
    renew: 'Renouveler mon adhésion',
    renewNote: (amount: string) => `Cotisation : ${amount}, à régler ensuite.`,
    renewFree: 'Sans cotisation cette fois.',
    decline: 'Ne pas renouveler…',
    declineQuestion: (title: string) => `Ne pas renouveler pour ${theSeason(title)} ?`,
    declineConsequence:
      'Votre place sera offerte à d’autres et nous ne vous écrirons plus à ce sujet. Votre adhésion court jusqu’à la fin de votre saison ; vous pouvez changer d’avis tant qu’il reste des places.',
    declineConfirm: 'Ne pas renouveler',
    wanted: 'Votre renouvellement est noté. Il reste à régler votre cotisation.',
    pay: 'Régler ma cotisation',
    renewed: (seat: number) =>
      seat > 0
        ? `C’est fait : votre place n° ${seat} est confirmée.`
        : 'C’est fait : votre adhésion est confirmée.',
    declined:
      'Vous ne renouvelez pas. Si vous changez d’avis, il suffit d’un clic tant qu’il reste des places.',
    closed:
      'Les renouvellements sont clos. Pour revenir, déposez une candidature dès que la saison est ouverte.',
    history: 'Mes adhésions',
    caption: 'Mes adhésions',
    season: 'Saison',
    seat: 'Place',
    noSeat: 'sans place comptée',
    seatNo: (seat: number) => `n° ${seat}`,
    since: 'Depuis',
    until: 'Jusqu’au',
    state: 'État',
    states: { current: 'en cours', next: 'à venir', over: 'finie', ended: 'interrompue' },
    noneLeft:
      'Il n’y a plus de place pour cette saison : rien n’est noté. Revenez voir plus tard, ou écrivez-nous.',
    doneRenew: 'Votre renouvellement est noté, votre place est gardée. Il reste à régler la cotisation.',
    doneAlready: 'Votre renouvellement était déjà noté.',
    doneDecline: 'C’est noté : vous ne renouvelez pas. Merci de nous l’avoir dit.',
  },
  file: {
    title: 'Mon renouvellement',
    asked: 'Renouvellement demandé',
    staff: (name: string) => `${name} renouvelle son adhésion ; nous attendons sa cotisation.`,
    accepted: (until: string) =>
      `Votre renouvellement est noté. Une place vous est gardée jusqu’au ${until} inclus, le temps de régler.`,
    acceptedNoSeatNeeded: 'Votre renouvellement est noté. Il reste à régler votre cotisation.',
    acceptedLost:
      'Le temps de règlement est passé et votre place a été libérée. Rien n’est perdu : réglez votre cotisation et, s’il reste une place, elle est à vous.',
    joined: (seat: number) =>
      seat > 0 ? `Votre adhésion est renouvelée, place n° ${seat}.` : 'Votre adhésion est renouvelée.',
    word: 'noté, cotisation attendue',
  },
  today: {
    renew: (title: string) => `Votre place pour ${theSeason(title)} vous attend.`,
    act: 'Renouveler',
    pay: (title: string) => `Il reste à régler votre cotisation pour ${theSeason(title)}.`,
    payAct: 'Régler',
  },
  office: {
    title: 'Renouvellements',
    lead: 'Qui revient la saison prochaine, qui a décliné, à qui écrire.',
    season: 'Saison',
    none: 'Aucun renouvellement pour l’instant',
    noneText:
      'Dans une saison, indiquez celle qu’elle renouvelle et le jour où ses adhérents peuvent renouveler : leurs places seront gardées d’elles-mêmes.',
    noneAct: 'Ouvrir les saisons',
    tabs: 'Réponses',
    all: 'Tous',
    views: {
      offered: 'Sans réponse',
      wanted: 'À régler',
      renewed: 'Renouvelés',
      declined: 'Déclinés',
      left: 'Partis',
    },
    states: {
      offered: 'sans réponse',
      wanted: 'cotisation attendue',
      renewed: 'renouvelé',
      declined: 'décliné',
      left: 'parti',
    },
    summary: (count: { renewed: number; wanted: number; offered: number; declined: number }) =>
      `${n(count.renewed)} ${many(count.renewed, 'renouvelé', 'renouvelés')}, ${n(count.wanted)} à régler, ${n(count.offered)} sans réponse, ${n(count.declined)} ${many(count.declined, 'décliné', 'déclinés')}.`,
    before: (date: string) => `Les renouvellements ouvrent le ${date}.`,
    kept: (until: string) => `Les places sont gardées jusqu’au ${until} inclus.`,
    over: 'Les places ne sont plus gardées.',
    closed: 'Cette saison est close.',
    caption: (count: number) => `${n(count)} ${many(count, 'adhérent', 'adhérents')}`,
    name: 'Personne',
    answer: 'Réponse',
    answered: 'Le',
    unanswered: 'pas encore',
    search: 'Chercher un nom',
    empty: 'Personne ici',
    emptyText: 'Changez de réponse ou de saison, ou élargissez la recherche.',
    emptyAct: 'Voir tout le monde',
    close: {
      label: 'Clore la saison…',
      question: (title: string) => `Clore ${theSeason(title)} ?`,
      consequence:
        'Plus personne ne pourra candidater ni renouveler pour cette saison. Les personnes acceptées peuvent encore régler leur cotisation ; les adhésions en cours vont jusqu’à la fin de leur saison.',
      confirm: 'Clore la saison',
      done: 'La saison est close.',
    },
  },
  mails: {
    act: 'Voir mon adhésion',
    due: {
      subject: 'Votre renouvellement',
      text: (season: string) =>
        `Merci de rester parmi nous : votre renouvellement pour ${theSeason(season)} est noté.`,
      due: (amount: string, until: string) =>
        `Une place vous est gardée jusqu’au ${until} inclus. Il reste à régler votre cotisation de ${amount}.`,
      act: 'Régler ma cotisation',
    },
    renewed: {
      subject: 'Votre adhésion est renouvelée',
      text: (season: string) => `C’est fait : votre adhésion vaut pour ${theSeason(season)}.`,
      seat: (seat: number) => `Votre place porte le numéro ${seat}.`,
      card: 'Votre nouvelle carte apparaîtra dans votre extranet dès que la saison en cours sera finie.',
    },
    reminder: {
      subject: 'Votre adhésion : la suite',
      before: (season: string, until: string) => `Votre saison (${season}) s’achève le ${until}.`,
      after: (season: string, until: string) => `Votre saison (${season}) s’est achevée le ${until}.`,
      kept: (next: string, until: string) =>
        `Pour ${theSeason(next)}, une place vous est gardée jusqu’au ${until} inclus. Un clic suffit, sans nouvel entretien.`,
      free: (next: string) =>
        `Vous pouvez renouveler pour ${theSeason(next)} tant qu’il reste des places, sans nouvel entretien.`,
      decline: 'Si vous préférez vous arrêter là, dites-le au même endroit : nous ne vous relancerons pas.',
      act: 'Renouveler mon adhésion',
    },
    over: {
      subject: 'Votre saison est finie',
      text: (until: string) =>
        `Merci pour cette saison. L’extranet vous reste ouvert jusqu’au ${until} inclus.`,
      renew: 'D’ici là, vous pouvez renouveler en un clic, si ce n’est déjà fait.',
    },
    lapsed: {
      subject: 'Votre adhésion a pris fin',
      text: 'L’extranet s’est refermé. Ce que vous y avez fait est gardé, et la porte vous reste ouverte si l’envie revient.',
      act: 'Pour revenir, une nouvelle candidature suffit.',
    },
  },
}

export const renewalReasonsFr = {
  'renewal.not-open':
    'Les renouvellements ne sont pas ouverts aujourd’hui. La page de votre adhésion dit les dates.',
  'renewal.not-entitled':
    'Ce renouvellement est réservé aux adhérents de la saison précédente. Pour nous rejoindre, déposez une candidature.',
  'renewal.done': 'Votre adhésion à cette saison est déjà confirmée. Il n’y a rien à faire.',
  'renewal.under-way':
    'Votre renouvellement est déjà noté. Pour y renoncer, annulez-le d’abord, depuis la page de votre adhésion.',
  'renewal.has-file': 'Une candidature est déjà à l’étude pour cette saison : nous vous répondrons bientôt.',
  'membership.none': 'Aucune adhésion n’est à votre nom.',
  'season.already-closed': 'Cette saison est déjà close.',
}
