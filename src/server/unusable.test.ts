import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { StartRefused } from './startRefused'
import { unusable, usableFile, writableFolder } from './unusable'

const folder = mkdtempSync(join(tmpdir(), 'compagnon-unusable-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'a.sqlite')
// Nothing is forbidden to root, who runs tests in a container.
const readOnly = () => {
  throw Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS' })
}

it('a file that is there must be readable and writable', () => {
  expect(() => usableFile(file, readOnly)).not.toThrow()
  writeFileSync(file, '')
  expect(() => usableFile(file)).not.toThrow()
  expect(() => usableFile(file, readOnly)).toThrow('EROFS')
})

it.each([
  [{ code: 'EROFS', message: 'read-only' }, '(EROFS)'],
  [{ message: 'ConnectionFailed("Unable to open connection to local database /x: 14")' }, '(14)'],
  [{ message: 'something else' }, '(something else)'],
])('says why: %j', (error, why) => expect(unusable('/x', error)).toContain(why))

it('tells a file that is none of SQLite’s', () => {
  expect(unusable('/x', { code: 'SQLITE_NOTADB' })).toContain('no SQLite database')
})

it('makes the folder of uploads, or refuses to start', () => {
  writableFolder(join(folder, 'media', 'new'))
  expect(() => writableFolder(file)).toThrow(StartRefused)
})
