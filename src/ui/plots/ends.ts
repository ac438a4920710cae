const LINE = 15
const ABOVE = 9
const BELOW = 19
const ROOM = 26

/**
 * Where the names at the ends of lines stand, given the heights (downwards) at which the lines end: above its line
 * where there is room, below where another name stands there already, never one upon another.
 */
export function namesAt(ends: readonly number[], height: number): number[] {
  const at = ends.map(() => 0)
  let before = Number.NEGATIVE_INFINITY
  for (const i of ends.map((_, i) => i).sort((a, b) => (ends[a] ?? 0) - (ends[b] ?? 0))) {
    const end = ends[i] ?? 0
    const above = end - ABOVE
    const free = end > ROOM && above >= before + LINE
    before = free ? above : Math.max(end + BELOW, before + LINE)
    at[i] = before
  }
  // What is pushed out at the foot pushes the others back up.
  let ceiling = height - 4
  for (const i of at.map((_, i) => i).sort((a, b) => (at[b] ?? 0) - (at[a] ?? 0))) {
    at[i] = Math.min(at[i] ?? 0, ceiling)
    ceiling = at[i] - LINE
  }
  return at
}
