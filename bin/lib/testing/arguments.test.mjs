import { expect, it } from 'vitest'
import { parseArguments, STAGES } from './arguments.mjs'

it.each([
  [[], STAGES.filter((stage) => stage !== 'long')],
  [['--quick'], ['lint', 'types', 'unit']],
  [['--only=sqlite,unit'], ['unit', 'sqlite']],
  [['--only=journeys'], ['build', 'journeys']],
  [['--only=long'], ['build', 'long']],
  [['collections/ts'], ['unit', 'sqlite', 'mongodb']],
  [['collections/ts/domain/fold.test.ts'], ['unit']],
  [['./collections/ts/tests/race.int.test.ts'], ['sqlite', 'mongodb']],
  [['tests/journeys'], ['build', 'journeys']],
  [['--only=sqlite', 'collections/ts'], ['sqlite']],
])('%j runs %j', (argv, stages) => {
  expect(parseArguments(argv)).toMatchObject({ stages })
})

it('keeps the paths, and refuses what it does not know', () => {
  expect(parseArguments(['./hooks', '--quick'])).toMatchObject({ paths: ['hooks'], quick: true })
  expect(parseArguments(['--fast'])).toEqual({ problem: expect.stringContaining('--fast ?') })
  expect(parseArguments(['--only=unit,lnit'])).toEqual({ problem: expect.stringContaining('lnit ?') })
})
