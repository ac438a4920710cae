import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

/** The colours that a block of CSS gives to variables. */
const colours = (css: string) =>
  Object.fromEntries(
    [...css.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  )

const block = (css: string, opening: string) => {
  const from = css.indexOf(opening)
  return from < 0 ? '' : css.slice(from, css.indexOf('}', from))
}

const ours = read('../../ui/styles/tokens.css')
const admin = read('tokens.css')

describe('the colours of the admin', () => {
  it.each([
    ['light', ours.slice(0, ours.indexOf('@media'))],
    ['dark', ours.slice(ours.indexOf('@media (prefers-color-scheme: dark)'))],
  ])('are those of the site: %s', (theme, source) => {
    const expected = colours(block(source, ':root {'))
    expect(Object.keys(expected).length).toBeGreaterThan(15)
    expect(colours(block(admin, `html[data-theme="${theme}"] {`))).toEqual(expected)
  })
})
