import { DAY } from '@/core/clock'
import { defineModule } from '@/hooks'
import { pruneFaults } from '@/hooks/runtime'
import { texts } from './i18n'
import { EXTENSIONS, extensionsAccess } from './web/access'
import { actRoutes } from './web/acts'
import { deliveryRoutes } from './web/deliveries'
import { detailRoute } from './web/detail'
import { listRoute } from './web/list'

export const extensionsModule = defineModule({
  id: 'extensions',
  routes: [listRoute, ...deliveryRoutes, detailRoute, ...actRoutes],
  menu: [
    {
      place: 'account',
      href: EXTENSIONS,
      group: 'tools',
      label: { fr: texts('fr').title, en: texts('en').title },
      order: 90,
      access: extensionsAccess,
    },
  ],
  jobs: [{ id: 'extensions.prune', everyMs: DAY, run: pruneFaults }],
  reasons: (lang) => texts(lang).reasons,
})
