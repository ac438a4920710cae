import type { Lang } from '@/core/lang'
import { formatNumber, plural } from '@/core/lang'
import { cx } from '../classes'
import { texts } from '../texts'
import { typeset } from '../typography'
import { drawSeason, type SeasonDrawing } from './drawing'
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

/** Seats across, up to which a drawing keeps its own size: three seats as wide as a page look like something else. */
const FEW = 10

/** The season as its seats. Needs no context, so that the admin can use it from a server component too. */
export function SeasonFigure({
  lang,
  size = 'medium',
  columns,
  title,
  legend = true,
  ...counts
}: SeasonFigureProps) {
  const { width, height, columns: across, paths } = drawSeason(counts, columns)
  const label = typeset([title, seasonText(counts, lang)].filter(Boolean).join(' : '), lang)
  return (
    <figure className={cx('season', `season--${size}`, across <= FEW && 'season--few')}>
      <svg
        className="season__grid"
        viewBox={`0 0 ${width} ${height}`}
        width={width * 2}
        height={height * 2}
        role="img"
        aria-label={label}
      >
        <Marks paths={paths} />
      </svg>
      {legend && <Legend counts={counts} lang={lang} title={title} />}
    </figure>
  )
}

/** Coloured by the stylesheet; the attributes are what remains without it. */
function Marks({ paths }: { paths: SeasonDrawing['paths'] }) {
  const filled = { fill: 'currentColor' }
  const outlined = { fill: 'none', stroke: 'currentColor' }
  return (
    <>
      {paths.taken && <path className="season__taken" {...filled} d={paths.taken} />}
      {paths.mine && <path className="season__mine" {...filled} d={paths.mine} />}
      {paths.held && <path className="season__held" {...outlined} d={paths.held} />}
      {paths.heldHalf && <path className="season__mine" {...filled} d={paths.heldHalf} />}
      {paths.free && <path className="season__free" {...outlined} d={paths.free} />}
    </>
  )
}

/** Each figure beside its mark. The drawing's label says the same, so this is for the eyes alone. */
function Legend({ counts, lang, title }: { counts: SeatCounts; lang: Lang; title: string | undefined }) {
  const t = texts(lang).season
  const { seats, taken, held, free, mine } = tally(counts)
  const entry = (n: number, one: string, other: string, mark: Partial<SeatCounts>) => (
    <span className="season__entry">
      <Key {...mark} /> <b>{formatNumber(n, lang)}</b> {plural(lang, n, { one, other })}{' '}
    </span>
  )
  return (
    <figcaption className="season__legend" aria-hidden="true">
      {title && <span className="season__title">{title} </span>}
      {entry(taken, t.takenOne, t.taken, { taken: 1 })}
      {held > 0 && entry(held, t.heldOne, t.held, { held: 1 })}
      {entry(free, t.freeOne, t.free, {})}
      <span className="season__of">{t.of(formatNumber(seats, lang))} </span>
      {mine > 0 && (
        <span className="season__entry">
          <Key taken={1} mine={1} /> {t.mineShort(mine)}
        </span>
      )}
    </figcaption>
  )
}

/** One seat, as it is drawn in the grid. */
function Key(mark: Partial<SeatCounts>) {
  const { width, height, paths } = drawSeason({ taken: 0, ...mark, seats: 1 })
  return (
    <svg
      className="season__key"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
      focusable="false"
    >
      <Marks paths={paths} />
    </svg>
  )
}
