import type { CollectionConfig } from 'payload'
import { allow, closed } from '@/collections/members/access'
import { IMPORTS } from '../contract'
import { importsMembers } from '../service/imports/access'
import { both, dayAndTime, membershipGroup } from './labels'

/**
 * Lists of members as they were uploaded, until they are imported: the text is emptied once its import is done, and after
 * a month whatever became of it. Columns of the file are tied to ours by `mapping`.
 */
export const memberImports: CollectionConfig = {
  slug: IMPORTS,
  labels: {
    singular: both('Liste importée', 'Imported list'),
    plural: both('Listes importées', 'Imported lists'),
  },
  admin: {
    group: membershipGroup,
    useAsTitle: 'name',
    defaultColumns: ['name', 'season', 'lines', 'createdAt'],
    description: both(
      'Les listes déposées au bureau : /bureau/importer. Leur contenu est effacé une fois importé.',
      'Lists uploaded at the office: /bureau/importer. Their content is blanked once imported.',
    ),
  },
  access: { read: allow(importsMembers), create: closed, update: closed, delete: closed },
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    { name: 'name', label: both('Fichier', 'File'), type: 'text', required: true },
    { name: 'season', label: both('Saison', 'Season'), type: 'text', required: true },
    { name: 'lines', label: both('Lignes', 'Lines'), type: 'number', required: true },
    { name: 'text', type: 'textarea', hidden: true },
    {
      name: 'mapping',
      label: both('Colonnes, en JSON', 'Columns, as JSON'),
      type: 'textarea',
      required: true,
    },
    { name: 'by', label: both('Déposé par', 'Uploaded by'), type: 'text', required: true, index: true },
    {
      name: 'emptiedAt',
      label: both('Contenu effacé le', 'Content blanked on'),
      type: 'date',
      index: true,
      admin: dayAndTime,
    },
  ],
}
