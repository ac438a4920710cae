/** French counts 0 and 1 as one. */
const many = (n: number, one: string, other: string): string => (n > 1 ? other : one)

/** Texts of mutual help, in French. Typography (narrow spaces, apostrophes) is set by src/ui. */
export const fr = {
  title: 'Entraide',
  lead: 'Demandez un coup de main à un autre adhérent, ou donnez le vôtre : tout se compte en TS, jamais en euros.',
  ask: 'Demander de l’aide',
  menu: 'Entraide',
  list: {
    todo: 'À vous de jouer',
    running: 'En cours',
    past: 'Terminés récemment',
    all: 'Tous les échanges',
    allPast: 'Voir tous les échanges terminés',
    emptyTitle: 'Aucun échange pour le moment',
    empty:
      'Un devis à relire, un site à dépanner, une langue à pratiquer : quelqu’un de l’association sait le faire.',
    noneFound: 'Aucun échange ne correspond à ces filtres.',
    clear: 'Voir tous mes échanges',
    nothingTodo: 'Rien ne vous attend. Les échanges en cours avancent de l’autre côté.',
    state: 'État',
    anyState: 'Tous les états',
    over: 'Terminés (tous)',
    side: 'Votre rôle',
    anySide: 'Tous',
    asRequester: 'Je demande',
    asHelper: 'J’aide',
    with: 'Avec',
    subject: 'Objet',
    cost: 'Coût',
    since: 'Depuis',
    count: (n: number) => (n > 1 ? `${n} échanges` : `${n} échange`),
  },
  form: {
    title: 'Demander de l’aide',
    chooseTitle: 'Qui pourrait vous aider ?',
    chooseLead: 'Cherchez un savoir-faire, un nom ou une commune, puis choisissez une personne.',
    search: 'Rechercher un adhérent',
    found: 'Adhérents trouvés',
    suggestions: 'Quelques adhérents',
    everyone: 'Voir tout l’annuaire',
    none: 'Personne ne correspond à cette recherche.',
    noneHint: 'Essayez un mot plus court, ou un autre savoir-faire.',
    choose: 'Demander',
    chooseWhom: (name: string) => `Demander à ${name}`,
    yourself: 'vous',
    to: (name: string) => `Demander de l’aide à ${name}`,
    other: 'Choisir quelqu’un d’autre',
    back: 'Revenir à l’entraide',
    subject: 'En une ligne, de quoi s’agit-il ?',
    subjectHint: 'Par exemple : relire mon contrat de prestation.',
    need: 'Que faudrait-il faire ?',
    needHint: 'Ce que vous attendez, pour quand, et ce que vous avez déjà.',
    hours: 'Durée prévue',
    hoursHint: 'En heures, par demi-heures : 1,5 pour une heure et demie.',
    amount: 'Ce que vous proposez',
    amountHint: 'Le repère : 5 TS pour 3 heures. Vous en décidez ensemble.',
    send: (name: string) => `Envoyer ma demande à ${name}`,
    sendNote: 'Rien n’est réservé tant que la personne n’a pas accepté.',
    funds: (n: number) => `Vous avez ${n} TS ${many(n, 'disponible', 'disponibles')}.`,
    noFunds:
      'Vous n’avez pas de TS disponibles. Vous pouvez demander quand même : ils seront nécessaires au moment de l’acceptation.',
    errors: {
      title: 'Dites en une ligne de quoi il s’agit (3 à 120 caractères).',
      need: 'Décrivez votre besoin en quelques phrases (10 à 4000 caractères).',
      hours: 'Indiquez une durée d’au moins une demi-heure, par demi-heures : 0,5 ; 1 ; 1,5…',
      amount: (max: number) => `Indiquez un nombre entier de TS, de 1 à ${max}.`,
      rating: 'Choisissez une note de 1 à 5.',
      comment: 'Gardez le commentaire sous 2000 caractères.',
    },
    sent: (name: string) => `Votre demande est envoyée : ${name} reçoit un courriel.`,
  },
  /** One sentence says where an exchange stands, to each side. `other` is the other person's name. */
  sentence: {
    askedHelper: (other: string) => `${other} vous demande de l’aide : à vous de répondre.`,
    askedRequester: (other: string) => `Votre demande est envoyée. ${other} n’a pas encore répondu.`,
    accepting: 'L’acceptation est en cours : les TS sont en train d’être réservés.',
    shortRequester: (other: string, n: number) =>
      `${other} est d’accord, mais il vous manque des TS : il en faut ${n} disponibles pour que son acceptation aboutisse.`,
    shortHelper: (other: string) =>
      `Vous êtes d’accord, mais ${other} n’a pas encore assez de TS disponibles. Réessayez un peu plus tard.`,
    acceptedHelper: (other: string, n: number) =>
      `${n} TS ${many(n, 'est réservé', 'sont réservés')} pour vous. Quand l’aide sera donnée, dites-le ici et ${other} pourra l’évaluer.`,
    acceptedRequester: (other: string, n: number) =>
      `${other} a accepté. ${n} TS ${many(n, 'est réservé', 'sont réservés')} sur votre compte jusqu’à votre évaluation.`,
    deliveredRequester: (other: string, days: number) =>
      days < 1
        ? `${other} attend votre évaluation.`
        : `${other} attend votre évaluation depuis ${days} ${many(days, 'jour', 'jours')}.`,
    deliveredHelper: (other: string) =>
      `L’aide est donnée. C’est à ${other} de l’évaluer ; les TS vous seront versés ensuite.`,
    evaluated: 'L’évaluation est enregistrée ; le versement des TS est en cours.',
    settledHelper: (other: string, n: number) => `${other} vous a versé ${n} TS. Merci pour votre aide.`,
    settledRequester: (other: string, n: number) =>
      `Vous avez versé ${n} TS à ${other}. L’échange est terminé.`,
    disputed: 'L’évaluation signale un problème : le bureau examine l’échange, les TS restent réservés.',
    releasedRequester: (n: number) =>
      `L’échange s’arrête sans versement. ${many(n, 'Le TS réservé est de nouveau disponible', `Les ${n} TS sont de nouveau disponibles`)}.`,
    releasedHelper: 'L’échange s’arrête sans versement, après examen par le bureau.',
    declinedRequester: (other: string) => `${other} ne peut pas vous aider cette fois. Rien n’a été débité.`,
    declinedHelper: 'Vous avez décliné cette demande.',
    cancelled: 'L’échange est annulé. Aucun TS n’a changé de compte.',
    freeing: 'Les TS réservés sont en train d’être rendus.',
    expired: 'Le délai est passé : l’échange s’est arrêté de lui-même, sans mouvement de TS.',
    staff: (requester: string, helper: string) =>
      `Échange entre ${requester} (demandeur) et ${helper} (aidant).`,
  },
  short: {
    asked: 'demande envoyée',
    answer: 'à vous de répondre',
    deliver: 'à vous d’aider, puis de le dire ici',
    evaluate: 'attend votre évaluation',
  },
  act: {
    accept: (n: number) => `Accepter d’aider pour ${n} TS`,
    acceptNote: (other: string, n: number) =>
      `${n} TS de ${other} ${many(n, 'sera réservé tout de suite, et versé', 'seront réservés tout de suite, et versés')} sur votre compte après son évaluation.`,
    decline: 'Décliner…',
    declineQuestion: 'Décliner cette demande ?',
    declineConsequence: (other: string) =>
      `${other} recevra un message et pourra demander à quelqu’un d’autre.`,
    declineConfirm: 'Décliner la demande',
    deliver: 'J’ai donné mon aide',
    deliverNote: (other: string) =>
      `${other} recevra une invitation à évaluer. L’échange ne pourra plus être annulé ensuite.`,
    cancel: 'Annuler l’échange…',
    cancelQuestion: 'Annuler cet échange ?',
    cancelConsequence: 'L’autre personne en sera prévenue. On ne peut pas revenir en arrière.',
    cancelHeld: (n: number) =>
      `${many(n, 'Le TS réservé sera rendu', `Les ${n} TS réservés seront rendus`)}. L’autre personne en sera prévenue. On ne peut pas revenir en arrière.`,
    cancelConfirm: 'Annuler l’échange',
    evaluateTitle: 'Votre évaluation',
    staffEvaluateTitle: 'Évaluer à la place du demandeur',
    rating: 'Comment cela s’est-il passé ?',
    ratings: {
      5: '5 – au-delà de ce qui était convenu',
      4: '4 – très bien',
      3: '3 – comme convenu',
      2: '2 – en partie seulement',
      1: '1 – pas du tout',
    },
    ratingHint: 'Avec 1 ou 2, rien n’est versé : le bureau prend contact avec vous deux avant de décider.',
    comment: 'Un mot sur l’aide reçue',
    commentHint: 'La personne qui vous a aidé et le bureau pourront le lire.',
    evaluate: 'Enregistrer mon évaluation',
    evaluateNote: (other: string, n: number) =>
      `À partir de la note 3, ${n} TS ${many(n, 'est versé', 'sont versés')} aussitôt à ${other}. C’est définitif.`,
    pay: (n: number) => `Verser ${n} TS`,
    staffNote: 'Votre décision est enregistrée à votre nom. Elle est définitive.',
    release: 'Rendre les TS au demandeur…',
    releaseQuestion: 'Rendre les TS au demandeur ?',
    releaseConsequence: (n: number) =>
      `${many(n, 'Le TS réservé redevient disponible', `Les ${n} TS réservés redeviennent disponibles`)} pour le demandeur, l’aidant ne reçoit rien. Les deux en sont prévenus. C’est définitif.`,
    releaseConfirm: 'Rendre les TS',
    changeMind: 'Le problème est réglé entre vous ? Donnez une nouvelle note, les TS seront versés.',
  },
  done: {
    accept: (n: number) => `C’est accepté : ${n} TS ${many(n, 'est réservé', 'sont réservés')} pour vous.`,
    acceptPending: 'Votre accord est enregistré. La réservation des TS se termine dans un instant.',
    decline: 'La demande est déclinée, la personne en est prévenue.',
    deliver: 'C’est noté. L’évaluation vient d’être demandée.',
    cancel: 'L’échange est annulé, l’autre personne en est prévenue.',
    settled: (n: number, other: string) =>
      `Merci. ${n} TS ${many(n, 'a été versé', 'ont été versés')} à ${other}.`,
    settling: 'Merci. Votre évaluation est enregistrée ; le versement se termine dans un instant.',
    disputed: 'Merci de l’avoir dit. Le bureau vous contactera ; d’ici là les TS restent réservés.',
    release: 'Les TS sont rendus au demandeur. Les deux personnes en sont prévenues.',
  },
  facts: {
    requester: 'Demandé par',
    helper: 'Aide donnée par',
    cost: 'Coût',
    hours: 'Durée prévue',
    /** By half hours: « 30 min », « 2 h », « 2 h 30 ». */
    hoursValue: (n: number) =>
      [Math.floor(n) > 0 && `${Math.floor(n)} h`, n % 1 > 0 && (n < 1 ? '30 min' : '30')]
        .filter(Boolean)
        .join(' '),
    deadline: 'Réponse attendue',
    deliverBy: 'Aide à donner avant',
    need: 'Le besoin',
    rating: 'Évaluation',
    ratingValue: (n: number) => `${n} sur 5`,
    by: 'par',
    staff: 'le bureau',
    unknown: 'Ancien adhérent',
  },
  history: {
    title: 'Historique',
    asked: (name: string) => `Demande de ${name}`,
    short: 'Acceptation remise à plus tard : TS insuffisants',
    accepted: (name: string, n: number) => `Accepté par ${name}, ${n} TS ${many(n, 'réservé', 'réservés')}`,
    delivered: 'Aide donnée',
    disputed: 'Problème signalé',
    evaluated: (n: number) => `Évalué : ${n} sur 5`,
    settled: (n: number) => `${n} TS ${many(n, 'versé', 'versés')}`,
    declined: 'Décliné',
    cancelled: 'Annulé',
    expired: 'Arrêté à l’échéance',
    released: 'TS rendus au demandeur',
    nextAccept: 'Réponse',
    nextDeliver: 'Aide donnée',
    nextEvaluate: 'Évaluation',
    nextSettle: 'Versement des TS',
  },
  today: {
    answer: (other: string, title: string) => `${other} vous demande de l’aide : « ${title} ».`,
    answerAct: 'Répondre',
    deliver: (other: string, title: string) => `${other} compte sur vous : « ${title} ».`,
    deliverAct: 'Voir l’échange',
    evaluate: (other: string, days: number) =>
      days < 1
        ? `${other} attend votre évaluation.`
        : `${other} attend votre évaluation depuis ${days} ${many(days, 'jour', 'jours')}.`,
    evaluateAct: 'Évaluer',
    someone: 'Un adhérent',
  },
  desk: {
    title: 'Entraide : à examiner',
    lead: 'Les échanges contestés, puis ceux dont l’évaluation se fait attendre. Vous pouvez évaluer à la place du demandeur.',
    disputed: 'Contestés',
    silent: (days: number) => `Sans évaluation depuis plus de ${days} jours`,
    owing: 'Écritures en attente',
    owingLead:
      'Reprises d’elles-mêmes toutes les minutes ; une ligne qui reste ici mérite un coup d’œil au journal.',
    empty: 'Aucun échange ne demande d’examen.',
    emptyHint: 'Les contestations et les évaluations en retard s’afficheront ici.',
    caption: 'Échanges à examiner',
    open: 'Examiner',
    todo: (n: number) => many(n, 'Un échange à examiner', `${n} échanges à examiner`),
    between: 'Entre',
    rating: 'Note',
  },
  mails: {
    hello: (name: string) => `Bonjour ${name},`,
    open: 'Voir l’échange',
    asked: {
      subject: (other: string) => `${other} vous demande de l’aide`,
      body: (other: string, title: string, n: number) =>
        `${other} aimerait votre aide pour « ${title} » et propose ${n} TS. Vous pouvez accepter ou décliner en deux clics.`,
    },
    accepted: {
      subject: (other: string) => `${other} accepte de vous aider`,
      body: (other: string, title: string, n: number) =>
        `${other} a accepté votre demande « ${title} ». ${n} TS ${many(n, 'est réservé sur votre compte ; il sera versé', 'sont réservés sur votre compte ; ils seront versés')} après votre évaluation.`,
    },
    declined: {
      subject: (other: string) => `${other} ne peut pas vous aider cette fois`,
      body: (other: string, title: string) =>
        `${other} a décliné votre demande « ${title} ». Rien n’a été débité ; d’autres adhérents peuvent sans doute vous aider.`,
    },
    short: {
      subject: 'Il vous manque des TS pour cet échange',
      body: (other: string, title: string, n: number) =>
        `${other} est d’accord pour « ${title} », mais votre compte n’a pas ${n} TS disponibles. Aider un adhérent vous en rapportera ; vous pouvez aussi convenir ensemble d’un coût plus bas par une nouvelle demande.`,
    },
    delivered: {
      subject: (other: string) => `${other} attend votre évaluation`,
      body: (other: string, title: string, n: number) =>
        `${other} vous a apporté son aide pour « ${title} ». Dites comment cela s’est passé : ${many(n, 'le TS réservé lui sera alors versé', `les ${n} TS réservés lui seront alors versés`)}.`,
    },
    settled: {
      subject: (_other: string, n: number) =>
        `${n} TS ${many(n, 'vient de vous être versé', 'viennent de vous être versés')}`,
      body: (other: string, title: string, n: number) =>
        `L’aide que vous avez donnée à ${other} pour « ${title} » a été évaluée : ${n} TS ${many(n, 'est arrivé', 'sont arrivés')} sur votre compte. Merci.`,
    },
    disputed: {
      subject: 'Un échange est examiné par le bureau',
      body: (_other: string, title: string) =>
        `L’évaluation de « ${title} » signale un problème. Le bureau va vous écrire avant de décider ; d’ici là les TS restent réservés.`,
    },
    released: {
      subject: 'Un échange s’arrête sans versement',
      body: (_other: string, title: string, n: number) =>
        `Après examen, l’échange « ${title} » s’arrête : ${many(n, 'le TS réservé est rendu', `les ${n} TS réservés sont rendus`)} au demandeur. Vous pouvez répondre à ce message pour en parler.`,
    },
    cancelled: {
      subject: (other: string) => `${other} a annulé un échange`,
      body: (other: string, title: string) =>
        `${other} a annulé l’échange « ${title} ». Aucun TS n’a changé de compte.`,
    },
    expired: {
      subject: 'Un échange est arrivé à échéance',
      body: (_other: string, title: string) =>
        `L’échange « ${title} » s’est arrêté à son échéance. Aucun TS n’a changé de compte ; une nouvelle demande reste possible.`,
    },
  },
  reasons: {
    unknown: 'Cet échange n’existe pas. Retrouvez les vôtres dans Entraide.',
    notYours: 'Seules les deux personnes de cet échange peuvent y agir.',
    notYourTurn: 'Cette étape revient à l’autre personne. Vous recevrez un message dès qu’elle l’aura faite.',
    ownCounterpart: 'Vous prenez part à cet échange : demandez à un autre membre du bureau de le juger.',
    self: 'Choisissez un autre adhérent que vous-même.',
    alreadyAsked:
      'Ce formulaire avait déjà servi à une autre demande, qui est partie. Pour envoyer celle-ci aussi, validez de nouveau.',
    helperUnavailable:
      'Cette personne ne peut pas recevoir de demande en ce moment. Choisissez-en une autre.',
    amountInvalid: (max: number) => `Indiquez un nombre entier de TS, de 1 à ${max}.`,
    hoursInvalid: (max: number) => `Indiquez une durée d’une demi-heure à ${max} heures, par demi-heures.`,
    ratingInvalid: 'Choisissez une note de 1 à 5.',
    tooEarly: 'Cette étape viendra plus tard : regardez où en est l’échange ci-dessous.',
    tooLate: 'L’échange a avancé entre-temps : voici où il en est.',
    expired: 'Le délai est passé. Convenez d’une nouvelle demande si l’aide est toujours utile.',
    underWay: 'L’étape précédente se termine. Rechargez la page dans un instant.',
    short:
      'L’autre personne n’a pas assez de TS disponibles pour l’instant ; elle vient d’en être prévenue. Vous pourrez accepter dès que ce sera le cas.',
    accountRefused:
      'Un des deux comptes TS ne peut pas recevoir cette réservation. Écrivez au bureau, qui regardera avec vous.',
    changed: 'L’échange a changé au même moment. Voici où il en est ; recommencez si besoin.',
  },
}
