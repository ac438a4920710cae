import { formatNumber, plural } from '@/core/lang'

const n = (count: number) => formatNumber(count, 'fr')
const many = (count: number, one: string, other: string) => plural('fr', count, { one, other })

export const fr = {
  panel: {
    title: 'Suivi',
    empty: 'Aucun échange noté. Après un appel ou une rencontre, une phrase suffit.',
    all: 'Tout le suivi',
    add: 'Noter un échange',
    by: (who: string) => `noté par ${who}`,
    program: 'le programme',
    reminder: 'Courriel envoyé : sans nouvelles.',
  },
  form: {
    channel: 'Moyen',
    said: 'Ce qui s’est dit',
    saidHint:
      'Pour l’équipe seulement. La personne ne lit pas ce suivi, mais peut en demander copie : restez factuel.',
    next: 'Rappeler le',
    nextHint: 'Vide : rien de prévu.',
    submit: 'Noter l’échange',
    done: 'C’est noté.',
    doneNext: 'C’est noté, le rappel est dans la liste.',
  },
  channels: {
    phone: 'téléphone',
    mail: 'courriel',
    visit: 'rencontre',
    video: 'visioconférence',
    message: 'SMS ou message',
    other: 'autre',
    reminder: 'relance',
  },
  list: {
    title: 'Suivi',
    lead: 'Qui rappeler, et quand.',
    views: 'Rappels',
    due: 'À faire',
    coming: 'À venir',
    done: 'Faits',
    whose: 'De qui',
    everyones: 'de toute l’équipe',
    mine: 'les miens',
    show: 'Montrer',
    count: (count: number) => `${n(count)} ${many(count, 'rappel', 'rappels')}`,
    person: 'Personne',
    said: 'Dernier échange',
    when: 'Quand',
    owner: 'Par',
    act: 'Geste',
    states: { overdue: 'en retard', due: 'aujourd’hui', coming: 'à venir', done: 'fait' },
    postponed: (times: number) => `reporté ${n(times)} fois`,
    doneBy: (who: string) => `par ${who}`,
    finish: 'C’est fait',
    finishOf: (who: string) => `C’est fait : rappel de ${who}`,
    finished: 'Le rappel est fait.',
    postpone: 'Reporter…',
    postponeTo: 'Reporter au',
    postponeSubmit: 'Reporter',
    moved: (day: string) => `Le rappel est reporté au ${day}.`,
    take: 'Je m’en charge',
    taken: 'Ce rappel est à vous.',
    empty: 'Rien à faire ici',
    emptyText: 'Les rappels naissent des échanges que vous notez, sur la fiche d’une personne.',
    silent: 'Adhérents silencieux',
    people: 'Voir les personnes',
  },
  log: {
    title: (name: string) => `Suivi de ${name}`,
    count: (count: number) => `${n(count)} ${many(count, 'échange', 'échanges')}`,
    file: 'Ouvrir la fiche',
    next: (day: string) => `À rappeler le ${day}`,
    settled: 'Rappel fait',
  },
  silent: {
    title: 'Adhérents silencieux',
    lead: (days: number) =>
      `Ils ne se sont pas connectés depuis ${n(days)} ${many(days, 'jour', 'jours')} ou plus.`,
    count: (count: number) => `${n(count)} ${many(count, 'adhérent silencieux', 'adhérents silencieux')}`,
    person: 'Personne',
    seen: 'Dernière visite',
    never: 'jamais',
    contacted: 'Dernière relance',
    notYet: '–',
    choose: 'À qui écrire ?',
    chooseHint: (days: number) =>
      `Qui a été relancé depuis moins de ${n(days)} ${many(days, 'jour', 'jours')} ne peut pas l’être à nouveau.`,
    recently: (when: string) => `relance ${when}`,
    lastSeen: (when: string) => `dernière visite ${when}`,
    lastSeenNever: 'aucune visite',
    submit: 'Écrire aux personnes cochées…',
    empty: 'Personne n’est silencieux',
    emptyText: 'Tous les adhérents se sont connectés récemment. Bonne nouvelle.',
    emptyAct: 'Revenir au suivi',
    confirmTitle: (count: number) =>
      many(count, 'Écrire à cette personne ?', `Écrire à ces ${n(count)} personnes ?`),
    confirmLead:
      'Chacune reçoit le courriel ci-dessous, et la relance est notée dans son suivi. Un courriel parti ne se reprend pas.',
    confirmSubmit: (count: number) => many(count, 'Envoyer le courriel', `Envoyer les ${n(count)} courriels`),
    back: 'Revenir à la liste',
    sent: (sent: number, left: number) =>
      `${n(sent)} ${many(sent, 'courriel est parti', 'courriels sont partis')}.${
        left > 0
          ? ` ${n(left)} ${many(left, 'personne a été laissée', 'personnes ont été laissées')} de côté : déjà relancée${left > 1 ? 's' : ''}, ou revenue${left > 1 ? 's' : ''} entre-temps.`
          : ''
      }`,
    none: 'Aucun courriel n’est parti : ces personnes ont été relancées ou sont revenues entre-temps.',
  },
  todo: {
    due: (count: number) => many(count, 'Une personne à rappeler', `${n(count)} personnes à rappeler`),
  },
  mail: {
    subject: 'Comment allez-vous ?',
    hello: (name: string) => `Bonjour ${name},`,
    text: 'Cela fait quelque temps que nous ne vous avons pas croisé sur l’extranet, et nous voulions prendre de vos nouvelles.',
    help: 'Quelque chose vous retient, une question, une envie ? Répondez à ce courriel : une personne vous lira.',
    act: 'Retrouver mon extranet',
    bye: 'Bien à vous,',
    signature: 'L’équipe de l’association',
  },
  reasons: {
    'follow-up.not-allowed':
      'Ce suivi revient à un permanent chargé des candidatures, et jamais à la personne elle-même.',
    'follow-up.said-missing': 'Écrivez ce qui s’est dit, même en une phrase.',
    'follow-up.wrong-channel': 'Choisissez par quel moyen vous vous êtes parlé.',
    'follow-up.wrong-date': 'Choisissez une date à venir, dans l’année.',
    'follow-up.unknown': 'Cet échange ou cette personne n’existe pas ou plus. Revenez à la liste.',
    'follow-up.changed': 'Quelqu’un d’autre s’en est occupé entre-temps : la liste est à jour.',
    'follow-up.nobody': 'Cochez au moins une personne.',
  },
}
