import type { Lang } from '@/core/lang'
import { SEASON_COLOURS, type SeasonTheme } from './colours'
import { drawSeason } from './drawing'
import type { SeatCounts } from './seats'
import { seasonText } from './text'

const escapeText = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

export type SeasonSvgOptions = SeatCounts & {
  lang: Lang
  theme?: SeasonTheme
  columns?: number
  /** In pixels; the height follows. */
  width?: number
  /** Said before the figures, « Saison 2023 ». */
  title?: string
}

/** The season as a standalone SVG file, for the embedded counter: no style, no script, its text within. */
export function seasonSvg(options: SeasonSvgOptions): string {
  const { width, height, paths } = drawSeason(options, options.columns)
  const colour = SEASON_COLOURS[options.theme ?? 'light']
  const label = escapeText([options.title, seasonText(options, options.lang)].filter(Boolean).join(' : '))
  const shown = options.width ?? width * 2
  const path = (d: string, paint: string) => (d ? `<path d="${d}" ${paint}/>` : '')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${shown}" ` +
    `height="${Math.round((shown * height) / width)}" role="img" aria-label="${label}"><title>${label}</title>` +
    path(paths.taken, `fill="${colour.deep}"`) +
    path(paths.mine, `fill="${colour.act}"`) +
    path(paths.held, `fill="none" stroke="${colour.act}"`) +
    path(paths.heldHalf, `fill="${colour.act}"`) +
    path(paths.free, `fill="none" stroke="${colour.edge}"`) +
    '</svg>'
  )
}
