import type { ReactNode } from 'react'
import type { WidgetContext } from '@/hooks'
import { T } from '@/ui'
import { SeasonFigure } from '@/ui/season/SeasonFigure'
import { readCounter } from '../service/readCounter'
import { counterSentence } from './SeasonCounter'

/** On the dashboard of the admin: the season that the public sees, and its seats. All staff reads seasons. */
export async function staffSeason({ app, lang }: WidgetContext): Promise<ReactNode> {
  const read = await readCounter(app)
  if (!read) return null
  const { season, counter } = read
  return (
    <>
      <h2>
        <a href={`/admin/collections/seasons/${season.id}`}>
          {lang === 'en' ? season.titleEn : season.titleFr}
        </a>
      </h2>
      <p>
        <T>{counterSentence(read, lang)}</T>
      </p>
      <SeasonFigure lang={lang} seats={counter.cap} taken={counter.taken} held={counter.held} />
    </>
  )
}
