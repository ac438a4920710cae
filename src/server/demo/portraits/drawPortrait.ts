import { initials } from '@/ui/parts/initials'
import { chanceOf } from '../chance'
import { LETTERS } from './letters'

type Wood = readonly [ground: string, pattern: string, letters: string]

/** Boards and inlays, from the palette of the design system: ground, pattern, letters. */
const WOODS: readonly [Wood, ...Wood[]] = [
  ['#12444d', '#1d5a64', '#f6f1e6'],
  ['#a8451f', '#b9572f', '#fff6ec'],
  ['#8a5c00', '#9d6f16', '#fff7e4'],
  ['#2b5d35', '#3b7146', '#f2f6ea'],
  ['#4d5758', '#5f6a6b', '#fbf8f2'],
  ['#f2ecdf', '#e3d9c4', '#12444d'],
  ['#f8edd3', '#ecdcb4', '#86330f'],
]

const SIDE = 320

/** What a workshop leaves behind the letters: rings, joints, weaving, tiles, shavings. */
const PATTERNS = [rings, dovetails, weaving, tiles, shavings] as const

/** Chance, in whole numbers. */
type At = (low: number, high: number) => number

/** The end of a trunk. */
function rings(at: At): string {
  const [x, y] = [at(40, 280), at(30, 290)]
  const one = (r: number) => `<ellipse cx="${x}" cy="${y}" rx="${r}" ry="${Math.round(r * 0.9)}"/>`
  return Array.from({ length: 14 }, (_, i) => one(22 + i * at(24, 28))).join('')
}

/** Two boards joined at a corner. */
function dovetails(at: At): string {
  const step = at(52, 68)
  const edge = at(90, 150)
  const tail = (y: number) =>
    `<path class="full" d="M0 ${y} H${edge - 18} L${edge + 18} ${y - 10} V${y + step / 2 + 10} L${edge - 18} ${y + step / 2} H0 Z"/>`
  return Array.from({ length: 8 }, (_, i) => tail(i * step - 20)).join('')
}

/** A chair's seat. */
function weaving(at: At): string {
  const step = at(36, 48)
  const cells = Math.ceil(SIDE / step)
  return Array.from({ length: cells * cells }, (_, i) => {
    const [x, y] = [(i % cells) * step, Math.floor(i / cells) * step]
    const across = (i + Math.floor(i / cells)) % 2 === 0
    const lines = [0.25, 0.5, 0.75].map((f) =>
      across ? `M${x + 3} ${y + f * step} h${step - 6}` : `M${x + f * step} ${y + 3} v${step - 6}`,
    )
    return `<path d="${lines.join(' ')}"/>`
  }).join('')
}

/** A roof. */
function tiles(at: At): string {
  const r = at(30, 40)
  const rows = Math.ceil(SIDE / r) + 1
  return Array.from({ length: rows * rows }, (_, i) => {
    const row = Math.floor(i / rows)
    const x = (i % rows) * r * 2 - (row % 2) * r
    return `<path d="M${x} ${row * r} a${r} ${r} 0 0 0 ${r * 2} 0"/>`
  }).join('')
}

/** What the plane takes off. */
function shavings(at: At): string {
  return Array.from({ length: 9 }, (_, i) => {
    const y = i * 42 - 20
    return `<path d="M-10 ${y} C${at(60, 110)} ${y + at(-50, 50)} ${at(190, 240)} ${y + at(-50, 50)} 330 ${y + at(-20, 20)}"/>`
  }).join('')
}

/** A portrait of somebody who does not exist: initials cut into a board. The same for the same name, always; SVG. */
export function drawPortrait(name: string): string {
  const chance = chanceOf(name)
  const [ground, pattern, ink] = chance.pick(WOODS)
  const background = chance.pick(PATTERNS)(chance.between)
  const letters = [...initials(name).normalize('NFD')].filter((c) => c in LETTERS)
  // Two letters of 10 on 14, six apart, in the middle of the board.
  const width = letters.length * 16 - 6
  const scale = 8.4
  const left = (SIDE - width * scale) / 2
  const top = (SIDE - 14 * scale) / 2
  const strokes = letters
    .map((c, i) => `<path transform="translate(${i * 16} 0)" d="${LETTERS[c]}"/>`)
    .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="0 0 ${SIDE} ${SIDE}"><style>.full{fill:${pattern};stroke:none}</style><rect width="${SIDE}" height="${SIDE}" fill="${ground}"/><g fill="none" stroke="${pattern}" stroke-width="5">${background}</g><g transform="translate(${left.toFixed(1)} ${top.toFixed(1)}) scale(${scale})" fill="none" stroke="${ink}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">${strokes}</g></svg>`
}
