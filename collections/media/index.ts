import { defineModule } from '@/hooks'
import '@/collections/members/contract'
import { media } from './collection'
import { texts } from './i18n'
import { exportMedia } from './service/exportMedia'
import { forgetPortraits } from './service/storePortrait'

export const mediaModule = defineModule({
  id: 'media',
  collections: [media],
  on: {
    // Erased people leave no picture behind.
    'standing.changed': async (app, { data }) => {
      if (data.to === 'erased') await forgetPortraits(app, data.person)
    },
  },
  reasons: (lang) => texts(lang).reasons,
  exportOf: exportMedia,
})
