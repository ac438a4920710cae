import type { CollectionConfig, FieldAccess } from 'payload'
import { administrator, staff } from '@/core/access'
import { LANGS } from '@/core/lang'
import { allow, closed, personOf } from '../members/access'
import { MAILS } from './contract'
import { mailEndpoints } from './endpoints'

/**
 * What lets its reader in (a link to choose a password) is not for all staff to see. Without a document it is
 * asked whether the field may be searched: that would tell the link letter by letter.
 */
const notSecret: FieldAccess = ({ req, doc }) =>
  (doc !== undefined && doc.secret !== true) || administrator(personOf(req))

const instant = { date: { pickerAppearance: 'dayAndTime', displayFormat: 'd MMM yyyy HH:mm' } } as const

/** The outbox: what was sent to whom, what waits, what was refused. Rows are written by services alone. */
export const mails: CollectionConfig = {
  slug: MAILS,
  labels: { singular: { fr: 'Courrier', en: 'Mail' }, plural: { fr: 'Courriers', en: 'Mails' } },
  access: { read: allow(staff), create: closed, update: closed, delete: closed },
  admin: {
    group: { fr: 'Technique', en: 'Technical' },
    description: {
      fr: 'La boîte d’envoi : ce qui est parti, à qui, ce qui attend et ce qui a été refusé.',
      en: 'The outbox: what was sent to whom, what waits and what was refused.',
    },
    useAsTitle: 'subject',
    defaultColumns: ['subject', 'to', 'state', 'createdAt', 'sentAt', 'error'],
    listSearchableFields: ['subject', 'to', 'key'],
    hideAPIURL: true,
    components: { beforeListTable: ['/collections/mail/admin/KeptNotice#KeptNotice'] },
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  lockDocuments: false,
  endpoints: mailEndpoints,
  indexes: [{ fields: ['state', 'nextAt'] }],
  fields: [
    {
      name: 'preview',
      type: 'ui',
      label: { fr: 'Aperçu', en: 'Preview' },
      admin: { components: { Field: '/collections/mail/admin/Preview#Preview' } },
    },
    { name: 'subject', label: { fr: 'Objet', en: 'Subject' }, type: 'text', required: true },
    { name: 'to', label: { fr: 'Adresse', en: 'Address' }, type: 'text', required: true },
    {
      name: 'state',
      label: { fr: 'État', en: 'State' },
      type: 'select',
      required: true,
      options: [
        { value: 'queued', label: { fr: 'en attente d’envoi', en: 'waiting to be sent' } },
        { value: 'sending', label: { fr: 'en cours d’envoi', en: 'being sent' } },
        { value: 'sent', label: { fr: 'envoyé', en: 'sent' } },
        { value: 'failed', label: { fr: 'en échec', en: 'failed' } },
        { value: 'kept', label: { fr: 'gardé, non envoyé', en: 'kept, not sent' } },
      ],
      admin: { position: 'sidebar' },
    },
    {
      name: 'error',
      label: { fr: 'Réponse du serveur', en: 'The server’s answer' },
      type: 'textarea',
      admin: { condition: (data) => Boolean(data?.error) },
    },
    {
      name: 'text',
      label: { fr: 'Texte seul', en: 'Plain text' },
      type: 'textarea',
      access: { read: notSecret },
      admin: { rows: 8 },
    },
    { name: 'html', type: 'textarea', access: { read: notSecret }, admin: { hidden: true } },
    // JSON of what goes with it (contract.ts).
    { name: 'attachments', type: 'textarea', access: { read: notSecret }, admin: { hidden: true } },
    // 1: one of many. Absent in rows of before.
    { name: 'bulk', type: 'number', admin: { hidden: true } },
    { name: 'unsubscribe', type: 'text', access: { read: notSecret }, admin: { hidden: true } },
    { name: 'secret', type: 'checkbox', defaultValue: false, admin: { hidden: true } },
    {
      name: 'sentAt',
      label: { fr: 'Envoyé le', en: 'Sent' },
      type: 'date',
      admin: { ...instant, position: 'sidebar' },
    },
    {
      name: 'nextAt',
      label: { fr: 'Prochain essai', en: 'Next attempt' },
      type: 'date',
      required: true,
      admin: { ...instant, position: 'sidebar' },
    },
    {
      name: 'attempts',
      label: { fr: 'Essais', en: 'Attempts' },
      type: 'number',
      required: true,
      defaultValue: 0,
      admin: { position: 'sidebar' },
    },
    {
      name: 'queuedAt',
      label: { fr: 'Confié le', en: 'Queued' },
      type: 'date',
      required: true,
      admin: { ...instant, position: 'sidebar' },
    },
    {
      name: 'template',
      label: { fr: 'Modèle', en: 'Template' },
      type: 'text',
      required: true,
      index: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'lang',
      label: { fr: 'Langue', en: 'Language' },
      type: 'select',
      required: true,
      options: LANGS.map((l) => ({ value: l, label: l === 'fr' ? 'français' : 'English' })),
      admin: { position: 'sidebar' },
    },
    // A plain id, not a relationship: a foreign key would be emptied with the account, or keep it from going.
    {
      name: 'person',
      label: { fr: 'Personne', en: 'Person' },
      type: 'text',
      index: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'key',
      label: { fr: 'Clé', en: 'Key' },
      type: 'text',
      required: true,
      unique: true,
      index: true,
      admin: {
        position: 'sidebar',
        description: {
          fr: 'Un courrier par clé : demandé deux fois, il part une fois.',
          en: 'One mail a key: asked for twice, it is sent once.',
        },
      },
    },
    {
      name: 'origin',
      label: { fr: 'Requête d’origine', en: 'Request it came from' },
      type: 'text',
      admin: {
        position: 'sidebar',
        description: {
          fr: 'Ce numéro figure dans le journal du serveur.',
          en: 'The log of the server bears this number.',
        },
      },
    },
    {
      name: 'messageId',
      label: 'Message-ID',
      type: 'text',
      required: true,
      admin: { position: 'sidebar' },
    },
  ],
}
