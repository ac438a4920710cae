/** A page number, or a gap between two. */
export type PageMark = number | 'gap'

/** Which pages a list of pages shows: the first, the last, the current one and its neighbours. */
export function pageMarks(page: number, pages: number): PageMark[] {
  const shown = new Set([1, page - 1, page, page + 1, pages])
  const marks: PageMark[] = []
  let last = 0
  for (const n of [...shown].filter((n) => n >= 1 && n <= pages).sort((a, b) => a - b)) {
    // A gap of one page is that page: « … » must never stand for a single number.
    if (n - last === 2) marks.push(n - 1)
    else if (n - last > 2) marks.push('gap')
    marks.push(n)
    last = n
  }
  return marks
}
