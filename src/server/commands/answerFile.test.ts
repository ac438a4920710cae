import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { answerFile } from './answerFile'

const folder = mkdtempSync(join(tmpdir(), 'compagnon-answer-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function answer(file: string, done: boolean, ...lines: string[]) {
  const opened = answerFile(file, 'en')
  if (!opened.ok) throw new Error(opened.message)
  for (const line of lines) opened.keep(line)
  opened.end(done)
}

it('keeps an answer for its owner alone, in the place of an older one', () => {
  const file = join(folder, 'done.json')
  writeFileSync(file, 'something longer than the answer', { mode: 0o644 })
  answer(file, true, 'one', 'two')
  expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n')
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

it('keeps what was found', () => {
  const file = join(folder, 'found.txt')
  answer(file, false, 'a finding')
  expect(readFileSync(file, 'utf8')).toBe('a finding\n')
})

it('leaves no file where there is no answer, nor takes an older one', () => {
  const file = join(folder, 'failed.json')
  answer(file, false)
  expect(existsSync(file)).toBe(false)
  writeFileSync(file, 'before')
  answer(file, false)
  expect(readFileSync(file, 'utf8')).toBe('before')
})

it.each([
  ['', '--out names a file'],
  [join(folder, 'nowhere', 'x.json'), 'ENOENT'],
  [folder, 'EISDIR'],
])('"%s" is told before anything is done', (file, said) => {
  expect(answerFile(file, 'en')).toMatchObject({ ok: false, message: expect.stringContaining(said) })
})
