import { extranet } from '@/core/access'
import { MINUTE } from '@/core/clock'
import { defineModule } from '@/hooks'
import { seesPeople } from './access'
import { peopleCollections } from './collections'
import './contract'
import { texts } from './i18n'
import { peopleMails } from './mails'
import { giveBackRole, liftIfLast } from './service/administrators'
import { afterStanding } from './service/changeStanding'
import { endDueSuspensions } from './service/endDueSuspensions'
import { exportMembership } from './service/exportPerson'
import { accountRoutes } from './web/account'
import { directoryRoutes } from './web/directory'
import { firstAdminRoutes } from './web/firstAdmin'
import { OFFICE } from './web/office'
import { officeActRoutes } from './web/officeActs'
import { officeFileRoute } from './web/officeFile'
import { officeListRoute } from './web/officeList'
import { profileRoutes } from './web/profile'
import { signInRoutes } from './web/signIn'
import { today } from './web/today'

export const membersModule = defineModule({
  id: 'members',
  collections: peopleCollections,
  on: {
    'standing.changed': async (app, { data, at }) => {
      await afterStanding(app, data.person, data.to, at)
      if (data.to === 'suspended') await liftIfLast(app, data.person)
    },
    'role.ended': async (app, { data }) => {
      // What the program ends is a departure's, and is not given back.
      if (data.grant.role === 'administrator' && data.actor !== 'system') await giveBackRole(app, data.person)
    },
  },
  routes: [
    ...signInRoutes,
    ...firstAdminRoutes,
    ...accountRoutes,
    ...profileRoutes,
    ...directoryRoutes,
    officeListRoute,
    officeFileRoute,
    ...officeActRoutes,
  ],
  jobs: [
    {
      id: 'suspensions.end',
      everyMs: MINUTE,
      run: async (app, cut) => {
        await endDueSuspensions(app, cut)
      },
    },
  ],
  mails: peopleMails,
  today,
  menu: [
    {
      place: 'extranet',
      href: '/aujourdhui',
      label: { fr: 'Aujourd’hui', en: 'Today' },
      order: 0,
      icon: 'today',
      access: extranet,
    },
    {
      place: 'extranet',
      href: '/annuaire',
      label: { fr: 'Annuaire', en: 'Directory' },
      order: 40,
      icon: 'people',
      access: extranet,
    },
    {
      place: 'account',
      href: '/moi/profil',
      label: { fr: 'Mon profil', en: 'My profile' },
      order: 1,
      access: extranet,
    },
    { place: 'account', href: '/moi/compte', label: { fr: 'Mon compte', en: 'My account' }, order: 20 },
    {
      place: 'account',
      href: OFFICE,
      label: { fr: 'Personnes', en: 'People' },
      order: 55,
      access: seesPeople,
      group: 'people',
    },
  ],
  reasons: (lang) => texts(lang).reasons,
  exportOf: exportMembership,
})
