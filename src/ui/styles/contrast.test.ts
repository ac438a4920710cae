import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SEASON_COLOURS } from '../season/colours'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

const colours = (block: string): Record<string, string> =>
  Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/gi)].map((m) => [m[1], m[2]]))

const [lightBlock = '', darkBlock = ''] = css.split('@media (prefers-color-scheme: dark)')
const light = colours(lightBlock)
const themes = { light, dark: { ...light, ...colours(darkBlock) } }

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [hi = 0, lo = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (hi + 0.05) / (lo + 0.05)
}

const surfaces = ['paper', 'card', 'sunk']
const on = (backgrounds: string[], inks: string[]) =>
  inks.flatMap((ink) => backgrounds.map((bg) => [ink, bg] as const))

/** Every pair the stylesheet sets as text on a background. */
const TEXT = [
  ...on(surfaces, ['ink', 'soft', 'deep', 'act', 'act-strong', 'ts', 'done', 'refused']),
  ...on(['deep-wash', 'done-wash', 'refused-wash', 'ts-wash'], ['ink']),
  ...on(['deep-wash'], ['deep']),
  ...on(['done-wash'], ['done']),
  ...on(['refused-wash'], ['refused']),
  ...on(['ts-wash'], ['ts']),
  ...on(['act', 'act-strong'], ['on-act']),
  ...on(['deep'], ['on-deep']),
  // A danger button in its panel.
  ...on(['refused'], ['paper']),
  ...on(['ground'], ['on-ground', 'ground-soft']),
]
/** Read for long: AAA costs nothing. */
const LONG = on(['paper', 'card'], ['ink', 'soft'])
/** Edges of controls, marks of a drawing, the focus: 3 to 1 (WCAG 1.4.11). */
const MARKS = [...on(['paper', 'card'], ['edge', 'focus', 'deep', 'act']), ...on(['ground'], ['on-ground'])]

describe.each(Object.entries(themes))('contrast in the %s theme', (_, tokens) => {
  const ratio = (a: string, b: string) => {
    const [first, second] = [tokens[a], tokens[b]]
    if (!first || !second) throw new Error(`no such colour: ${a} or ${b}`)
    return contrast(first, second)
  }
  it.each(TEXT)('%s on %s is AA', (ink, bg) => expect(ratio(ink, bg)).toBeGreaterThanOrEqual(4.5))
  it.each(LONG)('%s on %s is AAA', (ink, bg) => expect(ratio(ink, bg)).toBeGreaterThanOrEqual(7))
  it.each(MARKS)('%s stands out from %s', (mark, bg) => expect(ratio(mark, bg)).toBeGreaterThanOrEqual(3))
})

describe('tokens', () => {
  it('gives every colour in both themes', () => {
    expect(Object.keys(colours(darkBlock)).sort()).toEqual(Object.keys(light).sort())
  })
  it.each(['light', 'dark'] as const)('the standalone season has the %s colours of the pages', (theme) => {
    for (const [name, value] of Object.entries(SEASON_COLOURS[theme])) expect(themes[theme][name]).toBe(value)
  })
})
