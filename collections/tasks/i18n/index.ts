import { defineTexts, formatNumber, plural, type SameShape } from '@/core/lang'
import type { TaskReason } from '../contract'

const fn = (n: number) => formatNumber(n, 'fr')
const en_ = (n: number) => formatNumber(n, 'en')

const reasonsFr: Record<TaskReason, string> = {
  'task.unknown': 'Ce travail n’existe pas.',
  'task.wrong-state': 'Ce travail a changé d’état entre-temps ; voyez où il en est.',
  'task.changed': 'Quelqu’un d’autre agit sur ce travail ; réessayez.',
  'task.not-allowed': 'La personne qui l’a lancé n’en a plus le droit. Une autre peut le reprendre.',
  'task.step-failed':
    'Une étape a échoué plusieurs fois. L’équipe technique en est avertie ; reprenez plus tard.',
}
const reasonsEn: Record<TaskReason, string> = {
  'task.unknown': 'There is no such task.',
  'task.wrong-state': 'This task has moved on meanwhile; see where it stands.',
  'task.changed': 'Somebody else is acting on this task; please try again.',
  'task.not-allowed': 'Whoever began it may not do it any more. Somebody else can resume it.',
  'task.step-failed':
    'A step failed several times. It has been noted for the technical team; resume it later.',
}

const fr = {
  title: 'Travaux en cours',
  lead: 'Les imports et les envois en nombre : où ils en sont, ce qui n’a pas pu être fait.',
  empty: 'Aucun travail pour l’instant',
  emptyText: 'L’avancement d’un import ou d’une lettre se suit ici.',
  list: (n: number) => plural('fr', n, { one: 'Un travail', other: `${fn(n)} travaux` }),
  what: 'Travail',
  state: 'État',
  progress: 'Avancement',
  begun: 'Lancé',
  refused: 'Refusées',
  states: {
    waiting: 'en attente',
    running: 'en cours',
    stopped: 'arrêté',
    done: 'terminé',
    failed: 'interrompu',
  },
  sentence: {
    waiting: 'Le travail commence dans quelques secondes.',
    running: 'Le travail avance. Vous pouvez quitter cette page : il continue.',
    stopped: 'Le travail est arrêté. Ce qui est fait reste fait ; il reprendra au même endroit.',
    done: 'Le travail est terminé.',
    failed: 'Le travail est interrompu.',
    retry: 'Une étape n’a pas abouti ; elle sera tentée de nouveau dans un instant.',
  },
  of: (done: number, total: number) => `${fn(done)} sur ${fn(total)}`,
  gone: (done: number) => plural('fr', done, { one: `${fn(done)} traitée`, other: `${fn(done)} traitées` }),
  refresh: 'Actualiser',
  stop: 'Arrêter',
  stopNote: 'Vous pourrez reprendre.',
  resume: 'Reprendre',
  stopped: 'Le travail s’arrête après l’étape en cours.',
  resumed: 'Le travail reprend.',
  next: 'Voir le résultat',
  figures: 'Décompte',
  by: 'Lancé par',
  startedAt: 'Commencé',
  endedAt: 'Fini',
  lines: 'Lignes refusées',
  linesCount: (n: number) => plural('fr', n, { one: 'Une ligne refusée', other: `${fn(n)} lignes refusées` }),
  linesLead:
    'Téléchargez-les, corrigez-les et importez-les de nouveau : ce qui est déjà fait ne le sera pas deux fois.',
  linesKept: 'Le détail est gardé 90 jours.',
  download: 'Télécharger (CSV)',
  file: 'lignes-refusees',
  line: 'Ligne',
  column: 'Colonne',
  given: 'Valeur',
  reason: 'Motif',
  reasons: reasonsFr,
}

const en: SameShape<typeof fr> = {
  title: 'Tasks',
  lead: 'Imports and bulk mails: where they stand, and what could not be done.',
  empty: 'No task yet',
  emptyText: 'You follow an import or a letter here.',
  list: (n) => plural('en', n, { one: 'One task', other: `${en_(n)} tasks` }),
  what: 'Task',
  state: 'State',
  progress: 'Progress',
  begun: 'Begun',
  refused: 'Refused',
  states: { waiting: 'waiting', running: 'under way', stopped: 'stopped', done: 'done', failed: 'failed' },
  sentence: {
    waiting: 'The task begins within seconds.',
    running: 'The task is under way. You may leave this page: it goes on.',
    stopped: 'The task is stopped. What is done stays done; it will go on from there.',
    done: 'The task is done.',
    failed: 'The task has failed.',
    retry: 'A step did not succeed; it will be tried again in a moment.',
  },
  of: (done, total) => `${en_(done)} of ${en_(total)}`,
  gone: (done) => `${en_(done)} gone through`,
  refresh: 'Refresh',
  stop: 'Stop',
  stopNote: 'You will be able to resume.',
  resume: 'Resume',
  stopped: 'The task stops after the step under way.',
  resumed: 'The task goes on.',
  next: 'See the result',
  figures: 'Figures',
  by: 'Begun by',
  startedAt: 'Began',
  endedAt: 'Ended',
  lines: 'Refused lines',
  linesCount: (n) => plural('en', n, { one: 'One refused line', other: `${en_(n)} refused lines` }),
  linesLead:
    'Download them, correct them and import them again: what is done already will not be done twice.',
  linesKept: 'Details are kept for 90 days.',
  download: 'Download (CSV)',
  file: 'refused-lines',
  line: 'Line',
  column: 'Column',
  given: 'Value',
  reason: 'Reason',
  reasons: reasonsEn,
}

export const texts = defineTexts(fr, en)
