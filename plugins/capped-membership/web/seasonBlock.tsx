import type { PageBlock } from '@/hooks'
import { Stack, T } from '@/ui'
import { readCounter } from '../service/readCounter'
import { SeasonCounter } from './SeasonCounter'

/** The counter of seats, in a page of staff. */
export const seasonBlock: PageBlock = {
  slug: 'season-counter',
  labels: {
    singular: { fr: 'Compteur de places', en: 'Counter of seats' },
    plural: { fr: 'Compteurs de places', en: 'Counters of seats' },
  },
  topics: ['season'],
  fields: [
    {
      name: 'sentence',
      label: { fr: 'Phrase', en: 'Sentence' },
      type: 'text',
      maxLength: 200,
      admin: {
        description: {
          fr: 'Sous le compteur, si vous le souhaitez.',
          en: 'Under the counter, if you wish.',
        },
      },
    },
  ],
  render: async ({ app, lang }, { sentence }) => {
    const read = await readCounter(app)
    if (!read) return null
    return (
      <Stack>
        <SeasonCounter read={read} lang={lang} size="medium" />
        {sentence && (
          <p>
            <T>{String(sentence)}</T>
          </p>
        )}
      </Stack>
    )
  },
}
