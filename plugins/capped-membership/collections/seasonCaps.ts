import type { CollectionConfig } from 'payload'
import { allow, closed } from '@/collections/members/access'
import { staff } from '@/core/access'
import { SEASON_CAPS } from '../contract'
import { both, dayAndTime, membershipGroup } from './labels'

/** How many seats a season had, from when on: one row a change, kept since there are such rows. For the figures. */
export const seasonCaps: CollectionConfig = {
  slug: SEASON_CAPS,
  labels: {
    singular: both('Nombre de places d’une saison', 'Number of seats of a season'),
    plural: both('Nombres de places', 'Numbers of seats'),
  },
  admin: { group: membershipGroup, useAsTitle: 'key', hidden: true },
  access: { read: allow(staff), create: closed, update: closed, delete: closed },
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'season', label: both('Saison', 'Season'), type: 'text', required: true, index: true },
    { name: 'n', label: both('Rang', 'Order'), type: 'number', required: true },
    { name: 'cap', label: both('Nombre de places', 'Number of seats'), type: 'number', required: true },
    { name: 'at', label: both('À partir du', 'From'), type: 'date', required: true, admin: dayAndTime },
  ],
}
