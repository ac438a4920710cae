import { formatNumber, plural } from '@/core/lang'

const n = (count: number) => formatNumber(count, 'fr')
const many = (count: number, one: string, other: string) => plural('fr', count, { one, other })
const hours = (count: number) => `${n(count)} ${many(count, 'heure', 'heures')}`

/** Texts of the form's confirmation, of drafts and of interview slots. */
export const applicationsFr = {
  invitation: {
    summary: 'Entretien avec l’association',
    description: 'Pour suivre votre candidature ou déplacer l’entretien :',
    file: 'entretien.ics',
  },
  pick: {
    title: 'Choisir un créneau',
    lead: 'Touchez l’heure qui vous convient : elle est à vous aussitôt, et vous recevez l’invitation par courriel.',
    move: 'Déplacer l’entretien',
    moveLead: (count: number) =>
      `Choisissez une autre heure ; l’ancienne est rendue aussitôt. C’est possible jusqu’à ${hours(count)} avant l’entretien.`,
    moveLate: (count: number) =>
      `L’entretien est dans moins de ${hours(count)}. Un empêchement ? Répondez à notre dernier courriel.`,
    none: 'Nous n’avons pas de créneau à proposer pour l’instant : nous vous écrirons pour convenir d’une date.',
    noneElse:
      'Il n’y a pas d’autre créneau pour l’instant. Un empêchement ? Répondez à notre dernier courriel.',
    at: (when: string, place: string) => `${when}, ${place}`,
    length: (minutes: number) => `${n(minutes)} min`,
    done: (when: string) => `C’est noté : nous vous attendons le ${when}. L’invitation part par courriel.`,
    calendar: 'Ajouter à mon agenda',
  },
  slots: {
    title: 'Créneaux d’entretien',
    menu: 'Créneaux d’entretien',
    lead: 'Publiez vos disponibilités : les candidats choisissent, et peuvent en changer d’eux-mêmes.',
    views: 'Créneaux',
    upcoming: 'À venir',
    past: 'Passés',
    withdrawn: 'Retirés',
    whose: 'De qui',
    everyones: 'de toute l’équipe',
    mine: 'les miens',
    show: 'Montrer',
    count: (count: number) => `${n(count)} ${many(count, 'créneau', 'créneaux')}`,
    when: 'Date et heure',
    length: 'Durée',
    place: 'Lieu ou lien',
    host: 'Avec',
    holder: 'Choisi par',
    free: 'libre',
    act: 'Action',
    empty: 'Aucun créneau ici',
    emptyText: 'Publiez-en un, ou toute une série : les candidats sans date les verront aussitôt.',
    emptyAct: 'Publier des créneaux',
    one: 'Un créneau',
    at: 'Date et heure',
    atHint: 'Heure de Paris.',
    minutes: 'Durée',
    minutesUnit: 'min',
    placeLabel: 'Lieu ou lien',
    placeHint: 'Une adresse, un numéro à appeler ou un lien de visioconférence. La personne le recevra.',
    publish: 'Publier le créneau',
    series: 'Une série',
    from: 'Du',
    to: 'Au',
    weekdays: 'Jours',
    days: 'lundi\nmardi\nmercredi\njeudi\nvendredi\nsamedi\ndimanche',
    start: 'De',
    end: 'À',
    hoursHint: 'Les créneaux se suivent entre ces deux heures, heure de Paris.',
    publishSeries: 'Publier la série',
    published: (count: number, left: number) =>
      `${n(count)} ${many(count, 'créneau publié', 'créneaux publiés')}.${
        left > 0
          ? ` ${n(left)} ${many(left, 'a été laissé de côté : il tombait', 'ont été laissés de côté : ils tombaient')} sur un autre des vôtres ou dans le passé.`
          : ''
      }`,
    nothing: 'Rien de nouveau : ces créneaux étaient déjà publiés, ou en croisent d’autres des vôtres.',
    withdraw: 'Retirer…',
    question: 'Retirer ce créneau ?',
    consequenceFree: 'Il ne sera plus proposé.',
    consequenceTaken: (name: string) =>
      `${name} l’a choisi : un courriel lui annonce que l’entretien n’a pas lieu à cette heure et l’invite à choisir une autre date.`,
    confirm: 'Retirer le créneau',
    done: 'Le créneau est retiré.',
  },
  draft: {
    save: 'Enregistrer le brouillon',
    saveNote: (days: number) =>
      `Nous vous envoyons un lien pour reprendre plus tard. Gardé ${n(days)} ${many(days, 'jour', 'jours')}, lu de personne.`,
    savedTitle: 'Votre brouillon est gardé',
    savedLead:
      'Un courriel part vers votre adresse, avec un lien pour reprendre où vous en étiez. Regardez aussi dans les indésirables.',
    savedAgain: 'Votre brouillon est enregistré. Le lien de notre courriel reste le même.',
    title: 'Reprendre ma candidature',
    lead: (until: string) =>
      `Votre adresse est confirmée. Ce brouillon est gardé jusqu’au ${until} ; personne ne le lit avant que vous ne le déposiez.`,
    forget: 'Effacer ce brouillon…',
    forgetQuestion: 'Effacer ce brouillon ?',
    forgetConsequence: 'Tout ce que vous avez écrit est effacé, et le lien ne mène plus nulle part.',
    forgetConfirm: 'Effacer le brouillon',
    forgotten: 'Le brouillon est effacé.',
    gone: 'Ce lien ne mène plus à rien',
    goneText:
      'Le brouillon a été effacé, ou gardé aussi longtemps que nous le pouvons. Recommencer prend dix minutes.',
    goneAct: 'Écrire ma candidature',
    filed: 'Cette candidature est déposée',
    filedText: 'Elle est arrivée chez nous. Connectez-vous pour la suivre.',
    filedAct: 'Suivre ma candidature',
  },
  confirm: {
    sentTitle: 'Encore une étape : confirmez votre adresse',
    sentLead:
      'Un courriel part vers votre adresse. Ouvrez-le et suivez son lien : votre candidature nous arrive à ce moment-là.',
    sentTo: (address: string) => `Un courriel part vers ${address}.`,
    sentItems: (days: number) =>
      [
        'Regardez aussi dans les indésirables.',
        `Sans confirmation, ce que vous avez écrit est oublié au bout de ${n(days)} ${many(days, 'jour', 'jours')}.`,
      ].join('\n'),
    again: 'Rien reçu ?',
    againLead:
      'Indiquez l’adresse que vous avez donnée : nous renvoyons le courriel, une fois toutes les dix minutes.',
    againSubmit: 'Renvoyer le courriel',
    againDone: 'Si une candidature attend à cette adresse, le courriel vient de repartir.',
    title: 'Confirmer mon adresse',
    lead: (email: string) => `Votre candidature, depuis ${email}, nous arrive dès que vous confirmez.`,
    submit: 'Confirmer et déposer ma candidature',
    edit: 'Relire avant de déposer',
    known:
      'Cette adresse a déjà un dossier ou un compte chez nous : rien n’a été déposé une seconde fois. Connectez-vous pour le retrouver.',
  },
  decide: {
    word: 'Un mot pour la personne',
    wordHint: 'Ce qui vous a convaincus, ce par quoi commencer. Il part dans le courriel d’acceptation.',
  },
  queue: {
    narrow: 'Trier et filtrer',
    sort: 'Ordre',
    sorts: {
      attente: 'qui attend depuis le plus longtemps',
      recent: 'les plus récentes d’abord',
      etat: 'par état',
      entretien: 'par date d’entretien',
    },
    anySeason: 'Toutes les saisons',
    slots: 'Créneaux d’entretien',
  },
  mails: {
    confirm: {
      subject: 'Confirmez votre adresse pour déposer votre candidature',
      text: 'Vous venez d’écrire votre candidature, merci. Il reste à confirmer que cette adresse est bien la vôtre : elle nous arrive à ce moment-là, pas avant.',
      act: 'Confirmer mon adresse',
      until: (date: string) => `Le lien vaut jusqu’au ${date}. Ensuite, ce que vous avez écrit est oublié.`,
      notYou: 'Si ce n’était pas vous, il n’y a rien à faire : personne ne lira ce qui a été écrit.',
    },
    draft: {
      subject: 'Votre brouillon de candidature',
      text: 'Votre brouillon est gardé. Reprenez-le quand vous voulez par ce lien, qui n’est que pour vous.',
      act: 'Reprendre ma candidature',
      until: (date: string) =>
        `Il est gardé jusqu’au ${date}, et plus longtemps chaque fois que vous l’enregistrez.`,
      notYou: 'Si ce n’était pas vous, il n’y a rien à faire : le brouillon sera oublié.',
    },
    called: {
      subject: 'Votre entretien est à replacer',
      text: (when: string) =>
        `Nous devons renoncer à l’entretien prévu le ${when} (heure de Paris), et nous vous prions de nous en excuser.`,
      again: 'Choisissez un autre créneau quand vous voulez : il sera à vous aussitôt.',
      act: 'Choisir un autre créneau',
    },
    calendar: 'L’invitation jointe place l’entretien dans votre agenda.',
    self: 'Un empêchement ? Déplacez l’entretien depuis votre candidature, ou répondez à ce courriel.',
  },
  reasons: {
    'slot.unknown': 'Ce créneau n’existe pas ou plus. Choisissez-en un autre.',
    'slot.taken': 'Ce créneau vient d’être pris. Choisissez-en un autre : ceux qui restent sont à jour.',
    'slot.length': 'Indiquez une durée en minutes, de 5 à 480.',
    'slot.day-missing': 'Indiquez un jour.',
    'slot.hour-missing': 'Indiquez une heure, par exemple 14:30.',
    'slot.no-day': 'Cochez au moins un jour de la semaine qui tombe entre ces deux dates.',
    'slot.no-room': 'Aucun créneau de cette durée ne tient entre ces deux heures.',
    'slot.wrong-days': 'Le dernier jour vient après le premier, dans les six mois.',
    'draft.unknown': 'Ce lien ne mène plus à rien : le brouillon a été effacé ou oublié.',
    'draft.email-missing': 'Indiquez votre adresse : le lien pour reprendre y sera envoyé.',
    slotTooSoon: (count: number) =>
      `Ce créneau commence dans moins de ${hours(count)}. Choisissez-en un plus tard.`,
    slotMoveTooLate: (count: number) =>
      `L’entretien est dans moins de ${hours(count)} : écrivez-nous pour le déplacer, en répondant à notre dernier courriel.`,
    slotTooMany: (max: number) => `Cela ferait plus de ${n(max)} créneaux. Publiez en plusieurs fois.`,
  },
}
