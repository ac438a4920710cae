import { markdownToRichText } from '@/collections/richtext'
import { unwrap } from '@/core/result'
import { createBilingual } from '../bilingual'
import type { Calendar } from '../calendar'
import type { Act } from '../timeline'
import type { DemoText } from './demoPage'
import { pages } from './pages'
import { posts } from './posts'

/** As the editor would write it. */
function content(text: DemoText) {
  const parts = typeof text === 'string' ? [text] : text
  const children = parts.flatMap((part, i): object[] =>
    typeof part === 'string'
      ? unwrap(markdownToRichText(part.trim(), 'staff')).root.children
      : [
          {
            type: 'block',
            version: 2,
            format: '',
            fields: { ...part.values, id: `demo-${i}`, blockName: '', blockType: part.block },
          },
        ],
  )
  const empty = unwrap(markdownToRichText('', 'staff'))
  return { root: { ...empty.root, children } }
}

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
