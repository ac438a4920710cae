import { defineTexts, formatNumber, plural } from '@/core/lang'

const n = (count: number) => formatNumber(count, 'fr')
const many = (count: number, one: string, other: string) => plural('fr', count, { one, other })
const en = (count: number) => formatNumber(count, 'en')

/** Texts of the waiting list: the person's page, the office, mails, refusals. */
export const lineTexts = defineTexts(
  {
    mine: {
      waiting: (position: number) =>
        position === 1
          ? 'Votre candidature est acceptée. Toutes les places sont prises ; la prochaine qui se libère est pour vous.'
          : `Votre candidature est acceptée. Toutes les places sont prises ; vous êtes en ${n(position)}e position sur la liste d’attente.`,
      entering:
        'Votre candidature est acceptée. Toutes les places sont prises ; votre nom s’inscrit sur la liste d’attente en ce moment même.',
      favoured: 'L’équipe vous a donné la priorité.',
      unseated:
        'Votre règlement est arrivé quand toutes les places étaient prises : il vous a été rendu, et vous passez avant les autres.',
      how: 'Comment ça se passe',
      howText: (days: number) =>
        `Quand une place se libère, elle vous est gardée ${n(days)} ${many(days, 'jour', 'jours')} et un courriel vous prévient. Sans réponse de votre part, elle est proposée à la personne suivante.`,
      seasonOver:
        'La saison n’accueille plus personne. Vous pourrez candidater à la suivante dès son ouverture.',
      invited: (until: string) => `Une place est pour vous : elle vous est gardée jusqu’au ${until} inclus.`,
      missed:
        'Votre place n’est plus gardée : elle a été proposée à la personne suivante. Rien n’est perdu : vous pouvez reprendre rang, à la fin de la liste.',
      missedFree:
        'Votre place n’est plus gardée. Rien n’est perdu : reprenez rang, et s’il reste une place elle vous sera gardée aussitôt.',
      again: 'Reprendre rang',
      againNote: 'À la fin de la liste d’attente.',
      againDone: 'Vous êtes de nouveau sur la liste d’attente.',
      withdrawn: 'Votre candidature est retirée, à votre demande.',
      removed: 'Votre candidature a été retirée de la liste d’attente.',
      apply: 'Déposer une nouvelle candidature',
      giveUp: {
        label: 'Renoncer…',
        question: 'Renoncer à votre place ?',
        text: 'La place gardée pour vous va à la personne suivante. Pour revenir, il faudra une nouvelle candidature.',
        act: 'Renoncer à ma place',
      },
      leave: {
        label: 'Quitter la liste d’attente…',
        question: 'Quitter la liste d’attente ?',
        text: 'Votre candidature est retirée. Pour revenir, il faudra en déposer une nouvelle.',
        act: 'Quitter la liste d’attente',
      },
      lost: 'place libérée',
      withdraw: {
        label: 'Retirer ma candidature…',
        question: 'Retirer votre candidature ?',
        text: 'Pour revenir, il faudra en déposer une nouvelle.',
        act: 'Retirer ma candidature',
      },
      giveUpDone: 'Votre candidature est retirée. Merci de nous l’avoir dit.',
    },
    office: {
      title: 'Liste d’attente',
      lead: 'Qui est accepté et attend une place, dans l’ordre. Une place libérée est proposée d’elle-même à la première personne.',
      season: 'Saison',
      tabs: 'États',
      views: {
        waiting: 'Attendent',
        invited: 'Invitées',
        missed: 'Délai passé',
        seated: 'Ont leur place',
        withdrawn: 'Ont renoncé',
        removed: 'Retirées',
      },
      states: {
        waiting: 'attend une place',
        invited: 'invitée',
        seated: 'a sa place',
        missed: 'délai passé',
        withdrawn: 'a renoncé',
        removed: 'retirée',
      },
      count: (count: number) => `${n(count)} ${many(count, 'personne', 'personnes')}`,
      position: 'Rang',
      name: 'Personne',
      since: 'Depuis',
      state: 'État',
      until: (day: string) => `jusqu’au ${day} inclus`,
      act: 'Gestes',
      open: 'Traiter',
      openFor: (name: string) => `Traiter l’attente de ${name}`,
      priority: 'prioritaire',
      unseated: 'a payé sans place',
      empty: 'Personne ici',
      emptyText:
        'La liste se remplit quand une candidature est acceptée alors que toutes les places sont prises.',
      emptyAct: 'Voir les candidatures',
      noSeason: 'Aucune saison',
      noSeasonText: 'Créez une saison : la liste d’attente vient avec elle.',
      over: 'La saison n’accueille personne en ce moment : nul n’est invité.',
      toFile: 'Ouvrir le dossier',
      entry: {
        lead: {
          waiting: (name: string, position: number) =>
            `${name} attend une place, en ${position === 1 ? '1re' : `${n(position)}e`} position.`,
          invited: (name: string) => `${name} a une place gardée et doit encore régler sa cotisation.`,
          seated: (name: string) => `${name} a sa place.`,
          missed: (name: string) => `${name} n’a pas répondu à temps ; sa place est allée à d’autres.`,
          withdrawn: (name: string) => `${name} a renoncé.`,
          removed: (name: string) => `${name} ne figure plus sur la liste.`,
        },
        about: 'La place dans la file',
        why: 'Pourquoi',
        whys: {
          accepted: 'acceptée sans place libre',
          again: 'de retour après un délai passé',
          unseated: 'a payé sans trouver de place',
        },
        reason: 'Motif noté',
        by: 'Par',
        until: 'Place gardée',
        program: 'le programme',
        own: 'C’est votre propre attente : un autre permanent doit la traiter.',
        nothing: 'Il n’y a rien à faire ici.',
      },
      favour: {
        title: 'Donner la priorité',
        reason: 'Motif',
        reasonHint: 'Pour l’équipe. La personne lit seulement qu’elle est prioritaire.',
        submit: 'Donner la priorité',
        note: 'Elle passera avant toutes les personnes acceptées avant elle.',
        done: 'La priorité est donnée.',
      },
      level: {
        label: 'Retirer la priorité…',
        question: 'Retirer la priorité ?',
        consequence: 'La personne reprend le rang de son acceptation.',
        submit: 'Retirer la priorité',
        done: 'La priorité est retirée.',
      },
      remove: {
        label: 'Retirer de la liste…',
        question: 'Retirer cette personne de la liste ?',
        consequence:
          'Sa candidature est close, la place gardée pour elle va à la personne suivante, et elle reçoit le motif par courriel. Cela ne s’annule pas : elle pourra candidater de nouveau.',
        reason: 'Motif, pour la personne',
        reasonHint: 'Adressez-vous à elle : « Vous nous avez dit… ».',
        submit: 'Retirer de la liste',
        done: 'La personne est retirée de la liste, et prévenue.',
      },
    },
    file: {
      waiting: (name: string) => `La candidature de ${name} est acceptée ; il n’y a plus de place libre.`,
      withdrawn: (name: string) => `La candidature de ${name} est retirée.`,
      toLine: 'Voir sa place dans la liste d’attente',
      accepted:
        'La candidature est acceptée. Plus aucune place n’est libre : la personne est en liste d’attente.',
    },
    todo: {
      waiting: (count: number) =>
        many(count, 'Une personne attend une place', `${n(count)} personnes attendent une place`),
    },
    reasons: {
      'line.unknown': 'Cette personne n’est pas sur la liste d’attente. Revenez à la liste.',
      'line.wrong-state': 'La liste a avancé entre-temps : voici où en est cette personne.',
      'line.changed': 'Quelqu’un d’autre modifiait la liste au même moment. Relisez-la, puis recommencez.',
      'line.reason-missing': 'Écrivez le motif, même en une phrase.',
    },
    mails: {
      waitlisted: {
        subject: 'Votre candidature est acceptée, une place vous attend bientôt',
        text: 'Bonne nouvelle : nous serions heureux de vous compter parmi nous. Toutes les places de la saison sont prises pour l’instant ; votre nom est sur la liste d’attente, dans l’ordre des acceptations.',
        again: 'C’est noté : votre nom est de nouveau sur la liste d’attente.',
        unseated:
          'Votre règlement est arrivé alors que toutes les places venaient d’être prises. Il vous est rendu en entier, et votre nom passe en tête de la liste d’attente.',
        next: 'Dès qu’une place se libère, elle vous est gardée quelques jours et nous vous écrivons. Il n’y a rien à payer d’ici là.',
        see: 'Voir ma position',
      },
      invited: {
        subject: 'Une place s’est libérée pour vous',
        text: (amount: string, until: string) =>
          `Une place s’est libérée : elle vous est gardée jusqu’au ${until} inclus. Il reste à régler votre cotisation de ${amount}.`,
        otherwise:
          'Passé ce jour, elle sera proposée à la personne suivante. Si vous renoncez, dites-le en un clic sur votre page : vous ferez un heureux.',
      },
      withdrawn: {
        subject: 'Votre candidature est retirée',
        own: 'Comme vous l’avez demandé, votre candidature est retirée. Aucune place ne vous est plus gardée.',
        removed: 'Nous avons retiré votre nom de la liste d’attente. Voici pourquoi :',
        back: 'Vous pouvez candidater de nouveau quand vous le souhaitez.',
        act: 'La page de l’adhésion',
      },
    },
  },
  {
    mine: {
      waiting: (position) =>
        position === 1
          ? 'Your application is accepted. All seats are taken; the next one that is freed is yours.'
          : `Your application is accepted. All seats are taken; you are number ${en(position)} on the waiting list.`,
      entering:
        'Your application is accepted. All seats are taken; your name is being put on the waiting list right now.',
      favoured: 'The team has given you priority.',
      unseated:
        'Your payment came when all seats were taken: it was given back, and you go before the others.',
      how: 'How it works',
      howText: (days) =>
        `When a seat is freed, it is kept for you for ${en(days)} ${days === 1 ? 'day' : 'days'} and an e-mail tells you. Without an answer from you, it is offered to the next person.`,
      seasonOver: 'The season takes nobody any more. You may apply for the next one as soon as it opens.',
      invited: (until) => `A seat is yours: it is kept for you until ${until} included.`,
      missed:
        'Your seat is kept no longer: it was offered to the next person. Nothing is lost: you may stand in line again, at the end of the list.',
      missedFree:
        'Your seat is kept no longer. Nothing is lost: stand in line again, and if a seat is left it will be kept for you at once.',
      again: 'Stand in line again',
      againNote: 'At the end of the waiting list.',
      againDone: 'You are on the waiting list again.',
      withdrawn: 'Your application is withdrawn, as you asked.',
      removed: 'Your application was taken off the waiting list.',
      apply: 'Apply again',
      giveUp: {
        label: 'Give up…',
        question: 'Give up your seat?',
        text: 'The seat kept for you goes to the next person. To come back you will have to apply again.',
        act: 'Give up my seat',
      },
      leave: {
        label: 'Leave the waiting list…',
        question: 'Leave the waiting list?',
        text: 'Your application is withdrawn. To come back you will have to apply again.',
        act: 'Leave the waiting list',
      },
      lost: 'seat freed',
      withdraw: {
        label: 'Withdraw my application…',
        question: 'Withdraw your application?',
        text: 'To come back you will have to apply again.',
        act: 'Withdraw my application',
      },
      giveUpDone: 'Your application is withdrawn. Thank you for telling us.',
    },
    office: {
      title: 'Waiting list',
      lead: 'Who is accepted and waits for a seat, in order. A seat that is freed is offered to the first person by itself.',
      season: 'Season',
      tabs: 'States',
      views: {
        waiting: 'Waiting',
        invited: 'Invited',
        missed: 'Time ran out',
        seated: 'Seated',
        withdrawn: 'Gave up',
        removed: 'Taken off',
      },
      states: {
        waiting: 'waits for a seat',
        invited: 'invited',
        seated: 'has a seat',
        missed: 'time ran out',
        withdrawn: 'gave up',
        removed: 'taken off',
      },
      count: (count) => `${en(count)} ${count === 1 ? 'person' : 'people'}`,
      position: 'Place',
      name: 'Person',
      since: 'Since',
      state: 'State',
      until: (day) => `until ${day} included`,
      act: 'Acts',
      open: 'Handle',
      openFor: (name) => `Handle the wait of ${name}`,
      priority: 'priority',
      unseated: 'paid without a seat',
      empty: 'Nobody here',
      emptyText: 'The list fills when an application is accepted while all seats are taken.',
      emptyAct: 'See applications',
      noSeason: 'No season',
      noSeasonText: 'Create a season: its waiting list comes with it.',
      over: 'The season takes nobody at the moment: no one is invited.',
      toFile: 'Open the file',
      entry: {
        lead: {
          waiting: (name, position) => `${name} waits for a seat, as number ${en(position)}.`,
          invited: (name) => `A seat is kept for ${name}, who has still to pay the fee.`,
          seated: (name) => `${name} has a seat.`,
          missed: (name) => `${name} did not answer in time; the seat went to others.`,
          withdrawn: (name) => `${name} gave up.`,
          removed: (name) => `${name} is not on the list any more.`,
        },
        about: 'The place in line',
        why: 'Why',
        whys: {
          accepted: 'accepted while no seat was free',
          again: 'back after time ran out',
          unseated: 'paid and found no seat',
        },
        reason: 'Reason noted',
        by: 'By',
        until: 'Seat kept',
        program: 'the program',
        own: 'This is your own wait: somebody else of staff has to handle it.',
        nothing: 'There is nothing to do here.',
      },
      favour: {
        title: 'Give priority',
        reason: 'Reason',
        reasonHint: 'For the team. The person only reads that they have priority.',
        submit: 'Give priority',
        note: 'They will go before everybody accepted before them.',
        done: 'Priority is given.',
      },
      level: {
        label: 'Take priority back…',
        question: 'Take priority back?',
        consequence: 'The person stands again where their acceptance puts them.',
        submit: 'Take priority back',
        done: 'Priority is taken back.',
      },
      remove: {
        label: 'Take off the list…',
        question: 'Take this person off the list?',
        consequence:
          'Their application is closed, the seat kept for them goes to the next person, and they get the reason by e-mail. This cannot be undone: they may apply again.',
        reason: 'Reason, for the person',
        reasonHint: 'Speak to them: “You told us…”.',
        submit: 'Take off the list',
        done: 'The person is off the list, and told so.',
      },
    },
    file: {
      waiting: (name) => `The application of ${name} is accepted; no seat is left.`,
      withdrawn: (name) => `The application of ${name} is withdrawn.`,
      toLine: 'See their place on the waiting list',
      accepted: 'The application is accepted. No seat is left: the person is on the waiting list.',
    },
    todo: {
      waiting: (count) =>
        count === 1 ? 'One person waits for a seat' : `${en(count)} people wait for a seat`,
    },
    reasons: {
      'line.unknown': 'This person is not on the waiting list. Go back to the list.',
      'line.wrong-state': 'The list has moved on: this is where the person stands.',
      'line.changed': 'Somebody else was changing the list at that moment. Read it again, then try again.',
      'line.reason-missing': 'Write the reason, even in one sentence.',
    },
    mails: {
      waitlisted: {
        subject: 'Your application is accepted, a seat will come',
        text: 'Good news: we would be glad to have you with us. All seats of the season are taken for now; your name is on the waiting list, in the order of acceptance.',
        again: 'It is noted: your name is on the waiting list again.',
        unseated:
          'Your payment came when all seats had just been taken. It is given back in full, and your name goes to the head of the waiting list.',
        next: 'As soon as a seat is freed, it is kept for you for some days and we write to you. There is nothing to pay until then.',
        see: 'See my position',
      },
      invited: {
        subject: 'A seat has been freed for you',
        text: (amount, until) =>
          `A seat has been freed: it is kept for you until ${until} included. What remains is your fee of ${amount}.`,
        otherwise:
          'After that day it will be offered to the next person. If you give up, say so in one click on your page: somebody will be glad.',
      },
      withdrawn: {
        subject: 'Your application is withdrawn',
        own: 'As you asked, your application is withdrawn. No seat is kept for you any more.',
        removed: 'We have taken your name off the waiting list. This is why:',
        back: 'You may apply again whenever you wish.',
        act: 'The membership page',
      },
    },
  },
)
