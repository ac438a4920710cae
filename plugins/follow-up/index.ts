import { definePlugin } from '@/hooks'
import { contacts, notes } from './collections'
import './contract'
import { handlesFollowUp } from './domain/access'
import { texts } from './i18n'
import { followUpMails } from './mails'
import { afterContact } from './service/contactSilent'
import { afterHanded } from './service/handed'
import { exportFollowUp, forgetFollowUp } from './service/personData'
import { remindTask, silentAudience } from './service/remind'
import { countDue } from './service/rows'
import { followUpSettings } from './settings'
import { logRoute } from './web/log'
import { followUpPanel } from './web/panel'
import { FOLLOW_UP } from './web/paths'
import { silentRoutes } from './web/silent'
import { taskRoutes } from './web/tasks'

export const followUpPlugin = definePlugin({
  id: 'follow-up',
  version: '0.1.0',
  title: { fr: 'Suivi des personnes', en: 'Follow-up of people' },
  description: {
    fr: 'Qui a appelé qui, ce qui s’est dit, qui rappeler et quand ; les adhérents silencieux, et un mot pour eux.',
    en: 'Who called whom, what was said, whom to call back and when; silent members, and a word for them.',
  },
  collections: [notes, contacts],
  settings: followUpSettings,
  on: {
    'follow-up.contacted': (app, { data }) => afterContact(app, data),
    'follow-up.handed': afterHanded,
    'standing.changed': async (app, { data }) => {
      if (data.to === 'erased') await forgetFollowUp(app, data.person)
    },
  },
  // Silence before the log of one person: both begin alike.
  routes: [...silentRoutes, logRoute, ...taskRoutes],
  panels: [{ order: 10, access: handlesFollowUp, load: followUpPanel }],
  menu: [
    {
      place: 'account',
      href: FOLLOW_UP,
      label: { fr: 'Suivi', en: 'Follow-up' },
      order: 63,
      access: handlesFollowUp,
      group: 'people',
    },
  ],
  filters: { 'letters.audiences': { order: 20, whenBroken: 'skip', apply: silentAudience } },
  tasks: { 'follow-up.remind': remindTask },
  mails: followUpMails,
  todo: async (app, who, lang) => {
    if (!who || !handlesFollowUp(who)) return []
    const count = await countDue(app, who.id)
    return count === 0 ? [] : [{ label: texts(lang).todo.due(count), count, href: `${FOLLOW_UP}?qui=moi` }]
  },
  reasons: (lang) => texts(lang).reasons,
  exportOf: exportFollowUp,
})
