import type { CollectionConfig } from 'payload'
import { closed } from '@/collections/members/access'
import { decidingFields } from '@/hooks'
import { DRAFTS } from '../contract'
import { both, membershipGroup } from './labels'

/**
 * What people have written and not filed: nobody's to read but theirs, by the link in their mail. So it is closed to
 * staff too, over every door.
 */
export const drafts: CollectionConfig = {
  slug: DRAFTS,
  labels: {
    singular: both('Brouillon de candidature', 'Draft of an application'),
    plural: both('Brouillons de candidature', 'Drafts of applications'),
  },
  custom: { deciding: true },
  admin: { hidden: true, group: membershipGroup },
  access: { read: closed, create: closed, update: closed, delete: closed },
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    { name: 'key', label: both('Clé', 'Key'), type: 'text', required: true, unique: true },
    {
      name: 'email',
      label: both('Adresse électronique', 'E-mail'),
      type: 'text',
      required: true,
      index: true,
    },
    { name: 'lang', label: both('Langue', 'Language'), type: 'text', required: true },
    { name: 'purpose', label: both('Sorte', 'Kind'), type: 'text', required: true },
    { name: 'state', label: both('État', 'State'), type: 'text', required: true },
    { name: 'name', label: both('Nom', 'Name'), type: 'text' },
    { name: 'phone', label: both('Téléphone', 'Phone'), type: 'text' },
    { name: 'activity', label: both('Activité', 'Activity'), type: 'text' },
    { name: 'skills', label: both('Savoir-faire', 'Skills'), type: 'textarea' },
    { name: 'motives', label: both('Motivations', 'Motives'), type: 'textarea' },
    { name: 'charter', label: both('Charte', 'Charter'), type: 'checkbox' },
    { name: 'privacy', label: both('Données', 'Data'), type: 'checkbox' },
    { name: 'sendings', label: both('Envois', 'Mails sent'), type: 'number', required: true },
    { name: 'sentAt', label: both('Dernier envoi', 'Last mail'), type: 'date', required: true },
    { name: 'forgetAt', label: both('Oublié le', 'Forgotten on'), type: 'date', required: true, index: true },
    ...decidingFields(),
  ],
}
