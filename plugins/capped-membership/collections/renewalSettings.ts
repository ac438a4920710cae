import type { Field } from 'payload'
import { both } from './labels'

const days = (
  name: string,
  value: number,
  label: ReturnType<typeof both>,
  about: ReturnType<typeof both>,
): Field => ({
  name,
  label,
  type: 'number',
  required: true,
  defaultValue: value,
  min: 0,
  max: 366,
  admin: { step: 1, width: '50%', description: about },
})

const none = both('0 : pas de rappel.', '0: no reminder.')

/** How long members stay after their season, and when they are reminded to renew. */
export const renewalSettings: Field[] = [
  days(
    'graceDays',
    30,
    both('Jours d’accès après la saison', 'Days of access after the season'),
    both(
      'Un adhérent qui n’a pas renouvelé garde l’extranet ce nombre de jours. 0 : aucun.',
      'A member who has not renewed keeps the extranet for this many days. 0: none.',
    ),
  ),
  {
    type: 'row',
    fields: [
      days(
        'remindFirstDays',
        30,
        both('Premier rappel, jours avant la fin', 'First reminder, days before the end'),
        none,
      ),
      days(
        'remindSecondDays',
        7,
        both('Second rappel, jours avant la fin', 'Second reminder, days before the end'),
        none,
      ),
    ],
  },
  days(
    'remindAfterDays',
    7,
    both('Dernier rappel, jours après la fin', 'Last reminder, days after the end'),
    none,
  ),
]
