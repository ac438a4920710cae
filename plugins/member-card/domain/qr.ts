/** A QR code as rows of dark and light modules, quiet zone included. */
export type Modules = readonly (readonly boolean[])[]

/** Runs of dark modules of each row: `[x, y, width]`, in modules. A code drawn of runs shows no seams between modules. */
export function runsOf(modules: Modules): [x: number, y: number, width: number][] {
  const runs: [number, number, number][] = []
  modules.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue
      const from = x
      while (row[x + 1]) x++
      runs.push([from, y, x - from + 1])
    }
  })
  return runs
}

/** The dark modules as path data of an SVG whose unit is one module. */
export const pathOf = (modules: Modules): string =>
  runsOf(modules)
    .map(([x, y, width]) => `M${x} ${y}h${width}v1h-${width}z`)
    .join('')
