import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { fill, withPlugin, wordsOf, writePlugin } from './write.mjs'

const words = wordsOf({
  id: 'petites-annonces',
  answers: {
    'title-fr': 'Petites annonces',
    'title-en': 'Small ads',
    path: '/annonces',
    listen: 'mission.closed',
  },
  action: { name: 'mission.closed', person: 'postedBy' },
  requires: { compagnon: '^0.1.0', 'capped-membership': '^0.2.0' },
})

it('enters a plugin at the end of the list, by one line and its import', () => {
  const index = `import type { Plugin } from '@/hooks'
import { a } from './a'

/** The plugins. */
export const plugins: Plugin[] = [a]
`
  const one = withPlugin(index, words)
  expect(one).toContain(
    "import { a } from './a'\nimport { petitesAnnoncesPlugin } from './petites-annonces'\n\n",
  )
  expect(one).toContain('export const plugins: Plugin[] = [a, petitesAnnoncesPlugin]\n')
  expect(withPlugin(index.replace('[a]', '[\n  a,\n]'), words)).toContain('= [a, petitesAnnoncesPlugin]')
  expect(withPlugin(index.replace('[a]', '[]'), words)).toContain('= [petitesAnnoncesPlugin]')
  expect(() => withPlugin('export const others = []', words)).toThrow(/not found/)
})

it('fills every word of the template', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'compagnon-template-'))
  const files = writePlugin(folder, words)
  const text = (file) => readFileSync(path.join(folder, file), 'utf8')
  expect(files).toEqual(
    expect.arrayContaining(['README.md', 'index.ts', 'domain/notices.test.ts', 'i18n/fr.ts']),
  )
  for (const file of files) expect(text(file), file).not.toMatch(/\{\{\w/)
  expect(text('index.ts')).toContain("requires: { compagnon: '^0.1.0', 'capped-membership': '^0.2.0' }")
  expect(text('index.ts')).toContain(
    "on: { 'mission.closed': (app, { key, data }) => greet(app, key, data.postedBy) }",
  )
  expect(existsSync(path.join(folder, 'tests/board.int.test.ts'))).toBe(true)
  rmSync(folder, { recursive: true })
  expect(() => fill('{{nothing}}', words)).toThrow(/nothing/)
})
