import type { Field } from 'payload'
import { both } from './labels'

const hours = (name: string, fr: string, en: string, value: number, about: [string, string]): Field => ({
  name,
  label: both(fr, en),
  type: 'number',
  required: true,
  defaultValue: value,
  min: 0,
  max: 336,
  admin: { step: 1, description: both(...about) },
})

const days = (name: string, fr: string, en: string, value: number, about: [string, string]): Field => ({
  name,
  label: both(fr, en),
  type: 'number',
  required: true,
  defaultValue: value,
  min: 1,
  max: 365,
  admin: { step: 1, description: both(...about) },
})

/** Settings of applications and interviews. */
export const applicationSettings: Field[] = [
  days('confirmDays', 'Jours pour confirmer son adresse', 'Days to confirm one’s address', 7, [
    'Passé ce délai, une candidature jamais confirmée est oubliée.',
    'After that, an application that was never confirmed is forgotten.',
  ]),
  days('draftDays', 'Jours de garde d’un brouillon', 'Days a draft is kept', 30, [
    'Comptés depuis son dernier enregistrement ; ensuite il est oublié.',
    'Counted from when it was last saved; then it is forgotten.',
  ]),
  {
    name: 'interviewMinutes',
    label: both('Durée d’un entretien, en minutes', 'Length of an interview, in minutes'),
    type: 'number',
    required: true,
    defaultValue: 45,
    min: 5,
    max: 480,
    admin: { step: 5 },
  },
  hours('slotLeadHours', 'Délai pour choisir un créneau, en heures', 'Notice to pick a slot, in hours', 12, [
    'Un créneau n’est plus proposé quand il commence dans moins de ce nombre d’heures.',
    'A slot is no longer offered when it begins in fewer hours than this.',
  ]),
  hours(
    'slotMoveHours',
    'Délai pour déplacer un entretien, en heures',
    'Notice to move an interview, in hours',
    24,
    [
      'À moins de ce nombre d’heures de l’entretien, la personne nous écrit au lieu de le déplacer elle-même.',
      'With fewer hours than this to go, people write to us instead of moving it by themselves.',
    ],
  ),
]
