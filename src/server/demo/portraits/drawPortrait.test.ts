import { expect, it } from 'vitest'
import { initials } from '@/ui/parts/initials'
import { everybody } from '../people'
import { drawPortrait } from './drawPortrait'
import { LETTERS } from './letters'

it('draws everybody, each the same way each time, not two the same', () => {
  const drawn = everybody.map(({ name }) => drawPortrait(name))
  expect(everybody.map(({ name }) => drawPortrait(name))).toEqual(drawn)
  expect(new Set(drawn).size).toBe(everybody.length)
  for (const svg of drawn) expect(svg).not.toMatch(/undefined|NaN/)
})

it('has a letter for every initial', () => {
  const wanted = everybody
    .flatMap(({ name }) => [...initials(name).normalize('NFD')])
    .filter((c) => /\p{L}/u.test(c))
  expect(wanted.filter((c) => !(c in LETTERS))).toEqual([])
})
