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
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'email', type: 'text', required: true, index: true },
    { name: 'lang', type: 'text', required: true },
    { name: 'purpose', type: 'text', required: true },
    { name: 'state', type: 'text', required: true },
    { name: 'name', type: 'text' },
    { name: 'phone', type: 'text' },
    { name: 'activity', type: 'text' },
    { name: 'skills', type: 'textarea' },
    { name: 'motives', type: 'textarea' },
    { name: 'charter', type: 'checkbox' },
    { name: 'privacy', type: 'checkbox' },
    { name: 'sendings', type: 'number', required: true },
    { name: 'sentAt', type: 'date', required: true },
    { name: 'forgetAt', type: 'date', required: true, index: true },
    ...decidingFields(),
  ],
}
