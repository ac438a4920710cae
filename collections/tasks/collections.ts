import type { CollectionConfig } from 'payload'
import { allow, closed } from '@/collections/members/access'
import { administrator } from '@/core/access'
import type { Bilingual } from '@/core/lang'
import { decidingFields } from '@/hooks'
import { TASK_LINES, TASK_STATES, TASKS, type TaskState } from './contract'

const both = (fr: string, en: string): Bilingual => ({ fr, en })
const states: Record<TaskState, Bilingual> = {
  waiting: both('en attente', 'waiting'),
  running: both('en cours', 'under way'),
  stopped: both('arrêté', 'stopped'),
  done: both('terminé', 'done'),
  failed: both('interrompu', 'failed'),
}
const dayAndTime = {
  date: { pickerAppearance: 'dayAndTime', displayFormat: 'd MMM yyyy HH:mm' },
} as const
const common = {
  access: { read: allow(administrator), create: closed, update: closed, delete: closed },
  disableDuplicate: true,
  lockDocuments: false,
} as const
const group = both('Technique', 'Technical')

/**
 * One row a long act. Its state is decided like that of any row (`rev`); the place reached, and the figures that go with
 * it, move on together by a conditional write on the cursor, so that a step counts once however often it was run.
 */
export const tasks: CollectionConfig = {
  ...common,
  slug: TASKS,
  labels: { singular: both('Travail', 'Long act'), plural: both('Travaux', 'Long acts') },
  custom: { deciding: true },
  admin: {
    group,
    useAsTitle: 'kind',
    defaultColumns: ['kind', 'state', 'done', 'total', 'refused', 'createdAt'],
    preview: (doc) => `/bureau/travaux/${String(doc.id)}`,
    description: both(
      'Imports et envois en nombre. Ils se suivent et s’arrêtent au bureau : /bureau/travaux.',
      'Imports and bulk mails. Followed and stopped at the office: /bureau/travaux.',
    ),
  },
  indexes: [{ fields: ['state', 'createdAt'] }],
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'kind', label: both('Nature', 'Kind'), type: 'text', required: true, index: true },
    {
      name: 'state',
      label: both('État', 'State'),
      type: 'select',
      required: true,
      options: TASK_STATES.map((value) => ({ value, label: { ...states[value] } })),
    },
    // As text: the editor of a json field comes from a CDN and stays blank offline.
    { name: 'input', label: both('Demande, en JSON', 'Input, as JSON'), type: 'textarea', required: true },
    { name: 'cursor', label: both('Point atteint', 'Place reached'), type: 'text', required: true },
    { name: 'finished', type: 'number', required: true, defaultValue: 0, admin: { hidden: true } },
    { name: 'total', label: both('En tout', 'In all'), type: 'number' },
    { name: 'done', label: both('Traités', 'Gone through'), type: 'number', required: true },
    { name: 'refused', label: both('Refusés', 'Refused'), type: 'number', required: true },
    {
      name: 'counts',
      label: both('Décompte, en JSON', 'Figures, as JSON'),
      type: 'textarea',
      required: true,
    },
    { name: 'attempts', type: 'number', required: true, defaultValue: 0, admin: { hidden: true } },
    { name: 'nextAt', label: both('Reprise le', 'Tried again on'), type: 'date', admin: dayAndTime },
    { name: 'reason', label: both('Motif de l’interruption', 'Why it failed'), type: 'text' },
    { name: 'by', label: both('Lancé par', 'Begun by'), type: 'text', required: true, index: true },
    { name: 'startedAt', label: both('Commencé le', 'Begun on'), type: 'date', admin: dayAndTime },
    { name: 'endedAt', label: both('Fini le', 'Ended on'), type: 'date', admin: dayAndTime },
    ...decidingFields(),
  ],
}

/** Lines a long act could not take. Kept for some time, as they may hold what people gave of themselves. */
export const taskLines: CollectionConfig = {
  ...common,
  slug: TASK_LINES,
  labels: {
    singular: both('Ligne refusée', 'Refused line'),
    plural: both('Lignes refusées', 'Refused lines'),
  },
  admin: { group, useAsTitle: 'line', defaultColumns: ['task', 'line', 'column', 'reason'] },
  indexes: [{ fields: ['task', 'line'] }],
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'task', label: both('Travail', 'Long act'), type: 'text', required: true },
    { name: 'line', label: both('Ligne', 'Line'), type: 'number', required: true },
    { name: 'column', label: both('Colonne', 'Column'), type: 'text' },
    { name: 'given', label: both('Valeur', 'Value'), type: 'text' },
    { name: 'reason', label: both('Motif', 'Reason'), type: 'text', required: true },
    { name: 'detail', label: both('Détail, en JSON', 'Detail, as JSON'), type: 'textarea' },
    { name: 'also', label: both('Autres motifs, en JSON', 'Other reasons, as JSON'), type: 'textarea' },
    { name: 'cells', label: both('Ligne entière, en JSON', 'Whole line, as JSON'), type: 'textarea' },
  ],
}
