import { expect, it } from 'vitest'
import { caretIn } from './caret'

it.each([
  ['Bonjour', 3, { path: [0, 0], offset: 3 }],
  ['Bonjour', 7, { path: [0, 0], offset: 7 }],
  ['un **mot** ici', 6, { path: [0, 1], offset: 1 }],
  ['- a\n- bc', 7, { path: [0, 1, 0], offset: 1 }],
  ['un **mot**', 4, null],
  ['', 0, null],
  ['a\n\n\n\nb', 3, null],
])('%j, after %i letters: %j', (markdown, at, caret) => {
  expect(caretIn(markdown, at)).toEqual(caret)
})
