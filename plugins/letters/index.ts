import { signedIn } from '@/core/access'
import { definePlugin } from '@/hooks'
import { choices, letters, writesLetters } from './collections'
import './contract'
import { texts } from './i18n'
import { letterMails } from './mails'
import { letterTask } from './service/letterTask'
import { exportLetters, forgetChoice } from './service/personData'
import { afterDecision } from './service/sendLetter'
import { choiceRoutes } from './web/choice'
import { formRoutes } from './web/form'
import { listRoute } from './web/list'
import { MY_NEWS, OFFICE } from './web/paths'
import { letterRoutes } from './web/show'

export const lettersPlugin = definePlugin({
  id: 'letters',
  version: '0.1.0',
  title: { fr: 'Lettres', en: 'Letters' },
  description: {
    fr: 'Écrire à plusieurs à la fois : relu, essayé, envoyé avec un avancement qu’on arrête et reprend, une fois à chacun.',
    en: 'Writing to many at once: looked at, tried, sent with progress that can be stopped and resumed, once to each.',
  },
  collections: [letters, choices],
  on: {
    'letter.decided': (app, { data }) => afterDecision(app, data),
    'standing.changed': async (app, { data }) => {
      if (data.to === 'erased') await forgetChoice(app, data.person)
    },
  },
  permissions: [
    {
      id: 'write',
      label: { fr: 'lettres', en: 'letters' },
      description: {
        fr: 'Écrire à plusieurs personnes à la fois. Les candidats et les silencieux demandent aussi le droit aux candidatures.',
        en: 'Writing to several people at once. Applicants and the silent also take the area of applications.',
      },
    },
  ],
  // A new letter before the page of one: both begin alike.
  routes: [listRoute, ...formRoutes, ...letterRoutes, ...choiceRoutes],
  menu: [
    {
      place: 'account',
      href: OFFICE,
      label: { fr: 'Lettres', en: 'Letters' },
      order: 64,
      access: writesLetters,
      group: 'people',
    },
    {
      place: 'account',
      href: MY_NEWS,
      label: { fr: texts('fr').choice.menu, en: texts('en').choice.menu },
      order: 12,
      access: signedIn,
    },
  ],
  tasks: { 'letters.send': letterTask },
  mails: letterMails,
  reasons: (lang) => texts(lang).reasons,
  exportOf: exportLetters,
})
