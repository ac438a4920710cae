import type { CollectionConfig } from 'payload'
import { allow, closed } from '@/collections/members/access'
import { staffFor } from '@/core/access'
import type { Bilingual } from '@/core/lang'
import { decidingFields } from '@/hooks'
import { CREDIT_RETURNS } from './contract'

const both = (fr: string, en: string): Bilingual => ({ fr, en })

/** What was left of the grants of somebody who left, and went back: one row a membership that ended. */
export const creditReturns: CollectionConfig = {
  slug: CREDIT_RETURNS,
  labels: { singular: both('Retour de TS', 'Return of TS'), plural: both('Retours de TS', 'Returns of TS') },
  custom: { deciding: true },
  admin: {
    group: { fr: 'Entraide et TS', en: 'Mutual help and TS' },
    useAsTitle: 'person',
    defaultColumns: ['person', 'due', 'returned', 'shortfall', 'season'],
    description: both(
      'À un départ, ce qui reste des TS de bienvenue revient à l’association. En lecture seule.',
      'At a departure, what is left of the welcome TS goes back to the association. Read only.',
    ),
  },
  access: { read: allow(staffFor('ledger')), create: closed, update: closed, delete: closed },
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'membership', label: both('Adhésion', 'Membership'), type: 'text', required: true },
    { name: 'person', label: both('Personne', 'Person'), type: 'text', required: true, index: true },
    { name: 'season', label: both('Saison', 'Season'), type: 'text', required: true },
    { name: 'rules', label: both('Règles', 'Rules'), type: 'text', required: true },
    { name: 'due', label: both('Donnés, en TS', 'Granted, in TS'), type: 'number', required: true },
    { name: 'asked', label: both('Repris, en TS', 'Taken back, in TS'), type: 'number', required: true },
    { name: 'attempt', type: 'number', required: true, admin: { hidden: true } },
    { name: 'done', type: 'number', required: true, index: true, admin: { hidden: true } },
    { name: 'returned', label: both('Rendus, en TS', 'Returned, in TS'), type: 'number' },
    { name: 'shortfall', label: both('Manquants, en TS', 'Short, in TS'), type: 'number' },
    ...decidingFields(),
  ],
}
