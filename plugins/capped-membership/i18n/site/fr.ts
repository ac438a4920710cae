import { formatNumber, plural } from '@/core/lang'

const n = (count: number) => formatNumber(count, 'fr')
const many = (count: number, one: string, other: string) => plural('fr', count, { one, other })

export const siteFr = {
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
    consents: 'Vos accords',
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
      'Vous choisissez un créneau d’entretien, ou nous vous proposons une date par courriel.',
      'Choisissez un mot de passe, par le bouton ci-dessous : vous pourrez alors suivre votre candidature.',
    ].join('\n'),
    act: 'Revenir à l’accueil',
  },
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
}
