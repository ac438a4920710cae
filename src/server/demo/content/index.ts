import { markdownToRichText } from '@/collections/richtext'
import { unwrap } from '@/core/result'
import { createBilingual } from '../bilingual'
import type { Calendar } from '../calendar'
import type { Act } from '../timeline'
import { pages } from './pages'
import { posts } from './posts'

const content = (text: string) => unwrap(markdownToRichText(text.trim(), 'staff'))

/** The public site's pages, there from the opening, and its news as the months went by. */
export const contentActs = (calendar: Calendar): Act[] => [
  ...pages.map(
    ({ slug, menu, order, fr, en }, n) =>
      ({
        at: calendar.since(-1, 14 + n / 10),
        run: (world) =>
          createBilingual(
            world,
            'pages',
            { slug, menu, order, _status: 'published' },
            {
              fr: { ...fr, content: content(fr.content) },
              en: { ...en, content: content(en.content), _status: 'published' },
            },
          ),
      }) satisfies Act,
  ),
  ...posts.map(({ slug, author, published, fr, en }) => {
    const at = published === 'opening' ? calendar.since(0, 8.5) : calendar.ago(published, 8.5)
    return {
      at,
      run: (world) =>
        createBilingual(
          world,
          'posts',
          { slug, author, publishedAt: at.toISOString(), _status: 'published' },
          {
            fr: { ...fr, content: content(fr.content) },
            en: { ...en, content: content(en.content), _status: 'published' },
          },
        ),
    } satisfies Act
  }),
]
