import type { Field } from 'payload'
import { DEFAULT_SETTINGS } from '../service/defaults'
import { applicationSettings } from './applicationSettings'
import { both } from './labels'
import { renewalSettings } from './renewalSettings'

/** What staff may set; `settingsOf(app, 'capped-membership')` reads it. */
export const membershipSettings: Field[] = [
  {
    name: 'holdDays',
    label: both('Jours pour payer', 'Days to pay'),
    type: 'number',
    required: true,
    defaultValue: DEFAULT_SETTINGS.holdDays,
    min: 1,
    max: 90,
    admin: {
      step: 1,
      description: both(
        'La place d’une personne acceptée lui est gardée jusqu’à la fin de ce nombre de jours.',
        'The seat of an accepted person is kept until the end of this many days.',
      ),
    },
  },
  {
    name: 'inviteDays',
    label: both('Jours pour répondre, en liste d’attente', 'Days to answer, on the waiting list'),
    type: 'number',
    required: true,
    defaultValue: DEFAULT_SETTINGS.inviteDays,
    min: 1,
    max: 60,
    admin: {
      step: 1,
      description: both(
        'La place qui se libère est gardée à la personne suivante jusqu’à la fin de ce nombre de jours, puis proposée à une autre.',
        'A seat that is freed is kept for the next person until the end of this many days, then offered to another.',
      ),
    },
  },
  {
    name: 'howToPayFr',
    label: both('Comment payer, en français', 'How to pay, in French'),
    type: 'textarea',
    required: true,
    defaultValue: DEFAULT_SETTINGS.howToPay.fr,
    admin: {
      rows: 8,
      description: both(
        'Montré après l’acceptation, et envoyé par courriel. Une ligne vide sépare les paragraphes.',
        'Shown after acceptance, and sent by e-mail. An empty line separates paragraphs.',
      ),
    },
  },
  {
    name: 'howToPayEn',
    label: both('Comment payer, en anglais', 'How to pay, in English'),
    type: 'textarea',
    required: true,
    defaultValue: DEFAULT_SETTINGS.howToPay.en,
    admin: { rows: 8 },
  },
  ...applicationSettings,
  ...renewalSettings,
]
