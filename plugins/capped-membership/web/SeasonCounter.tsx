import { formatDate } from '@/core/dates'
import type { Lang } from '@/core/lang'
import { SeasonGrid, type SeasonSize, Stack, T } from '@/ui'
import { texts } from '../i18n'
import type { SeasonCounter as Read } from '../service/readCounter'

/** « 102 adhésions, il reste 18 places », or why there is no such figure. */
export function counterSentence({ season, counter }: Read, lang: Lang): string {
  const t = texts(lang).counter
  if (counter.state === 'upcoming') return t.upcoming(formatDate(season.opensOn, lang))
  if (counter.state === 'closed') return t.closed
  return t.sentence(counter.taken, counter.free)
}

/** The season as its seats, with the sentence that says it. */
export function SeasonCounter({ read, lang, size }: { read: Read; lang: Lang; size?: SeasonSize }) {
  const { season, counter } = read
  return (
    <Stack tight>
      <p className="lead">
        <T>{counterSentence(read, lang)}</T>
      </p>
      <SeasonGrid
        seats={counter.cap}
        taken={counter.taken}
        held={counter.held}
        title={lang === 'en' ? season.titleEn : season.titleFr}
        size={size ?? 'large'}
      />
    </Stack>
  )
}
