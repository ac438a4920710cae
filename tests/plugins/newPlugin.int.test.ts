import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyRepo } from './copy'
import { apply, stepsOf } from './guide'

/*
 * What the guide (docs/plugins.md) says, what `npm run plugin:new` writes, and a package from elsewhere: done in a copy
 * of the repo, then checked as npm test would, once for all three. The minute is worth it once, not on each database.
 */

/** The first waits for ever, the second asks every page as everybody: the guide says that they are left out. */
const NOT_RUN = ['npm run dev', 'npm run generate:access']
const MINUTES = 60_000

describe('plugins of others', () => {
  let copy: ReturnType<typeof copyRepo>
  beforeAll(() => {
    copy = copyRepo()
  })
  afterAll(() => copy?.drop())

  const run = async (line: string) => {
    const { code, output } = await copy.run(line)
    expect(code, `${line}\n${output}`).toBe(0)
    return output
  }
  const change = (file: string, diff: string) => apply(copy.root, { do: 'change', file, diff })

  it('plugin:new makes one, and says what to do next', { timeout: 5 * MINUTES }, async () => {
    const said = await run(
      'npm run plugin:new annonces -- --title-fr="Petites annonces" --title-en="Small ads" --path=/petites-annonces --listen=mission.closed --yes --no-matrix',
    )
    expect(said).toContain('npm test -- plugins/annonces')
    expect(said).toContain('npm run generate:access')
    const written = (file: string) => readFileSync(join(copy.root, file), 'utf8')
    expect(written('plugins/index.ts')).toContain('  annoncesPlugin,\n')
    expect(written('docs/generated/hooks-reference.md')).toContain('### `annonces.posted`')
    const again = await copy.run('npm run plugin:new annonces -- --yes')
    expect([again.code, again.output]).toEqual([1, expect.stringContaining('is taken in the house already')])
  })

  it('a package is installed, and entered by its line', () => {
    const modules = join(copy.root, 'node_modules/compagnon-plugin-meteo')
    cpSync(resolve('tests/plugins/outside/package'), modules, { recursive: true })
    const test = readFileSync(resolve('tests/plugins/outside/meteo.int.test.ts.txt'), 'utf8')
    writeFileSync(join(copy.root, 'tests/plugins/meteo.int.test.ts'), test)
    change(
      'plugins/index.ts',
      "+import meteo from 'compagnon-plugin-meteo'\n import type { Plugin } from '@/hooks'\n",
    )
    change(
      'plugins/index.ts',
      " import { creditRulesPlugin } from './credit-rules'\n+import { house } from './house'\n",
    )
    change('plugins/index.ts', '   annoncesPlugin,\n+  meteo(house),\n')
  })

  it('the guide says what is so, and all of it passes', { timeout: 15 * MINUTES }, async () => {
    const steps = stepsOf(readFileSync(resolve('docs/plugins.md'), 'utf8'))
    expect(steps.filter((step) => step.do !== 'run').length).toBeGreaterThan(10)
    for (const step of steps) {
      if (step.do !== 'run') apply(copy.root, step)
      else if (!NOT_RUN.includes(step.line)) await run(step.line)
    }
  })

  it('their own tests pass as written, and those of the package', { timeout: 5 * MINUTES }, async () => {
    await run('vitest run --project unit --project sqlite plugins/annonces tests/plugins/meteo')
  })
})
