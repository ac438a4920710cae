import type { CollectionConfig } from 'payload'
import { allow, closed } from '@/collections/members/access'
import { staffFor } from '@/core/access'
import type { Bilingual } from '@/core/lang'
import { decidingFields } from '@/hooks'
import { MISSIONS, PROSPECTS } from './contract'
import { MODES, STATES } from './domain/states'
import { texts } from './i18n'

const group: Bilingual = { fr: 'Loges et missions', en: 'Loges and missions' }
const labelled = <K extends string>(keys: readonly K[], of: 'states' | 'modes') =>
  keys.map((value) => ({
    value,
    label: {
      fr: (texts('fr')[of] as Record<string, string>)[value] ?? value,
      en: (texts('en')[of] as Record<string, string>)[value] ?? value,
    },
  }))

/** Only services write a mission: each step is checked and told. */
export const missions: CollectionConfig = {
  slug: MISSIONS,
  labels: { singular: { fr: 'Mission', en: 'Mission' }, plural: { fr: 'Missions', en: 'Missions' } },
  custom: { deciding: true },
  lockDocuments: false,
  disableDuplicate: true,
  access: { read: allow(staffFor('moderation')), create: closed, update: closed, delete: closed },
  admin: {
    group,
    useAsTitle: 'title',
    defaultColumns: ['title', 'state', 'mode', 'deadline', 'since'],
    listSearchableFields: ['searchKey'],
    hideAPIURL: true,
    description: {
      fr: 'En lecture seule ici. Les missions se vérifient et se publient sur /bureau/missions.',
      en: 'Read only here. Missions are verified and published on /bureau/missions.',
    },
  },
  defaultSort: '-since',
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'title', type: 'text', required: true, label: { fr: 'Titre', en: 'Title' } },
    { name: 'brief', type: 'textarea', required: true, label: { fr: 'Description', en: 'Brief' } },
    {
      name: 'state',
      type: 'select',
      required: true,
      index: true,
      enumName: 'mission_state',
      label: { fr: 'État', en: 'State' },
      options: labelled(STATES, 'states'),
    },
    {
      name: 'mode',
      type: 'select',
      required: true,
      enumName: 'mission_mode',
      label: { fr: 'Mode', en: 'Mode' },
      options: labelled(MODES, 'modes'),
    },
    {
      name: 'skills',
      type: 'textarea',
      label: { fr: 'Savoir-faire', en: 'Skills' },
      admin: { description: { fr: 'Un par ligne.', en: 'One a line.' } },
    },
    { name: 'budget', type: 'text', label: { fr: 'Budget', en: 'Budget' } },
    {
      name: 'deadline',
      type: 'text',
      index: true,
      label: { fr: 'Réponses avant le', en: 'Answers before' },
      admin: { description: { fr: 'AAAA-MM-JJ', en: 'YYYY-MM-DD' } },
    },
    { name: 'loge', type: 'text', index: true, label: { fr: 'Loge', en: 'Loge' } },
    {
      name: 'postedBy',
      type: 'text',
      required: true,
      index: true,
      label: { fr: 'Proposée par', en: 'Posted by' },
    },
    { name: 'verifiedBy', type: 'text', label: { fr: 'Vérifiée par', en: 'Verified by' } },
    { name: 'remark', type: 'textarea', label: { fr: 'Remarque du bureau', en: 'Staff’s remark' } },
    {
      name: 'since',
      type: 'date',
      index: true,
      label: { fr: 'Dans cet état depuis', en: 'In this state since' },
    },
    { name: 'publishedAt', type: 'date', index: true, label: { fr: 'Publiée le', en: 'Published' } },
    { name: 'searchKey', type: 'text', admin: { hidden: true } },
    { name: 'sortKey', type: 'text', index: true, admin: { hidden: true } },
    ...decidingFields(),
  ],
}

/** Closed to all but staff who verifies: members reach a prospect against a counterpart, by a service. */
export const missionProspects: CollectionConfig = {
  slug: PROSPECTS,
  labels: {
    singular: { fr: 'Donneur d’ordre', en: 'Prospect' },
    plural: { fr: 'Donneurs d’ordre', en: 'Prospects' },
  },
  lockDocuments: false,
  disableDuplicate: true,
  access: { read: allow(staffFor('moderation')), create: closed, update: closed, delete: closed },
  admin: {
    group,
    useAsTitle: 'name',
    defaultColumns: ['name', 'organisation', 'mission', 'createdAt'],
    hideAPIURL: true,
    description: {
      fr: 'Les coordonnées des donneurs d’ordre, jamais publiques.',
      en: 'How to reach prospects; never public.',
    },
  },
  fields: [
    {
      name: 'mission',
      type: 'text',
      required: true,
      unique: true,
      label: { fr: 'Mission', en: 'Mission' },
    },
    { name: 'name', type: 'text', label: { fr: 'Nom', en: 'Name' } },
    { name: 'organisation', type: 'text', label: { fr: 'Organisation', en: 'Organisation' } },
    { name: 'email', type: 'text', label: { fr: 'Adresse électronique', en: 'E-mail' } },
    { name: 'phone', type: 'text', label: { fr: 'Téléphone', en: 'Phone' } },
    { name: 'notes', type: 'textarea', label: { fr: 'Notes', en: 'Notes' } },
  ],
}
