import type { Field } from 'payload'
import { isCivilDate } from '@/core/dates'
import { SEASONS } from '../contract'
import { checkTurn, type TurnDates } from '../domain/seasonTurn'
import { both } from './labels'

type Texts = ReturnType<typeof both>

/** A day that may be left empty, checked against the other days of the season. */
const day = (
  name: 'endsOn' | 'renewalOpensOn' | 'renewalClosesOn',
  label: Texts,
  description: Texts,
): Field => ({
  name,
  label,
  type: 'text',
  admin: { description, placeholder: '2027-12-01', width: '33%' },
  validate: (
    value: unknown,
    { siblingData, data, req }: { siblingData?: unknown; data?: unknown; req?: unknown },
  ) => {
    if (value === null || value === undefined || value === '') return true
    if (!isCivilDate(value)) return 'AAAA-MM-JJ · YYYY-MM-DD'
    const season = { ...(data as object), ...(siblingData as object) } as TurnDates
    const wrong = checkTurn(name, { ...season, [name]: value })
    const english = (req as { i18n?: { language?: string } } | undefined)?.i18n?.language === 'en'
    return wrong === null || WRONG[wrong][english ? 'en' : 'fr']
  },
})

const WRONG = {
  'ends-before-opening': both(
    'La saison ne peut finir avant d’avoir ouvert : choisissez un jour plus tard.',
    'The season cannot end before it opens: choose a later day.',
  ),
  'renewal-after-opening': both(
    'Les adhérents renouvellent avant tout le monde : choisissez au plus tard le jour d’ouverture.',
    'Members renew before everybody else: choose the opening day at the latest.',
  ),
  'renewal-closes-first': both(
    'Les places cessent d’être gardées après l’ouverture des renouvellements : choisissez un jour plus tard.',
    'Seats stop being kept after renewals open: choose a later day.',
  ),
} as const

/** When a season ends, and who may renew into it first. */
export const seasonTurnFields: Field[] = [
  {
    name: 'renews',
    label: both('Saison renouvelée', 'Season renewed'),
    type: 'relationship',
    relationTo: SEASONS,
    admin: {
      description: both(
        'Les adhérents de cette saison peuvent renouveler avant l’ouverture, leur place leur est gardée.',
        'Members of that season may renew before the opening, and their seat is kept for them.',
      ),
    },
  },
  {
    type: 'row',
    fields: [
      day(
        'renewalOpensOn',
        both('Renouvellement : ouverture', 'Renewal opens on'),
        both(
          'Premier jour. Vide : pas de renouvellement, tout le monde candidate.',
          'First day. Empty: no renewal, everybody applies.',
        ),
      ),
      day(
        'renewalClosesOn',
        both('Places gardées jusqu’à la veille du', 'Seats kept until the day before'),
        both(
          'À partir de ce jour, les places sans réponse vont aux autres. Vide : le jour de l’ouverture.',
          'From this day on, seats without an answer go to others. Empty: the opening day.',
        ),
      ),
      day(
        'endsOn',
        both('Fin : à partir du', 'Over from'),
        both(
          'Premier jour où la saison est finie ; les cartes valent jusqu’à la veille. Vide : pas de fin.',
          'First day on which the season is over; cards are good until the day before. Empty: no end.',
        ),
      ),
    ],
  },
]
