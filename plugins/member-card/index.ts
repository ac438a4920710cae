import { activeMember } from '@/core/access'
import { definePlugin } from '@/hooks'
import { memberCards } from './collection'
import './contract'
import { exportCards } from './service/exportCards'
import { cardSettings } from './settings'
import { CARD, cardPdfRoute, cardRoute } from './web/cardPage'
import { verifyRoute } from './web/verifyPage'

export const memberCardPlugin = definePlugin({
  id: 'member-card',
  version: '0.1.0',
  title: { fr: 'Carte d’adhérent', en: 'Member card' },
  description: {
    fr: 'Une carte à montrer ou à imprimer, dont le code dit si elle vaut.',
    en: 'A card to show or to print, whose code tells whether it is valid.',
  },
  requires: { 'capped-membership': '^0.1.0' },
  collections: [memberCards],
  settings: cardSettings,
  routes: [cardRoute, cardPdfRoute, verifyRoute],
  menu: [
    {
      place: 'account',
      href: CARD,
      label: { fr: 'Ma carte', en: 'My card' },
      order: 4,
      access: activeMember,
    },
  ],
  exportOf: exportCards,
})
