import { anyone } from '@/core/access'
import { route } from '@/hooks'
import { SEASON_COLOURS } from '@/ui'
import type { PublicCounter } from '../../contract'
import { type Asked, rendering } from './bodies'
import { escapeText } from './escape'
import { marksOf } from './marks'
import { MARKS, palette, SERIF } from './style'

/** What stands beside the margins of a phone. */
const WIDTH = 340
const PADDING = 18
const INNER = WIDTH - 2 * PADDING
const SANS = 'system-ui,sans-serif'

/** How many letters a line holds, at the widest these fonts are likely to be. */
const LINE = { title: 38, text: 34, detail: 44 }

/** Words in lines of at most so many letters; a drawing breaks none by itself. */
function broken(text: string, most: number): string[] {
  const lines: string[] = []
  // No-break spaces hold together what they join.
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** The same in as many lines, as even as can be: no word stands alone under the others. */
function linesOf(text: string, most: number): string[] {
  const lines = broken(text, most)
  for (let less = most - 1; less > 0; less--) {
    const evener = broken(text, less)
    if (evener.length > lines.length) return broken(text, less + 1)
  }
  return lines
}

/** The counter as a picture: nothing but an image is needed of the site that shows it. */
export function counterSvg(counter: PublicCounter, { lang, theme }: Asked): string {
  const { title, text, detail } = counter[lang]
  const light = SEASON_COLOURS[theme === 'dark' ? 'dark' : 'light']
  const parts: string[] = []
  let y = PADDING
  const write = (name: string, lines: string[], size: number, font: string, fill: string) => {
    for (const line of lines) {
      y += Math.round(size * 1.3)
      parts.push(
        `<text class="${name}" x="${PADDING}" y="${y - Math.round(size * 0.3)}" font-family='${font}' font-size="${size}" fill="${fill}">${escapeText(line)}</text>`,
      )
    }
  }
  write('soft', linesOf(title, LINE.title), 15, SANS, light.soft)
  y += 2
  write('ink', linesOf(text, LINE.text), 19, SERIF, light.ink)
  if (counter.cap > 0) {
    const { width, height, paths } = marksOf(counter)
    const scale = Math.min(INNER / width, 2.5)
    y += 14
    parts.push(
      `<g transform="translate(${PADDING} ${y}) scale(${Math.round(scale * 1e4) / 1e4})">${paths}</g>`,
    )
    y += Math.round(height * scale) + 8
    write('soft', linesOf(detail, LINE.detail), 13, SANS, light.soft)
  }
  const height = y + PADDING
  const style = `${palette('svg', theme)}.paper{fill:var(--paper);stroke:var(--line)}.ink{fill:var(--ink)}.soft{fill:var(--soft)}${MARKS}`
  const label = escapeText([title, text, detail].filter(Boolean).join('. '))
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" ` +
    `lang="${lang}" role="img" aria-label="${label}"><title>${label}</title><style>${style}</style>` +
    `<rect class="paper" x=".5" y=".5" width="${WIDTH - 1}" height="${height - 1}" rx="3" fill="${light.paper}" stroke="${light.line}"/>` +
    `${parts.join('')}</svg>`
  )
}

export const counterSvgRoute = route({
  path: '/widgets/counter.svg',
  access: anyone,
  get: rendering('svg', {
    contentType: 'image/svg+xml',
    // Opened by itself it is a document, and its style is within.
    headers: { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'" },
    make: counterSvg,
  }),
})
