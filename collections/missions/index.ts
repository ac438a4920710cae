import { extranet } from '@/core/access'
import { defineModule } from '@/hooks'
import { mayPropose, verifies } from './access'
import { missionProspects, missions } from './collection'
import { MISSIONS } from './contract'
import { reasons, texts } from './i18n'
import { exportMissions } from './service/exportMissions'
import { findMissions } from './store/missions'
import { actRoutes, missionHref } from './web/acts'
import { deskRoute } from './web/desk'
import { editRoute } from './web/edit'
import { listRoute } from './web/list'
import { proposeRoute } from './web/propose'
import { showRoute } from './web/show'

/** The mission bank, thin: brought by coordinators and staff, verified by staff, read by members. */
export const missionsModule = defineModule({
  id: 'missions',
  collections: [missions, missionProspects],
  // The word routes stand before `/missions/:id`.
  routes: [listRoute, proposeRoute, editRoute, ...actRoutes, showRoute, deskRoute],
  menu: [
    {
      place: 'extranet',
      label: { fr: 'Missions', en: 'Missions' },
      href: '/missions',
      order: 25,
      icon: 'missions',
      access: extranet,
    },
    {
      place: 'account',
      label: { fr: 'Missions à vérifier', en: 'Missions to verify' },
      href: '/bureau/missions',
      order: 82,
      access: verifies,
      group: 'life',
    },
  ],
  today: async (ctx) => {
    if (!ctx.who || !mayPropose(ctx.who)) return []
    const { rows } = await findMissions(
      ctx.app,
      {
        and: [
          { postedBy: { equals: ctx.who.id } },
          { state: { equals: 'draft' } },
          { remark: { exists: true } },
        ],
      },
      { limit: 5, sort: 'since' },
    )
    const t = texts(ctx.lang).today
    return rows.map((row) => ({
      order: 40,
      sentence: t.returned(row.title),
      action: { label: t.returnedAct, href: missionHref(row.id) },
      since: row.since,
    }))
  },
  todo: async (app, who, lang) => {
    if (!verifies(who)) return []
    const { totalDocs } = await app.payload.db.count({
      collection: MISSIONS,
      where: { state: { equals: 'to-verify' } },
    })
    const label = texts(lang).desk.todo(totalDocs)
    return totalDocs ? [{ label, count: totalDocs, href: '/bureau/missions' }] : []
  },
  reasons,
  exportOf: exportMissions,
})
