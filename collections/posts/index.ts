import { MINUTE } from '@/core/clock'
import { defineModule } from '@/hooks'
import { posts } from './collection'
import { texts } from './i18n'
import { showDuePosts } from './service/showDuePosts'
import { latestPosts } from './web/block'
import { homeNews } from './web/home'
import { listRoutes } from './web/list'
import { postRoute } from './web/post'

export const postsModule = defineModule({
  id: 'posts',
  collections: [posts],
  routes: [...listRoutes, postRoute],
  widgets: [
    { place: 'home', order: 60, topics: ['posts'], load: homeNews },
    { place: 'today', order: 60, load: homeNews },
  ],
  blocks: [latestPosts],
  jobs: [{ id: 'posts.show-due', everyMs: MINUTE, run: showDuePosts }],
  menu: [
    {
      place: 'public',
      href: '/actualites',
      label: { fr: texts('fr').title, en: texts('en').title },
      order: 40,
    },
  ],
})
