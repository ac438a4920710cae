import type { Field } from 'payload'

export const followUpSettings: Field[] = [
  {
    name: 'silentDays',
    label: { fr: 'Jours sans connexion', en: 'Days without a sign-in' },
    type: 'number',
    required: true,
    defaultValue: 60,
    min: 7,
    max: 730,
    admin: {
      step: 1,
      description: {
        fr: 'Un adhérent vu pour la dernière fois il y a plus longtemps est montré parmi les silencieux.',
        en: 'A member last seen longer ago than this is shown among the silent ones.',
      },
    },
  },
  {
    name: 'contactAgainDays',
    label: { fr: 'Jours entre deux relances', en: 'Days between two reminders' },
    type: 'number',
    required: true,
    defaultValue: 30,
    min: 1,
    max: 365,
    admin: {
      step: 1,
      description: {
        fr: 'Personne n’est relancé deux fois dans ce délai.',
        en: 'Nobody is reminded twice within this time.',
      },
    },
  },
]
