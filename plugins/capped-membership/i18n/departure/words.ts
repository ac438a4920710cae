import { defineTexts } from '@/core/lang'

/** How a departure is named: the way it came, its reason, where the money is. */
export const wordsTexts = defineTexts(
  {
    channels: {
      email: 'par courriel',
      phone: 'par téléphone',
      sms: 'par SMS',
      letter: 'par lettre',
      'in-person': 'de vive voix',
      self: 'depuis son compte',
      office: 'départ enregistré au bureau',
    },
    reasonCodes: {
      moving: 'déménagement',
      time: 'manque de temps',
      job: 'changement d’activité',
      expectations: 'attentes déçues',
      health: 'santé ou famille',
      other: 'autre, ou non dit',
    },
    money: {
      none: 'rien à rendre',
      'by-card': 'en cours, par carte',
      'by-hand': 'à rembourser',
      refunded: 'remboursé',
    },
    methods: { cash: 'espèces', cheque: 'chèque', transfer: 'virement', card: 'carte' },
  },
  {
    channels: {
      email: 'by e-mail',
      phone: 'by phone',
      sms: 'by text message',
      letter: 'by letter',
      'in-person': 'in person',
      self: 'from their account',
      office: 'departure recorded at the office',
    },
    reasonCodes: {
      moving: 'moving away',
      time: 'lack of time',
      job: 'change of work',
      expectations: 'expectations not met',
      health: 'health or family',
      other: 'other, or not said',
    },
    money: {
      none: 'nothing to give back',
      'by-card': 'under way, by card',
      'by-hand': 'to be given back',
      refunded: 'given back',
    },
    methods: { cash: 'cash', cheque: 'cheque', transfer: 'bank transfer', card: 'card' },
  },
)
