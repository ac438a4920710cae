import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { hashFiles, listSources, MARKS, staleParts } from './sources.mjs'

let folder
const write = (file, text) => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  writeFileSync(path.join(folder, file), text)
}
const hash = () => hashFiles(folder, listSources(folder))

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'compagnon-sources-'))
  write('src/server/main.ts', 'a')
  write('payload.config.ts', 'b')
})
afterEach(() => rmSync(folder, { recursive: true }))

it('lists what a build reads: no tests, no notes', () => {
  write('src/server/main.test.ts', '')
  write('collections/ts/tests/factory.ts', '')
  write('collections/ts/README.md', '')
  write('collections/ts/index.ts', '')
  write('tests/support/app.ts', '')
  expect(listSources(folder)).toEqual(['collections/ts/index.ts', 'payload.config.ts', 'src/server/main.ts'])
})

it('hashes contents and names, not dates', () => {
  const before = hash()
  utimesSync(path.join(folder, 'payload.config.ts'), 1, 1)
  expect(hash()).toBe(before)
  write('payload.config.ts', 'c')
  expect(hash()).not.toBe(before)
  write('payload.config.ts', 'b')
  expect(hash()).toBe(before)
  // The same text under two names, and moved from one file to another.
  write('src/a.ts', 'x')
  write('src/b.ts', '')
  const one = hash()
  write('src/a.ts', '')
  write('src/b.ts', 'x')
  expect(hash()).not.toBe(one)
})

it('names the parts to build again', () => {
  expect(staleParts(folder)).toEqual(['app', 'admin'])
  write(MARKS.app, `${hash()}\n`)
  write(MARKS.admin, `${hash()}\nits inputs\n`)
  expect(staleParts(folder)).toEqual([])
  rmSync(path.join(folder, '.next'), { recursive: true })
  expect(staleParts(folder)).toEqual(['admin'])
  write('src/server/main.ts', 'changed')
  expect(staleParts(folder)).toEqual(['app', 'admin'])
})
