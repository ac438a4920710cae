import { formatNumber, plural } from '@/core/lang'
import { onlineFr } from './online'

const n = (count: number) => formatNumber(count, 'fr')
const many = (count: number, one: string, other: string) => plural('fr', count, { one, other })

export const fr = {
  counter: {
    sentence: (taken: number, free: number) =>
      free === 0
        ? `${n(taken)} ${many(taken, 'adhésion', 'adhésions')}, plus de place libre`
        : `${n(taken)} ${many(taken, 'adhésion', 'adhésions')}, il reste ${n(free)} ${many(free, 'place', 'places')}`,
    held: (held: number) =>
      many(
        held,
        'Une place est gardée pour une personne acceptée, le temps de son règlement.',
        `${n(held)} places sont gardées pour des personnes acceptées, le temps de leur règlement.`,
      ),
    upcoming: (date: string) => `Les candidatures ouvrent le ${date}.`,
    closed: 'Cette saison est close.',
    until: (date: string) => `Candidatures possibles jusqu’au ${date}.`,
    none: 'Aucune saison n’est annoncée pour l’instant. Revenez bientôt.',
    act: 'Découvrir l’adhésion',
    name: 'Places de la saison',
  },
  about: {
    title: 'Adhérer',
    lead: 'Une association de télétravailleurs indépendants, à taille humaine : on y entre après une conversation, on y apprend, puis on transmet.',
    act: 'Déposer ma candidature',
    myFile: 'Voir ma candidature',
    member: 'Vous êtes déjà des nôtres : votre extranet vous attend.',
    toExtranet: 'Ouvrir mon extranet',
    full: 'Toutes les places sont prises. Vous pouvez candidater : nous vous écrirons si une place se libère.',
    what: 'Ce que l’adhésion ouvre',
    whatItems: [
      'L’entraide payée en temps : une aide reçue se rend à qui l’on veut, en TS (téléservices).',
      'La banque de missions, où l’on répond à plusieurs plutôt que chacun pour soi.',
      'L’annuaire, le forum et le fil, pour se présenter et se conseiller.',
      'Un accompagnement suivi : quelqu’un prend de vos nouvelles, toute la saison.',
    ].join('\n'),
    fee: (amount: string) =>
      `La cotisation est de ${amount} pour la saison, à régler seulement après votre acceptation. Sur simple demande, elle vous est rendue.`,
    free: 'L’adhésion est gratuite cette saison.',
    steps: 'Comment ça se passe',
    stepItems: [
      [
        'Vous vous présentez',
        'Un formulaire : votre activité, vos savoir-faire, ce qui vous amène. Dix minutes.',
      ],
      ['Nous parlons', 'Un entretien, sur place ou à distance, pour nous connaître. Personne n’entre sans.'],
      [
        'Nous vous répondons',
        'Oui ou non, toujours avec une explication. Si c’est oui, une place vous est gardée.',
      ],
      [
        'Vous réglez votre cotisation',
        'En espèces, par chèque ou par virement. Votre place est confirmée aussitôt.',
      ],
      [
        'Vous êtes chez vous',
        'L’extranet s’ouvre, avec des TS de bienvenue pour demander une première aide.',
      ],
    ]
      .map((pair) => pair.join('\n'))
      .join('\n\n'),
  },
  form: {
    title: 'Ma candidature',
    lead: 'Écrivez comme vous parleriez : nous lisons nous-mêmes chaque candidature. Tout tient sur cette page.',
    you: 'Vous',
    name: 'Prénom et nom',
    email: 'Adresse électronique',
    emailHint: 'Nous vous répondrons à cette adresse.',
    emailSignedIn: (email: string) => `Nous vous répondrons à ${email}.`,
    phone: 'Téléphone',
    phoneHint: 'Pour convenir plus vite de l’entretien.',
    work: 'Votre travail',
    activity: 'Votre activité, en une ligne',
    activityHint: 'Par exemple : traductrice du japonais, à Rennes.',
    skills: 'Vos savoir-faire',
    skillsHint: 'Ce que vous savez faire et pourriez apprendre à d’autres. Un par ligne.',
    motives: 'Ce qui vous amène',
    motivesHint: 'Ce que vous cherchez, ce que vous aimeriez apporter. Quelques phrases suffisent.',
    consents: 'Nos engagements',
    charter:
      'J’ai compris le principe : chaque aide se rend, chaque contrepartie est évaluée, personne ne donne sans jamais recevoir.',
    privacy: 'J’accepte que l’association garde ces renseignements pour étudier ma candidature.',
    privacyHint:
      'Seule l’équipe les lit. Vous pouvez à tout moment les faire corriger ou effacer, en nous écrivant.',
    submit: 'Déposer ma candidature',
    submitNote: 'Sans engagement : vous ne payez rien aujourd’hui.',
    notOpen: 'Les candidatures ne sont pas ouvertes',
    back: 'Revenir à la page de l’adhésion',
  },
  thanks: {
    title: 'Merci, c’est bien arrivé',
    lead: 'Un courriel vient de partir vers votre boîte. Pensez à regarder dans les indésirables.',
    next: 'Et maintenant ?',
    items: [
      'Nous lisons votre candidature, en général dans la semaine.',
      'Nous vous proposons un entretien par courriel.',
      'Le courriel contient un lien pour choisir un mot de passe : vous pourrez alors suivre votre candidature.',
    ].join('\n'),
    act: 'Revenir à l’accueil',
  },
  mine: {
    title: 'Ma candidature',
    none: 'Aucune candidature à votre nom',
    noneText: 'Si vous venez de la déposer, elle apparaît ici en quelques secondes. Sinon, c’est le moment.',
    history: 'Historique',
    season: (title: string) => `Pour la ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    sentence: {
      received: 'Nous avons votre candidature. Nous vous proposerons bientôt un entretien.',
      planned: (when: string) => `Nous vous attendons pour l’entretien le ${when}.`,
      plannedPast: (when: string) =>
        `Votre entretien était prévu le ${when}. Nous en faisons le compte rendu.`,
      interviewed: 'Merci pour cet entretien. Nous vous donnerons notre réponse par courriel.',
      accepted: (until: string) =>
        `Votre candidature est acceptée. Une place vous est gardée jusqu’au ${until} inclus.`,
      acceptedNoSeatNeeded: 'Votre candidature est acceptée. Il reste à régler votre cotisation.',
      acceptedLost:
        'Votre candidature est acceptée. Le temps de règlement est passé et votre place a été libérée, mais rien n’est perdu : réglez votre cotisation et, s’il reste une place, elle est à vous.',
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
  },
  timeline: {
    received: 'Candidature déposée',
    interview: 'Entretien',
    reported: 'Compte rendu rédigé',
    accepted: 'Candidature acceptée',
    refused: 'Candidature refusée',
    held: (until: string) => `Place gardée jusqu’au ${until} inclus`,
    lost: 'Place libérée : le délai de règlement est passé',
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
  online: onlineFr,
  embed: {
    title: 'Compteur pour d’autres sites',
    lead: 'Les places de la saison, à jour d’elles-mêmes, sur le site d’un partenaire ou dans votre lettre. Choisissez, copiez, collez.',
    choose: 'Aspect',
    lang: 'Langue',
    langs: { fr: 'français', en: 'anglais' },
    theme: 'Couleurs',
    themes: { auto: 'comme le lecteur', light: 'claires', dark: 'sombres' },
    season: 'Saison',
    current: 'celle du moment',
    show: 'Montrer',
    copy: 'Copier',
    copied: 'Copié',
    preview: 'Ce que voient les visiteurs',
    element: {
      title: 'Élément vivant',
      text: 'Le plus beau : il suit chaque place sans que la page soit rechargée. Le texte placé dedans paraît là où les scripts sont bloqués.',
      inside: 'Adhésion : voir les places de la saison',
    },
    frame: {
      title: 'Cadre',
      text: 'Pour les sites qui acceptent un cadre mais pas de script. Il se tient à jour de lui-même, et reste complet sans script.',
      inside: 'Places de la saison',
    },
    image: {
      title: 'Image',
      text: 'Partout où une image peut aller : lettre d’information, page sans script. Elle montre les places à l’ouverture de la page.',
    },
    json: {
      title: 'Données',
      text: 'Pour un programme : chiffres et phrases dans les deux langues, ouverts à tous les sites. Une demande toutes les trente secondes suffit.',
    },
    policy: {
      title: 'Si le site restreint ce qu’il charge',
      text: 'Certains sites annoncent une politique de sécurité (Content-Security-Policy). La personne qui s’en occupe y ajoute ce qui suit, selon ce que vous avez choisi :',
    },
    privacy:
      'Le compteur ne dépose aucun cookie, ne garde rien chez le visiteur et ne dit à personne qui l’a regardé.',
  },
  office: {
    title: 'Candidatures',
    lead: 'Une personne, un dossier, un geste à la fois.',
    tabs: 'États',
    views: {
      received: 'Reçues',
      'interview-planned': 'Entretiens',
      interviewed: 'À décider',
      accepted: 'À régler',
      joined: 'Confirmées',
      refused: 'Refusées',
    },
    all: 'Toutes',
    todo: 'À traiter',
    search: 'Chercher un nom ou une adresse',
    season: 'Saison',
    caption: 'Candidatures',
    name: 'Personne',
    activity: 'Activité',
    state: 'État',
    since: 'Déposée',
    next: 'Prochain geste',
    empty: 'Aucune candidature ici',
    emptyText: 'Élargissez la recherche, ou revenez plus tard : les nouvelles arrivent dans « À traiter ».',
    emptyAct: 'Voir toutes les candidatures',
    count: (count: number) => `${n(count)} ${many(count, 'candidature', 'candidatures')}`,
    act: {
      received: 'Fixer un entretien',
      'interview-planned': 'Rédiger le compte rendu',
      interviewed: 'Décider',
      accepted: 'Enregistrer la cotisation',
      joined: 'Rien à faire',
      refused: 'Rien à faire',
    },
    due: (when: string) => `Entretien ${when}`,
    file: {
      about: 'La personne',
      email: 'Courriel',
      phone: 'Téléphone',
      activity: 'Activité',
      skills: 'Savoir-faire',
      motives: 'Motivations',
      season: 'Saison',
      interview: 'Entretien',
      report: 'Compte rendu',
      reason: 'Motif donné',
      decidedBy: 'Décidé par',
      charter: 'Charte et données',
      consent: (date: string) => `Accords donnés le ${date}`,
      history: 'Historique',
      seat: 'Place',
      seatHeld: (number: number, until: string) => `n° ${number}, gardée jusqu’au ${until} inclus`,
      seatConfirmed: (number: number) => `n° ${number}, confirmée`,
      seatNone: 'aucune',
      program: 'le programme',
      noContact: 'Le compte de cette personne se crée ; rouvrez le dossier dans quelques secondes.',
      sentence: {
        received: (name: string) => `${name} attend que nous proposions un entretien.`,
        'interview-planned': (name: string) =>
          `L’entretien de ${name} est fixé. Il reste à en faire le compte rendu.`,
        interviewed: (name: string) => `L’entretien est fait : ${name} attend notre réponse.`,
        accepted: (name: string) => `La candidature de ${name} est acceptée ; nous attendons sa cotisation.`,
        paid: (name: string) =>
          `La cotisation de ${name} est enregistrée ; la place et l’adhésion se confirment.`,
        unseated: (name: string) =>
          `La cotisation de ${name} est enregistrée, mais plus aucune place n’est libre. Libérez une place ou ajoutez-en une : elle lui reviendra d’elle-même.`,
        joined: (name: string) => `L’adhésion de ${name} est confirmée.`,
        refused: (name: string) => `La candidature de ${name} est refusée.`,
      },
      own: 'C’est votre propre dossier : un autre permanent doit le traiter.',
      notYours: 'La suite revient à un permanent chargé de ce domaine.',
    },
    plan: {
      title: 'Fixer l’entretien',
      again: 'Déplacer l’entretien',
      at: 'Date et heure',
      atHint: 'Heure de Paris.',
      place: 'Lieu ou lien',
      placeHint: 'Une adresse, un numéro à appeler ou un lien de visioconférence. La personne le recevra.',
      submit: 'Fixer l’entretien',
      note: 'Un courriel part à la personne.',
      done: 'L’entretien est fixé, la personne est prévenue.',
    },
    report: {
      title: 'Compte rendu de l’entretien',
      label: 'Compte rendu',
      hint: 'Pour l’équipe seulement : qui est cette personne, ce qu’elle cherche, ce qu’elle apporte.',
      submit: 'Enregistrer le compte rendu',
      done: 'Le compte rendu est enregistré. Il reste à décider.',
      edit: 'Corriger le compte rendu',
    },
    accept: {
      title: 'Décider',
      submit: 'Accepter la candidature',
      note: (days: number) => `Une place est gardée ${n(days)} jours, un courriel dit comment payer.`,
      done: 'La candidature est acceptée, une place est gardée.',
    },
    refuse: {
      label: 'Refuser la candidature…',
      question: 'Refuser cette candidature ?',
      consequence:
        'La personne recevra un courriel courtois avec le motif, tel que vous l’écrivez. Le refus ne se reprend pas.',
      reason: 'Motif, pour la personne',
      reasonHint: 'Adressez-vous à elle : « Vous cherchez… nous ne pourrions pas… ».',
      submit: 'Refuser la candidature',
      done: 'La candidature est refusée, la personne est prévenue.',
    },
    pay: {
      title: 'Enregistrer la cotisation',
      amount: 'Montant reçu',
      amountHint: (due: string) => `Montant dû : ${due}.`,
      method: 'Moyen',
      receivedOn: 'Reçue le',
      reference: 'Référence',
      referenceHint: 'Numéro du chèque ou libellé du virement.',
      submit: 'Enregistrer la cotisation',
      note: 'La place est confirmée et l’extranet s’ouvre. Un paiement enregistré ne se modifie pas.',
      done: 'La cotisation est enregistrée : la place et l’adhésion se confirment.',
      already: 'Cette cotisation était déjà enregistrée ; rien n’a changé.',
    },
    free: {
      label: 'Libérer la place…',
      question: 'Libérer cette place ?',
      consequence:
        'La place redevient libre pour d’autres. La personne reste acceptée et pourra payer s’il reste des places.',
      submit: 'Libérer la place',
      done: 'La place est libérée.',
    },
  },
  todo: {
    study: (count: number) => many(count, 'Une candidature à étudier', `${n(count)} candidatures à étudier`),
    interviews: (count: number) =>
      many(
        count,
        'Un compte rendu d’entretien à rédiger',
        `${n(count)} comptes rendus d’entretien à rédiger`,
      ),
    decide: (count: number) => many(count, 'Une décision à prendre', `${n(count)} décisions à prendre`),
    payments: (count: number) => many(count, 'Une cotisation attendue', `${n(count)} cotisations attendues`),
    unseated: (count: number) =>
      many(count, 'Une cotisation reçue sans place libre', `${n(count)} cotisations reçues sans place libre`),
  },
  reasons: {
    'season.unknown': 'Cette saison n’existe pas ou plus. Rechargez la page.',
    'season.not-open':
      'Les candidatures ne sont pas ouvertes en ce moment. La page de l’adhésion annonce les dates.',
    'seat.none-left':
      'Toutes les places sont prises : rien n’a été enregistré. Libérez une place ou augmentez leur nombre dans la saison, puis recommencez.',
    'seat.unknown': 'Cette place n’existe pas. Rechargez la page.',
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
    'staff.not-allowed': 'Ce geste revient à un permanent chargé de ce domaine. Demandez-lui.',
    capTooLow: ({ taken, cap }: { taken: number; cap: number }) =>
      `Impossible de descendre à ${n(cap)} places : ${n(taken)} sont prises ou gardées. Indiquez au moins ${n(taken)}.`,
    wrongAmount: (due: string) => `Le montant dû est de ${due} exactement. Corrigez le montant.`,
    alreadyRecorded: (on: string) =>
      `Une autre cotisation est déjà enregistrée pour ce dossier, reçue le ${on}. Vérifiez avant d’aller plus loin.`,
  },
  mails: {
    hello: (name: string) => `Bonjour ${name},`,
    bye: 'Bien à vous,',
    signature: 'L’équipe de l’association',
    reply: 'Vous pouvez répondre à ce courriel, une personne vous lira.',
    myFile: 'Suivre ma candidature',
    received: {
      subject: 'Votre candidature nous est bien parvenue',
      text: 'Merci d’avoir pris le temps de vous présenter. Nous lisons votre candidature et vous proposerons un entretien par courriel.',
      password:
        'Pour suivre votre candidature, choisissez d’abord un mot de passe : demandez le lien sur la page ci-dessous, avec cette adresse.',
      passwordAct: 'Choisir mon mot de passe',
    },
    known: {
      subject: 'Nous connaissons déjà votre adresse',
      text: 'Une candidature vient d’être déposée avec votre adresse, qui nous est déjà connue. Rien n’a été modifié.',
      act: 'Pour retrouver votre dossier, connectez-vous. Si vous avez oublié votre mot de passe, la page de connexion vous aidera.',
      notYou: 'Si ce n’était pas vous, il n’y a rien à faire.',
    },
    planned: {
      subject: 'Votre entretien',
      text: (when: string) => `Nous serons heureux de vous rencontrer le ${when} (heure de Paris).`,
      place: (place: string) => `Où : ${place}`,
      move: 'Un empêchement ? Répondez à ce courriel, nous trouverons une autre date.',
    },
    accepted: {
      subject: 'Votre candidature est acceptée',
      text: 'Bonne nouvelle : nous serions heureux de vous compter parmi nous.',
      due: (amount: string, until: string) =>
        `Une place vous est gardée jusqu’au ${until} inclus. Il reste à régler votre cotisation de ${amount}.`,
    },
    refused: {
      subject: 'Votre candidature',
      text: 'Merci pour le temps et la confiance que vous nous avez accordés. Nous ne donnons pas suite à votre candidature cette fois-ci.',
      wish: 'Nous vous souhaitons de belles rencontres pour la suite.',
    },
    expired: {
      subject: 'Votre place a été libérée',
      text: 'Le délai pour régler votre cotisation est passé, et la place qui vous était gardée est redevenue libre.',
      back: 'Rien n’est perdu : réglez votre cotisation et, s’il reste une place, elle est à vous. Écrivez-nous si quelque chose vous retient.',
    },
    welcome: {
      subject: 'Bienvenue parmi nous',
      text: (season: string) => `Votre adhésion est confirmée (${season}).`,
      seat: (seat: number) => `Votre place porte le numéro ${seat}.`,
      next: 'L’extranet vous est ouvert : présentez-vous dans votre profil, puis demandez une première aide avec vos TS de bienvenue.',
      act: 'Ouvrir mon extranet',
    },
  },
}
