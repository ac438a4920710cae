import { columnsFor, type SeatCounts, type SeatMark, seatMarks } from './seats'

/** A seat's cell, in units of the drawing; marks of a row interlock like the tails and pins of a dovetail. */
const WIDTH = 10
const HEIGHT = 12
const ROW_GAP = 3
/** How far a side leans, and the saw cut between two marks. */
const LEAN = 1.5
const CUT = 0.75

export type SeasonDrawing = {
  readonly width: number
  readonly height: number
  readonly columns: number
  /** Path data of all marks of a kind; for held seats the outline and its filled half. */
  readonly paths: Readonly<Record<SeatMark, string>> & { readonly heldHalf: string }
}

const n = (value: number) => String(Math.round(value * 100) / 100)

/** A trapezoid between two heights of a cell (0 top … 1 bottom), inset by `inset`. */
function piece(column: number, row: number, from: number, to: number, inset: number): string {
  const x = column * WIDTH + LEAN
  const y = row * (HEIGHT + ROW_GAP)
  const flares = (column + row) % 2 === 0 ? 1 : -1
  const side = (t: number) => flares * LEAN * (2 * t - 1)
  const top = y + from * HEIGHT + (from === 0 ? inset : 0)
  const bottom = y + to * HEIGHT - (to === 1 ? inset : 0)
  const gap = CUT / 2 + inset
  const left = (t: number) => x - side(t) + gap
  const right = (t: number) => x + WIDTH + side(t) - gap
  return `M${n(left(from))} ${n(top)}H${n(right(from))}L${n(right(to))} ${n(bottom)}H${n(left(to))}Z`
}

/** The season as path data: one path a kind, so that 120 seats weigh a few kilobytes and no more elements. */
export function drawSeason(counts: SeatCounts, columnsWished?: number): SeasonDrawing {
  const marks = seatMarks(counts)
  const columns = columnsWished ?? columnsFor(marks.length)
  const rows = Math.max(1, Math.ceil(marks.length / columns))
  const paths = { taken: '', held: '', heldHalf: '', free: '', mine: '' }
  marks.forEach((mark, i) => {
    const column = i % columns
    const row = Math.floor(i / columns)
    const outlined = mark === 'held' || mark === 'free'
    paths[mark] += piece(column, row, 0, 1, outlined ? 0.5 : 0)
    if (mark === 'held') paths.heldHalf += piece(column, row, 0.5, 1, 0.5)
  })
  return { width: columns * WIDTH + 2 * LEAN, height: rows * (HEIGHT + ROW_GAP) - ROW_GAP, columns, paths }
}
