import { defineTexts, formatNumber, plural } from '@/core/lang'
import { theSeason } from '../seasonName'

const count = (n: number, one: string, other: string) =>
  plural('fr', n, { one, other: `${formatNumber(n, 'fr')} ${other}` })
const counted = (n: number, one: string, other: string) =>
  plural('en', n, { one, other: `${formatNumber(n, 'en')} ${other}` })

/** Texts of a renewal taken back, and of one that staff notes for a member. */
export const renewalActTexts = defineTexts(
  {
    takeBack: {
      label: 'Annuler mon renouvellement…',
      question: (title: string) => `Annuler votre renouvellement pour ${theSeason(title)} ?`,
      consequence:
        'La place gardée pour vous va à quelqu’un d’autre. Votre adhésion en cours n’y perd rien ; vous pourrez changer d’avis tant qu’il reste des places.',
      confirm: 'Annuler mon renouvellement',
      done: 'Votre renouvellement est annulé. Merci de nous l’avoir dit.',
      already: 'Votre renouvellement était déjà annulé.',
      word: 'renouvellement annulé',
      own: 'Vous avez annulé ce renouvellement.',
      byStaff: 'L’équipe a annulé ce renouvellement.',
      back: 'Voir mon adhésion',
    },
    staffTakeBack: {
      label: 'Annuler ce renouvellement…',
      question: 'Annuler ce renouvellement ?',
      consequence:
        'La place gardée est rendue, et la personne prévenue par courriel. Elle peut renouveler à nouveau tant qu’il reste des places.',
      reason: 'Un mot pour la personne',
      reasonHint: 'Il figure dans le courriel.',
      confirm: 'Annuler ce renouvellement',
      done: 'Le renouvellement est annulé, la place est rendue.',
      already: 'Ce renouvellement était déjà annulé.',
      file: (name: string) => `Le renouvellement de ${name} est annulé.`,
      timeline: 'Renouvellement annulé',
      askedBy: 'Demandé pour la personne par',
      closedBy: 'Annulé par',
    },
    renewFor: {
      panel: 'Renouvellement',
      act: (name: string) => `Renouveler pour ${name}…`,
      short: 'Renouveler…',
      title: (name: string) => `Renouveler pour ${name}`,
      lead: 'Pour qui le demande par téléphone ou à la permanence : pas d’entretien, un clic suffit.',
      season: 'Saison',
      fee: 'Cotisation',
      noFee: 'aucune',
      seat: 'Place',
      seatKept: (number: number, until: string) => `n° ${number}, gardée jusqu’au ${until} inclus`,
      seatFree: 'à prendre, s’il en reste une',
      answer: 'Réponse jusqu’ici',
      submit: 'Renouveler son adhésion',
      note: 'La personne reçoit un courriel. La cotisation s’enregistre ensuite, ici même.',
      noteFree: 'Sans cotisation : l’adhésion est confirmée aussitôt.',
      done: 'Le renouvellement est noté. Il reste à enregistrer la cotisation.',
      doneAlready: 'Ce renouvellement était déjà noté.',
      doneFree: 'Le renouvellement est noté.',
      none: 'Rien à renouveler',
      noneText:
        'Aucune saison n’est ouverte au renouvellement pour cette personne. Si elle n’est plus adhérente, elle peut déposer une candidature.',
      toList: 'Voir les renouvellements',
      own: 'Votre propre renouvellement se demande sur votre page.',
      toFile: 'Enregistrer la cotisation',
      wanted: 'demandé, cotisation attendue',
      renewed: (seat: number) => (seat > 0 ? `renouvelé, place n° ${seat}` : 'renouvelé'),
      offered: 'pas encore de réponse',
      declined: 'décliné',
      what: 'Action',
    },
    todo: {
      wanted: (n: number) =>
        count(n, 'Un renouvellement attend sa cotisation', 'renouvellements attendent leur cotisation'),
      silent: (n: number) =>
        count(
          n,
          'Une personne n’a pas répondu au renouvellement',
          'personnes n’ont pas répondu au renouvellement',
        ),
    },
    mail: {
      subject: 'Votre renouvellement est annulé',
      own: (title: string) =>
        `C’est noté : votre renouvellement pour ${theSeason(title)} est annulé, et votre place va à quelqu’un d’autre.`,
      staff: (title: string) => `Nous avons annulé votre renouvellement pour ${theSeason(title)}.`,
      back: 'Si vous changez d’avis, un clic suffit tant qu’il reste des places.',
      act: 'Voir mon adhésion',
    },
    /** What members are told of themselves, said to staff of the member. */
    staffReasons: {
      'renewal.not-open': 'Personne ne peut renouveler pour cette saison aujourd’hui.',
      'renewal.not-entitled':
        'Cette personne n’a pas d’adhésion qu’elle puisse renouveler. Elle peut déposer une candidature.',
      'renewal.done': 'Son adhésion à cette saison est déjà confirmée : il n’y a rien à faire.',
      'renewal.has-file':
        'Sa candidature pour cette saison est déjà à l’étude : la décision se prend dans son dossier.',
      'renewal.paid':
        'Sa cotisation est déjà reçue : l’adhésion est renouvelée. Pour y mettre fin, enregistrez un départ ; la cotisation sera rendue.',
    },
    reasons: {
      'renewal.not-asked': 'Ce renouvellement n’a pas été demandé : il n’y a rien à annuler.',
      'renewal.paid':
        'La cotisation est déjà reçue : l’adhésion est renouvelée. Pour y mettre fin, demandez un départ ; la cotisation sera rendue.',
      'renewal.other-round':
        'La page affichée était celle d’une demande plus ancienne ; le renouvellement a été demandé à nouveau depuis. Rien n’a été annulé.',
    },
  },
  {
    takeBack: {
      label: 'Cancel my renewal…',
      question: (title) => `Cancel your renewal for the ${title}?`,
      consequence:
        'The seat kept for you goes to somebody else. Your present membership is not affected; you may change your mind while there are seats.',
      confirm: 'Cancel my renewal',
      done: 'Your renewal is cancelled. Thank you for telling us.',
      already: 'Your renewal was cancelled already.',
      word: 'renewal cancelled',
      own: 'You cancelled this renewal.',
      byStaff: 'The team cancelled this renewal.',
      back: 'See my membership',
    },
    staffTakeBack: {
      label: 'Cancel this renewal…',
      question: 'Cancel this renewal?',
      consequence:
        'The seat kept is given back, and the person is told by mail. They may renew again while there are seats.',
      reason: 'A word for the person',
      reasonHint: 'It is part of the mail.',
      confirm: 'Cancel this renewal',
      done: 'The renewal is cancelled, the seat is given back.',
      already: 'This renewal was cancelled already.',
      file: (name) => `The renewal of ${name} is cancelled.`,
      timeline: 'Renewal cancelled',
      askedBy: 'Asked for on their behalf by',
      closedBy: 'Cancelled by',
    },
    renewFor: {
      panel: 'Renewal',
      act: (name) => `Renew for ${name}…`,
      short: 'Renew…',
      title: (name) => `Renew for ${name}`,
      lead: 'For who asks by phone or at the counter: no interview, one click is enough.',
      season: 'Season',
      fee: 'Fee',
      noFee: 'none',
      seat: 'Seat',
      seatKept: (number, until) => `no. ${number}, kept up to and including ${until}`,
      seatFree: 'to be taken, if one is left',
      answer: 'Answer so far',
      submit: 'Renew their membership',
      note: 'The person is told by mail. The fee is recorded next, right here.',
      noteFree: 'Without a fee: the membership is confirmed at once.',
      done: 'The renewal is noted. The fee remains to be recorded.',
      doneAlready: 'This renewal was noted already.',
      doneFree: 'The renewal is noted.',
      none: 'Nothing to renew',
      noneText:
        'No season is open to renewal for this person. Somebody who is no member any more may send an application.',
      toList: 'See the renewals',
      own: 'Your own renewal is asked for on your page.',
      toFile: 'Record the fee',
      wanted: 'asked for, fee awaited',
      renewed: (seat) => (seat > 0 ? `renewed, seat no. ${seat}` : 'renewed'),
      offered: 'no answer yet',
      declined: 'declined',
      what: 'Action',
    },
    todo: {
      wanted: (n) => counted(n, 'One renewal awaits its fee', 'renewals await their fee'),
      silent: (n) =>
        counted(n, 'One person has not answered about renewing', 'people have not answered about renewing'),
    },
    mail: {
      subject: 'Your renewal is cancelled',
      own: (title) =>
        `Noted: your renewal for the ${title} is cancelled, and your seat goes to somebody else.`,
      staff: (title) => `We cancelled your renewal for the ${title}.`,
      back: 'Should you change your mind, one step is enough while there are seats.',
      act: 'See my membership',
    },
    staffReasons: {
      'renewal.not-open': 'Nobody can renew for this season today.',
      'renewal.not-entitled':
        'This person has no membership that can be renewed. They may send an application.',
      'renewal.done': 'Their membership for this season is confirmed already: there is nothing to do.',
      'renewal.has-file':
        'Their application for this season is being looked at: the decision is made in their file.',
      'renewal.paid':
        'Their fee has come in: the membership is renewed. To end it, record a departure; the fee will be given back.',
    },
    reasons: {
      'renewal.not-asked': 'This renewal was not asked for: there is nothing to cancel.',
      'renewal.paid':
        'The fee has come in: the membership is renewed. To end it, ask to leave; the fee will be given back.',
      'renewal.other-round':
        'The page you had open showed an earlier request; the renewal was asked for again since. Nothing was cancelled.',
    },
  },
)
