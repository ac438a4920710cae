import type { CollectionConfig, Field } from 'payload'
import { allow, closed } from '@/collections/members/access'
import { staffFor } from '@/core/access'
import { decidingFields } from '@/hooks'
import { EXCHANGES } from './contract'
import { OWED, STATES } from './domain/states'
import { owedNames, stateNames } from './i18n/states'

const person = (name: string, fr: string, en: string, required = true): Field => ({
  name,
  type: 'text',
  required,
  index: true,
  label: { fr, en },
})

const instant = (name: string, fr: string, en: string, index = false): Field => ({
  name,
  type: 'date',
  index,
  label: { fr, en },
  admin: { date: { pickerAppearance: 'dayAndTime' } },
})

/**
 * One row decides all of an exchange; only services write it. Staff reads it here and acts on pages, where
 * each act is checked and told to both sides.
 */
export const exchanges: CollectionConfig = {
  slug: EXCHANGES,
  labels: {
    singular: { fr: 'Échange', en: 'Exchange' },
    plural: { fr: 'Échanges', en: 'Exchanges' },
  },
  custom: { deciding: true },
  lockDocuments: false,
  disableDuplicate: true,
  access: { read: allow(staffFor('moderation')), create: closed, update: closed, delete: closed },
  admin: {
    group: { fr: 'Entraide et TS', en: 'Mutual help and TS' },
    useAsTitle: 'title',
    defaultColumns: ['title', 'state', 'amount', 'requester', 'helper', 'since'],
    listSearchableFields: ['title', 'requester', 'helper'],
    description: {
      fr: 'L’aide entre adhérents, payée en TS. En lecture seule ici : les décisions se prennent sur /bureau/entraide, où chaque partie est prévenue.',
      en: 'Help between members, paid in TS. Read only here: decisions are taken on /bureau/entraide, where both sides are told.',
    },
    hideAPIURL: true,
  },
  defaultSort: '-since',
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'title', type: 'text', required: true, label: { fr: 'Objet', en: 'Subject' } },
    { name: 'need', type: 'textarea', required: true, label: { fr: 'Besoin', en: 'Need' } },
    {
      name: 'state',
      type: 'select',
      required: true,
      index: true,
      enumName: 'exchange_state',
      label: { fr: 'État', en: 'State' },
      options: STATES.map((value) => ({
        value,
        label: { fr: stateNames('fr')[value], en: stateNames('en')[value] },
      })),
    },
    {
      name: 'amount',
      type: 'number',
      required: true,
      label: { fr: 'Coût (TS)', en: 'Cost (TS)' },
      admin: { description: { fr: 'En TS entiers.', en: 'In whole TS.' } },
    },
    { name: 'hours', type: 'number', required: true, label: { fr: 'Durée (heures)', en: 'Length (hours)' } },
    person('requester', 'Demandeur', 'Requester'),
    person('helper', 'Aidant', 'Helper'),
    { name: 'rating', type: 'number', label: { fr: 'Note (1 à 5)', en: 'Rating (1 to 5)' } },
    { name: 'comment', type: 'textarea', label: { fr: 'Commentaire', en: 'Comment' } },
    { name: 'evaluatedBy', type: 'text', label: { fr: 'Évalué par', en: 'Evaluated by' } },
    { name: 'endedBy', type: 'text', label: { fr: 'Terminé par', en: 'Ended by' } },
    instant('since', 'Dans cet état depuis', 'In this state since', true),
    instant('expiresAt', 'Expire le', 'Expires', true),
    instant('askedAt', 'Demandé le', 'Asked'),
    instant('shortAt', 'TS insuffisants le', 'Short of TS on'),
    instant('acceptedAt', 'Accepté le', 'Accepted'),
    instant('deliveredAt', 'Aide donnée le', 'Delivered'),
    instant('evaluatedAt', 'Évalué le', 'Evaluated'),
    instant('disputedAt', 'Contesté le', 'Disputed'),
    instant('settledAt', 'Réglé le', 'Settled'),
    instant('endedAt', 'Terminé le', 'Ended'),
    {
      name: 'owes',
      type: 'select',
      required: true,
      index: true,
      enumName: 'exchange_owes',
      label: { fr: 'Écriture en attente', en: 'Ledger entry due' },
      options: OWED.map((value) => ({
        value,
        label: { fr: owedNames('fr')[value], en: owedNames('en')[value] },
      })),
      admin: {
        description: {
          fr: 'Ce que le registre doit encore écrire ; repris automatiquement.',
          en: 'What the ledger still has to write; taken up again by itself.',
        },
      },
    },
    {
      name: 'attempt',
      type: 'number',
      required: true,
      defaultValue: 0,
      label: { fr: 'Acceptations tentées', en: 'Acceptances tried' },
    },
    {
      name: 'holdKey',
      type: 'text',
      index: true,
      label: { fr: 'Réserve au registre', en: 'Hold in the ledger' },
    },
    ...decidingFields(),
  ],
}
