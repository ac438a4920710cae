import type { PageBlock } from '@/hooks'
import { CardList } from '@/ui'
import { texts } from '../i18n'
import { latest, MOST } from './home'
import { NewsCard } from './parts'

/** The latest news, in a page of staff. */
export const latestPosts: PageBlock = {
  slug: 'latest-posts',
  labels: {
    singular: { fr: 'Dernières actualités', en: 'Latest news' },
    plural: { fr: 'Dernières actualités', en: 'Latest news' },
  },
  topics: ['posts'],
  fields: [
    {
      name: 'count',
      label: { fr: 'Combien', en: 'How many' },
      type: 'number',
      required: true,
      defaultValue: 3,
      min: 1,
      max: MOST,
      admin: { description: { fr: `De 1 à ${MOST}.`, en: `From 1 to ${MOST}.` } },
    },
  ],
  render: async ({ app, lang }, { count }) => {
    const posts = (await latest(app, lang)).slice(0, Number(count))
    if (posts.length === 0) return null
    return (
      <CardList label={texts(lang).latest}>
        {posts.map((post) => (
          <NewsCard key={post.id} post={post} lang={lang} level={3} />
        ))}
      </CardList>
    )
  },
}
