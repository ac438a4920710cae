import type { CollectionConfig } from 'payload'
import { closed } from '@/collections/members/access'
import type { Bilingual } from '@/core/lang'
import { MEMBER_CARDS } from './contract'

const both = (fr: string, en: string): Bilingual => ({ fr, en })

/**
 * One row a person and season whose card was shown: the random token its QR code leads to. Nothing of what the card
 * says stands here: it is read anew each time somebody looks.
 */
export const memberCards: CollectionConfig = {
  slug: MEMBER_CARDS,
  labels: {
    singular: both('Carte d’adhérent', 'Member card'),
    plural: both('Cartes d’adhérents', 'Member cards'),
  },
  admin: { hidden: true },
  access: { read: closed, create: closed, update: closed, delete: closed },
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    {
      name: 'key',
      label: both('Personne et saison', 'Person and season'),
      type: 'text',
      required: true,
      unique: true,
    },
    {
      name: 'token',
      label: both('Jeton du code', 'Token of the code'),
      type: 'text',
      required: true,
      unique: true,
    },
    { name: 'person', label: both('Personne', 'Person'), type: 'text', required: true, index: true },
    { name: 'season', label: both('Saison', 'Season'), type: 'text', required: true },
  ],
}
