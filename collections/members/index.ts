import { extranet } from '@/core/access'
import { defineModule } from '@/hooks'
import { peopleCollections } from './collections'
import './contract'
import { texts } from './i18n'
import { peopleMails } from './mails'
import { afterStanding } from './service/changeStanding'
import { exportMembership } from './service/exportPerson'
import { accountRoutes } from './web/account'
import { directoryRoutes } from './web/directory'
import { firstAdminRoutes } from './web/firstAdmin'
import { profileRoutes } from './web/profile'
import { signInRoutes } from './web/signIn'

export const membersModule = defineModule({
  id: 'members',
  collections: peopleCollections,
  on: {
    'standing.changed': (app, { data, at }) => afterStanding(app, data.person, data.to, at),
  },
  routes: [...signInRoutes, ...firstAdminRoutes, ...accountRoutes, ...profileRoutes, ...directoryRoutes],
  mails: peopleMails,
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
      order: 10,
      access: extranet,
    },
    { place: 'account', href: '/moi/compte', label: { fr: 'Mon compte', en: 'My account' }, order: 20 },
  ],
  reasons: (lang) => texts(lang).reasons,
  exportOf: exportMembership,
})
