import { drawSeason, SEASON_COLOURS } from '@/ui'
import type { PublicCounter } from '../../contract'

const { deep, act, edge } = SEASON_COLOURS.light

/** The seats as SVG paths: by class where a style is read, else by their attributes. */
export function marksOf({ cap, taken, held }: PublicCounter): {
  width: number
  height: number
  paths: string
} {
  const { width, height, paths } = drawSeason({ seats: cap, taken, held })
  const path = (name: string, d: string, paint: string) => d && `<path class="${name}" d="${d}" ${paint}/>`
  return {
    width,
    height,
    paths:
      path('taken', paths.taken, `fill="${deep}"`) +
      path('held', paths.held, `fill="none" stroke="${act}"`) +
      path('half', paths.heldHalf, `fill="${act}"`) +
      path('free', paths.free, `fill="none" stroke="${edge}"`),
  }
}
