import type { Field } from 'payload'

export const cardSettings: Field[] = [
  {
    name: 'association',
    label: { fr: 'Nom sur la carte', en: 'Name on the card' },
    type: 'text',
    required: true,
    maxLength: 40,
    defaultValue: 'Compagnon',
    admin: { description: { fr: 'Celui de l’association.', en: 'That of the association.' } },
  },
]
