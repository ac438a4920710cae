import type { Access, CollectionConfig, Field } from 'payload'
import { staff } from '@/core/access'
import type { Bilingual } from '@/core/lang'
import type { Visitor } from '@/core/person'
import { decidingFields } from '../fields'

/** What the relay copied out of deciding rows: the facts, each once. */
export const EVENTS = 'hook-events'
/** One row per event and listener: who is still to be told. */
export const DELIVERIES = 'hook-deliveries'
/** Who may do what only one process may do at a time. */
export const LEASES = 'leases'
/** When each job ran last and runs next. */
export const JOB_RUNS = 'job-runs'
/** How often what a topic covers has changed. */
export const REVISIONS = 'revisions'

/** What staff decided for a plugin: a row where somebody did. */
export const PLUGIN_STATES = 'plugin-states'
/** What went wrong in the name of a module: a row a place and message. */
export const FAULTS = 'plugin-faults'

/** How often a limited page was asked for, by address. */
export const RATE_LIMITS = 'rate-limits'

export const DELIVERY_STATES = ['pending', 'running', 'done', 'dead', 'dropped'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** The sign-in strategy of collections/members puts the person there; hooks know no collection. */
const readByStaff: Access = ({ req }) =>
  staff((req.user as { person?: Visitor } | null | undefined)?.person ?? null)
const never: Access = () => false

const group: Bilingual = { fr: 'Technique', en: 'Technical' }

type Table = {
  slug: string
  labels: { singular: Bilingual; plural: Bilingual }
  description: Bilingual
  columns: string[]
  fields: Field[]
}

/** Rows that only the runtime writes: staff reads them, nobody changes them through an API. */
const table = ({ slug, labels, description, columns, fields }: Table): CollectionConfig => ({
  slug,
  labels,
  access: { read: readByStaff, create: never, update: never, delete: never },
  admin: { group, description, useAsTitle: 'key', defaultColumns: columns, hideAPIURL: true },
  disableDuplicate: true,
  // Their admin pages are read-only: a lock there would only be one more row to write.
  lockDocuments: false,
  fields,
})

const text = (name: string, label: Bilingual, more: object = {}): Field => ({
  name,
  label,
  type: 'text',
  ...more,
})
const count = (name: string, label: Bilingual, more: object = {}): Field => ({
  name,
  label,
  type: 'number',
  required: true,
  defaultValue: 0,
  ...more,
})
const instant = (name: string, label: Bilingual, more: object = {}): Field => ({
  name,
  label,
  type: 'date',
  admin: { date: { pickerAppearance: 'dayAndTime', displayFormat: 'd MMM yyyy HH:mm:ss' } },
  ...more,
})
const key = (label: Bilingual): Field => text('key', label, { required: true, unique: true, index: true })
const error: Field = {
  name: 'error',
  label: { fr: 'Dernière erreur', en: 'Last error' },
  type: 'textarea',
  admin: { readOnly: true },
}

export const runtimeCollections: CollectionConfig[] = [
  table({
    slug: EVENTS,
    labels: {
      singular: { fr: 'Événement', en: 'Event' },
      plural: { fr: 'Événements', en: 'Events' },
    },
    description: {
      fr: 'Les faits survenus, dans l’ordre où ils ont été recopiés. Chacun y est une seule fois.',
      en: 'Facts that came to pass, in the order in which they were copied. Each is here once.',
    },
    columns: ['name', 'key', 'at'],
    fields: [
      key({ fr: 'Clé', en: 'Key' }),
      text('name', { fr: 'Nom', en: 'Name' }, { required: true, index: true }),
      // Text, not a json field: that editor comes from a CDN and stays blank offline.
      {
        name: 'data',
        label: { fr: 'Contenu', en: 'Content' },
        type: 'textarea',
        required: true,
        admin: { readOnly: true, description: { fr: 'En JSON.', en: 'As JSON.' } },
      },
      instant('at', { fr: 'Survenu le', en: 'Came to pass' }, { required: true }),
      text('module', { fr: 'Source', en: 'Source' }),
      text('origin', { fr: 'Requête d’origine', en: 'Request it came from' }),
      count(
        'pending',
        { fr: 'À répartir', en: 'To hand out' },
        { required: false, index: true, admin: { hidden: true } },
      ),
    ],
  }),
  table({
    slug: DELIVERIES,
    labels: {
      singular: { fr: 'Remise d’événement', en: 'Event delivery' },
      plural: { fr: 'Remises d’événements', en: 'Event deliveries' },
    },
    description: {
      fr: 'Qui doit encore être informé de quoi. Une remise abandonnée peut être reprise.',
      en: 'Who is still to be told what. A delivery given up can be tried again.',
    },
    columns: ['name', 'listener', 'state', 'attempts', 'nextAt', 'error'],
    fields: [
      key({ fr: 'Clé', en: 'Key' }),
      text('event', { fr: 'Clé de l’événement', en: 'Key of the event' }, { required: true, index: true }),
      text('name', { fr: 'Événement', en: 'Event' }, { required: true }),
      text('listener', { fr: 'Destinataire', en: 'Listener' }, { required: true }),
      {
        name: 'state',
        label: { fr: 'État', en: 'State' },
        type: 'select',
        required: true,
        index: true,
        options: [
          { value: 'pending', label: { fr: 'à remettre', en: 'to deliver' } },
          { value: 'running', label: { fr: 'en cours', en: 'under way' } },
          { value: 'done', label: { fr: 'remis', en: 'delivered' } },
          { value: 'dead', label: { fr: 'abandonné', en: 'given up' } },
          { value: 'dropped', label: { fr: 'écarté par l’équipe', en: 'set aside by staff' } },
        ],
      },
      count('attempts', { fr: 'Essais', en: 'Attempts' }),
      // Empty once it is over, so that what is due is one range of one small index; while it runs, the same
      // instant as lockedUntil, so that a run that was cut comes up by itself.
      instant('nextAt', { fr: 'Prochain essai', en: 'Next attempt' }, { index: true }),
      instant('lockedUntil', { fr: 'Réservé jusqu’à', en: 'Taken until' }),
      error,
      count('spentMs', { fr: 'Durée (ms)', en: 'Took (ms)' }, { required: false }),
    ],
  }),
  table({
    slug: LEASES,
    labels: { singular: { fr: 'Bail', en: 'Lease' }, plural: { fr: 'Baux', en: 'Leases' } },
    description: {
      fr: 'Ce qu’un seul processus fait à la fois, et lequel.',
      en: 'What only one process does at a time, and which one.',
    },
    columns: ['key', 'holder', 'until'],
    fields: [
      key({ fr: 'Objet', en: 'Subject' }),
      text('holder', { fr: 'Détenteur', en: 'Holder' }, { required: true }),
      instant('until', { fr: 'Jusqu’à', en: 'Until' }, { required: true }),
      count('rev', { fr: 'Révision', en: 'Revision' }),
    ],
  }),
  table({
    slug: JOB_RUNS,
    labels: {
      singular: { fr: 'Tâche périodique', en: 'Periodic job' },
      plural: { fr: 'Tâches périodiques', en: 'Periodic jobs' },
    },
    description: {
      fr: 'Quand chaque tâche a tourné et tournera.',
      en: 'When each job ran and will run.',
    },
    columns: ['key', 'lastStartedAt', 'lastEndedAt', 'nextAt', 'error'],
    fields: [
      key({ fr: 'Tâche', en: 'Job' }),
      instant('lastStartedAt', { fr: 'Début de la dernière', en: 'Last start' }),
      instant('lastEndedAt', { fr: 'Fin de la dernière', en: 'Last end' }),
      instant('nextAt', { fr: 'Prochaine', en: 'Next' }, { required: true }),
      instant('lockedUntil', { fr: 'Réservée jusqu’à', en: 'Taken until' }),
      error,
      count('runs', { fr: 'Exécutions', en: 'Runs' }),
    ],
  }),
  table({
    slug: REVISIONS,
    labels: { singular: { fr: 'Révision', en: 'Revision' }, plural: { fr: 'Révisions', en: 'Revisions' } },
    description: {
      fr: 'Combien de fois chaque sujet a changé : les pages gardées en mémoire s’y fient.',
      en: 'How often each topic has changed: pages kept in memory rely on it.',
    },
    columns: ['key', 'rev', 'updatedAt'],
    fields: [key({ fr: 'Sujet', en: 'Topic' }), count('rev', { fr: 'Révision', en: 'Revision' })],
  }),
  {
    ...table({
      slug: PLUGIN_STATES,
      labels: {
        singular: { fr: 'État d’extension', en: 'Plugin state' },
        plural: { fr: 'États des extensions', en: 'Plugin states' },
      },
      description: {
        fr: 'Ce que l’équipe a décidé pour chaque extension ; cela se change à la page Extensions.',
        en: 'What staff decided for each plugin; it is changed on the page Plugins.',
      },
      columns: ['key', 'state', 'since', 'actor'],
      fields: [
        key({ fr: 'Extension', en: 'Plugin' }),
        {
          name: 'state',
          label: { fr: 'État', en: 'State' },
          type: 'select',
          required: true,
          options: [
            { value: 'on', label: { fr: 'active', en: 'on' } },
            { value: 'off', label: { fr: 'arrêtée', en: 'off' } },
          ],
        },
        instant('since', { fr: 'Depuis', en: 'Since' }, { required: true }),
        text('actor', { fr: 'Décidé par', en: 'Decided by' }, { required: true }),
        // What came to pass in between was set aside by staff when it was turned on again.
        instant('skipFrom', { fr: 'Laissé de côté à partir de', en: 'Set aside from' }),
        instant('skipUntil', { fr: 'Laissé de côté jusqu’à', en: 'Set aside until' }),
        ...decidingFields(),
      ],
    }),
    custom: { deciding: true },
  },
  table({
    slug: FAULTS,
    labels: {
      singular: { fr: 'Erreur d’extension', en: 'Plugin fault' },
      plural: { fr: 'Erreurs des extensions', en: 'Plugin faults' },
    },
    description: {
      fr: 'Ce qui a mal tourné, par extension : le reste de la maison a continué.',
      en: 'What went wrong, by plugin: the rest of the house went on.',
    },
    columns: ['module', 'kind', 'name', 'message', 'count', 'lastAt'],
    fields: [
      key({ fr: 'Clé', en: 'Key' }),
      text('module', { fr: 'Extension', en: 'Plugin' }, { required: true, index: true }),
      text('kind', { fr: 'Nature', en: 'Kind' }, { required: true }),
      text('name', { fr: 'Lieu', en: 'Place' }, { required: true }),
      text('message', { fr: 'Message', en: 'Message' }, { required: true }),
      count('count', { fr: 'Fois', en: 'Times' }),
      instant('lastAt', { fr: 'Dernière fois', en: 'Last time' }, { required: true, index: true }),
    ],
  }),
  table({
    slug: RATE_LIMITS,
    labels: {
      singular: { fr: 'Limite de débit', en: 'Rate limit' },
      plural: { fr: 'Limites de débit', en: 'Rate limits' },
    },
    description: {
      fr: 'Combien de fois un formulaire ouvert à tous a été envoyé depuis une adresse, qui n’est pas gardée.',
      en: 'How often a form open to all was sent from an address, which is not kept.',
    },
    columns: ['hits', 'resetAt'],
    fields: [
      key({ fr: 'Empreinte', en: 'Digest' }),
      count('hits', { fr: 'Fois', en: 'Times' }),
      instant('resetAt', { fr: 'Oublié le', en: 'Forgotten at' }, { required: true, index: true }),
    ],
  }),
]
