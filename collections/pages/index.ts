import { defineModule } from '@/hooks'
import { pages } from './collection'
import { texts } from './i18n'

/** Its one route, `pageFallbackRoute`, is mounted apart, after all others (src/server). */
export const pagesModule = defineModule({
  id: 'pages',
  collections: [pages],
  reasons: (lang) => texts(lang).reasons,
})

export type { Menu, PageLink } from './contract'
export { readPageLinks } from './service/readPages'
export { pageFallbackRoute } from './web/page'
