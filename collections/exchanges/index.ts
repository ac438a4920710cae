import { activeMember, staffFor } from '@/core/access'
import { MINUTE } from '@/core/clock'
import { defineModule } from '@/hooks'
import { exchanges } from './collection'
import { EXCHANGES } from './contract'
import { reasons, texts } from './i18n'
import { mails } from './mails'
import { expireExchanges, followLedger, reconcileExchanges } from './service'
import { endExchangesOf } from './service/endExchangesOf'
import { exportExchanges } from './service/exportExchanges'
import { tell } from './service/tell'
import { actRoutes } from './web/actRoutes'
import { askRoute } from './web/ask'
import { deskRoute, toReview } from './web/desk'
import { evaluateRoute } from './web/evaluate'
import { listRoute } from './web/list'
import { showRoute } from './web/show'
import { today } from './web/today'

/** Help between members, paid in TS: from the request to the TS that move on evaluation. */
export const exchangesModule = defineModule({
  id: 'exchanges',
  collections: [exchanges],
  on: {
    'standing.changed': async (app, { data }) => {
      if (data.to === 'left' || data.to === 'erased') await endExchangesOf(app, data.person)
    },
    'exchange.asked': (app, event) => tell(app, event, 'asked', ['helper']),
    'exchange.accepted': (app, event) => tell(app, event, 'accepted', ['requester']),
    'exchange.declined': (app, event) => tell(app, event, 'declined', ['requester']),
    'exchange.fell-short': (app, event) => tell(app, event, 'short', ['requester']),
    'exchange.delivered': (app, event) => tell(app, event, 'delivered', ['requester']),
    // The TS move at once with the evaluation; this is for when that was cut.
    'exchange.evaluated': async (app, { data }) => void (await followLedger(app, data.exchange)),
    'exchange.disputed': (app, event) => tell(app, event, 'disputed', ['requester', 'helper']),
    'exchange.settled': (app, event) => tell(app, event, 'settled', ['helper']),
    'exchange.released': async (app, event) => {
      await followLedger(app, event.data.exchange)
      await tell(app, event, 'released', ['requester', 'helper'])
    },
    'exchange.cancelled': async (app, event) => {
      await followLedger(app, event.data.exchange)
      await tell(app, event, 'cancelled', [event.data.by === event.data.requester ? 'helper' : 'requester'])
    },
    'exchange.expired': async (app, event) => {
      await followLedger(app, event.data.exchange)
      await tell(app, event, 'expired', ['requester', 'helper'])
    },
  },
  filters: {
    'ts.codes': {
      apply: async (_app, codes) => ({
        ok: true,
        value: {
          ...codes,
          exchange: {
            label: { fr: 'Entraide', en: 'Mutual help' },
            path: '/entraide/',
            staff: staffFor('moderation'),
          },
        },
      }),
    },
  },
  jobs: [
    { id: 'exchanges.expire', everyMs: 5 * MINUTE, run: async (app) => void (await expireExchanges(app)) },
    { id: 'exchanges.reconcile', everyMs: MINUTE, run: async (app) => void (await reconcileExchanges(app)) },
  ],
  // The word routes stand before `/entraide/:id`.
  routes: [listRoute, askRoute, evaluateRoute, ...actRoutes, showRoute, deskRoute],
  menu: [
    {
      place: 'extranet',
      label: { fr: 'Entraide', en: 'Help' },
      href: '/entraide',
      order: 20,
      icon: 'tools',
      access: activeMember,
    },
    {
      place: 'account',
      label: { fr: 'Entraide', en: 'Mutual help' },
      href: '/bureau/entraide',
      order: 81,
      access: staffFor('moderation'),
      group: 'life',
    },
  ],
  mails,
  today,
  todo: async (app, who, lang) => {
    if (!staffFor('moderation')(who)) return []
    const { totalDocs } = await app.payload.db.count({
      collection: EXCHANGES,
      where: toReview(app.clock.now()),
    })
    const label = texts(lang).desk.todo(totalDocs)
    return totalDocs ? [{ label, count: totalDocs, href: '/bureau/entraide' }] : []
  },
  reasons,
  exportOf: exportExchanges,
})
