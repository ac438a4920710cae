import { richTextTexts } from '@/collections/richtext'
import { extranet } from '@/core/access'
import { MINUTE } from '@/core/clock'
import { defineModule } from '@/hooks'
import { forumCategories, forumReplies, forumTopics } from './collections'
import './contract'
import { texts } from './i18n'
import { exportMessages } from './service/exportMessages'
import { followLastMessage } from './service/followLastMessage'
import { recountReplies } from './service/recountReplies'
import { categoriesRoute } from './web/categories'
import { categoryRoute } from './web/category'
import { editRoutes } from './web/edit'
import { moderateReplyRoutes } from './web/moderateReply'
import { moderateTopicRoutes } from './web/moderateTopic'
import { openTopicRoute } from './web/openTopic'
import { topicRoutes } from './web/topic'

export const forumModule = defineModule({
  id: 'forum',
  collections: [forumCategories, forumTopics, forumReplies],
  // Those that name a topic or a message come before those that name a category.
  routes: [
    categoriesRoute,
    ...topicRoutes,
    ...editRoutes,
    ...moderateTopicRoutes,
    ...moderateReplyRoutes,
    categoryRoute,
    openTopicRoute,
  ],
  // Moderation did it already; this is for a crash in between, or two moderators at once.
  on: {
    'forum.moderated': async (app, { data }) => {
      if (data.reply) await followLastMessage(app, data.topic)
    },
  },
  jobs: [{ id: 'forum.recount', everyMs: 10 * MINUTE, run: recountReplies }],
  menu: [
    {
      place: 'extranet',
      href: '/forum',
      label: { fr: texts('fr').title, en: texts('en').title },
      order: 30,
      icon: 'forum',
      access: extranet,
    },
  ],
  reasons: (lang) => ({ ...texts(lang).reasons, ...richTextTexts(lang).reasons }),
  exportOf: exportMessages,
})
