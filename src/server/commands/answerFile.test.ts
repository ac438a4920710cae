import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { answerFile } from './answerFile'

const folder = mkdtempSync(join(tmpdir(), 'compagnon-answer-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function answer(file: string, done: boolean) {
  const opened = answerFile(file, 'en')
  if (!opened.ok) throw new Error(opened.message)
  opened.keep('one')
  opened.keep('two')
  const said: string[] = []
  opened.end(done, (line) => said.push(line))
  return said
}

it('keeps an answer for its owner alone, in the place of an older one', () => {
  const file = join(folder, 'done.json')
  writeFileSync(file, 'something longer than the answer', { mode: 0o644 })
  expect(answer(file, true)).toEqual([])
  expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n')
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

it('says what was not done, and leaves no file that looks like an answer, nor takes an older one', () => {
  const file = join(folder, 'failed.json')
  expect(answer(file, false)).toEqual(['one', 'two'])
  expect(existsSync(file)).toBe(false)
  const old = join(folder, 'old.json')
  writeFileSync(old, 'before')
  answer(old, false)
  expect(readFileSync(old, 'utf8')).toBe('before')
})

it.each([
  ['', '--out names a file'],
  [join(folder, 'nowhere', 'x.json'), 'ENOENT'],
  [folder, 'EISDIR'],
])('"%s" is told before anything is done', (file, said) => {
  expect(answerFile(file, 'en')).toMatchObject({ ok: false, message: expect.stringContaining(said) })
})
