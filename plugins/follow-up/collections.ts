import type { Access, CollectionConfig } from 'payload'
import { closed, personOf } from '@/collections/members/access'
import type { Bilingual } from '@/core/lang'
import { decidingFields } from '@/hooks'
import { type Channel, CONTACTS, NOTES, type TaskState } from './contract'
import { handlesFollowUp } from './domain/access'

const both = (fr: string, en: string): Bilingual => ({ fr, en })
const group = both('Adhésions', 'Membership')
const dayAndTime = { date: { pickerAppearance: 'dayAndTime', displayFormat: 'd MMM yyyy HH:mm' } } as const

export const channelNames: Record<Channel, Bilingual> = {
  phone: both('téléphone', 'phone'),
  mail: both('courriel', 'e-mail'),
  visit: both('rencontre', 'in person'),
  video: both('visioconférence', 'video call'),
  message: both('SMS ou message', 'text message'),
  other: both('autre', 'other'),
  reminder: both('relance', 'reminder'),
}
const taskNames: Record<TaskState, Bilingual> = {
  none: both('rien à faire', 'nothing to do'),
  open: both('à faire', 'to be done'),
  done: both('fait', 'done'),
}
const options = <V extends string>(names: Record<V, Bilingual>) =>
  (Object.keys(names) as V[]).map((value) => ({ value, label: { ...names[value] } }))

/** Staff for applications, but never the log about themselves: a person does not read it. */
const staffNotOfThemselves: Access = ({ req }) => {
  const who = personOf(req)
  return who && handlesFollowUp(who) ? { person: { not_equals: who.id } } : false
}

/** Who spoke with whom, what was said, what is next. What was said is never edited; what is to be done is settled. */
export const notes: CollectionConfig = {
  slug: NOTES,
  labels: { singular: both('Échange', 'Conversation'), plural: both('Suivi', 'Follow-up') },
  custom: { deciding: true },
  admin: {
    group,
    useAsTitle: 'person',
    defaultColumns: ['person', 'at', 'channel', 'nextOn', 'task'],
    description: both(
      'Le journal se tient au bureau : /bureau/suivi, et sur la fiche de chaque personne.',
      'The log is kept at the office: /bureau/suivi, and on everybody’s file.',
    ),
  },
  access: { read: staffNotOfThemselves, create: closed, update: closed, delete: closed },
  disableDuplicate: true,
  lockDocuments: false,
  indexes: [
    { fields: ['person', 'at'] },
    { fields: ['task', 'nextOn'] },
    { fields: ['task', 'owner', 'nextOn'] },
  ],
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'person', label: both('Personne', 'Person'), type: 'text', required: true },
    { name: 'by', label: both('Noté par', 'Noted by'), type: 'text', required: true },
    { name: 'at', label: both('Le', 'On'), type: 'date', required: true, admin: dayAndTime },
    {
      name: 'channel',
      label: both('Moyen', 'Channel'),
      type: 'select',
      required: true,
      options: options(channelNames),
    },
    { name: 'said', label: both('Ce qui s’est dit', 'What was said'), type: 'textarea' },
    { name: 'nextOn', label: both('Prochaine date', 'Next date'), type: 'text' },
    {
      name: 'task',
      label: both('À faire', 'To do'),
      type: 'select',
      required: true,
      options: options(taskNames),
    },
    { name: 'owner', label: both('Par', 'By'), type: 'text' },
    { name: 'postponed', label: both('Reporté, fois', 'Put off, times'), type: 'number' },
    { name: 'doneAt', label: both('Fait le', 'Done on'), type: 'date', admin: dayAndTime },
    { name: 'doneBy', label: both('Fait par', 'Done by'), type: 'text' },
    ...decidingFields(),
  ],
}

/** When a silent member was last written to: one row a person, so that nobody is twice within the days set. */
export const contacts: CollectionConfig = {
  slug: CONTACTS,
  labels: { singular: both('Relance', 'Reminder'), plural: both('Relances', 'Reminders') },
  custom: { deciding: true },
  admin: { group, useAsTitle: 'person', defaultColumns: ['person', 'contactedAt', 'by'] },
  access: { read: staffNotOfThemselves, create: closed, update: closed, delete: closed },
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    { name: 'person', label: both('Personne', 'Person'), type: 'text', required: true, unique: true },
    {
      name: 'contactedAt',
      label: both('Écrit le', 'Written to on'),
      type: 'date',
      required: true,
      admin: dayAndTime,
    },
    { name: 'by', label: both('Par', 'By'), type: 'text', required: true },
    ...decidingFields(),
  ],
}
