import type { Lang } from '@/core/lang'
import { formatNumber, plural } from '@/core/lang'
import { cx } from '../classes'
import { texts } from '../texts'
import { typeset } from '../typography'
import { drawSeason } from './drawing'
import { type SeatCounts, tally } from './seats'
import { seasonText } from './text'

export type SeasonSize = 'large' | 'medium' | 'small'

export type SeasonFigureProps = SeatCounts & {
  lang: Lang
  size?: SeasonSize
  columns?: number
  /** « Saison 2023 ». */
  title?: string
  /** Figures under the drawing, each beside its mark; without them the drawing says them by itself. */
  legend?: boolean
}

/** The season as its seats. Needs no context, so that the admin can use it from a server component too. */
export function SeasonFigure({
  lang,
  size = 'medium',
  columns,
  title,
  legend = true,
  ...counts
}: SeasonFigureProps) {
  const { width, height, paths } = drawSeason(counts, columns)
  const { seats, taken, held, free } = tally(counts)
  const t = texts(lang).season
  const label = typeset([title, seasonText(counts, lang)].filter(Boolean).join(' : '), lang)
  const one = (n: number, single: string, many: string) => plural(lang, n, { one: single, other: many })
  const entries: { mark: 'taken' | 'held' | 'free'; n: number; word: string }[] = [
    { mark: 'taken', n: taken, word: one(taken, t.takenOne, t.taken) },
    ...(held > 0 ? [{ mark: 'held' as const, n: held, word: one(held, t.heldOne, t.held) }] : []),
    { mark: 'free', n: free, word: one(free, t.freeOne, t.free) },
  ]
  return (
    <figure className={cx('season', `season--${size}`)}>
      <svg className="season__grid" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <path className="season__taken" d={paths.taken} />
        {paths.mine && <path className="season__mine" d={paths.mine} />}
        {paths.held && <path className="season__held" d={paths.held} />}
        {paths.heldHalf && <path className="season__mine" d={paths.heldHalf} />}
        <path className="season__free" d={paths.free} />
      </svg>
      {legend && (
        <figcaption className="season__legend" aria-hidden="true">
          {title && <span className="season__title">{title}</span>}
          {entries.map((entry) => (
            <span key={entry.mark} className="season__entry">
              <LegendMark mark={entry.mark} />
              <b>{formatNumber(entry.n, lang)}</b> {entry.word}
            </span>
          ))}
          <span className="season__of">{t.of(formatNumber(seats, lang))}</span>
        </figcaption>
      )}
    </figure>
  )
}

function LegendMark({ mark }: { mark: 'taken' | 'held' | 'free' }) {
  const { width, height, paths } = drawSeason({
    seats: 1,
    taken: mark === 'taken' ? 1 : 0,
    held: mark === 'held' ? 1 : 0,
  })
  return (
    <svg
      className="season__key"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <path className={`season__${mark}`} d={paths[mark]} />
      {mark === 'held' && <path className="season__mine" d={paths.heldHalf} />}
    </svg>
  )
}
