import '@/collections/members/contract'
import { ok } from '@/core/result'
import { defineModule } from '@/hooks'
import { loges } from './collection'
import { TOPIC } from './contract'
import { reasons } from './i18n'
import { namedLoges } from './service/knownLoges'
import { editRoute } from './web/edit'
import { listRoute } from './web/list'
import { showRoute } from './web/show'
import { todayLoges } from './web/today'

/** Loges, thin: who, where, what is looked for. */
export const logesModule = defineModule({
  id: 'loges',
  collections: [loges],
  on: {
    // A team changes by role grants: cached pages follow.
    'role.granted': (app) => app.touch(TOPIC),
    'role.ended': (app) => app.touch(TOPIC),
  },
  filters: {
    'roles.loges': { apply: async (app, loges) => ok([...loges, ...(await namedLoges(app))]) },
  },
  routes: [listRoute, editRoute, showRoute],
  menu: [{ place: 'public', label: { fr: 'Loges', en: 'Loges' }, href: '/loges', order: 30 }],
  widgets: [{ place: 'today', order: 25, load: todayLoges }],
  reasons,
})
