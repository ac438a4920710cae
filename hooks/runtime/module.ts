import { administrator } from '@/core/access'
import { type Bilingual, plural } from '@/core/lang'
import { defineModule } from '../module'
import { DELIVERIES } from './collections'

const one: Bilingual = { fr: 'Suite d’un événement abandonnée', en: 'Follow-up of an event given up' }
const many: Bilingual = { fr: 'Suites d’événements abandonnées', en: 'Follow-ups of events given up' }

/** What the runtime itself has to tell staff: deliveries that were given up. */
export const runtimeModule = defineModule({
  id: 'hooks',
  async todo(app, who, lang) {
    if (!administrator(who)) return []
    const { totalDocs: count } = await app.payload.db.count({
      collection: DELIVERIES,
      where: { state: { equals: 'dead' } },
    })
    if (count === 0) return []
    const label = plural(lang, count, { one: one[lang], other: many[lang] })
    return [{ label, count, href: '/bureau/remises' }]
  },
})
