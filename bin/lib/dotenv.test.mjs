import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ensureSecret, loadDotenv, parseDotenv } from './dotenv.mjs'
import { Plain } from './say.mjs'

describe('parseDotenv', () => {
  it.each([
    ['A=1', { A: '1' }],
    ['  export A = b c  ', { A: 'b c' }],
    ['A=b # why', { A: 'b' }],
    ['A=b#c', { A: 'b#c' }],
    ['A=', { A: '' }],
    ['A=# nothing', { A: '' }],
    ['A=\'b # $c "d"\'', { A: 'b # $c "d"' }],
    ['A="b\\nc \\"d\\" \\\\" # why', { A: 'b\nc "d" \\' }],
    ['A=mongodb://u:p%40@h/db?w=majority&x=y', { A: 'mongodb://u:p%40@h/db?w=majority&x=y' }],
    ['# A=1\n\nnot a line\nB=2\r\nB=3', { B: '3' }],
  ])('%j', (text, expected) => {
    expect(parseDotenv(text)).toEqual(expected)
  })
})

describe('the .env file', () => {
  let folder
  const file = () => path.join(folder, '.env')
  const content = () => readFileSync(file(), 'utf8')
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'compagnon-env-'))
    vi.spyOn(console, 'log').mockImplementation(() => undefined)
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('gives way to the environment', () => {
    writeFileSync(file(), 'A=file\nB=file\n')
    const env = { A: 'environment' }
    loadDotenv(env, folder)
    expect(env).toEqual({ A: 'environment', B: 'file' })
  })

  it('that cannot be read is named, without a stack', () => {
    mkdirSync(file())
    expect(() => loadDotenv({}, folder)).toThrow(Plain)
    expect(() => ensureSecret({}, folder)).toThrow(file())
  })

  it('gets a secret once, which only its owner can read', () => {
    const env = {}
    ensureSecret(env, folder)
    expect(env.PAYLOAD_SECRET).toMatch(/^[\w-]{48}$/)
    expect(content()).toBe(`PAYLOAD_SECRET=${env.PAYLOAD_SECRET}\n`)
    expect(statSync(file()).mode & 0o777).toBe(0o600)

    const before = content()
    const next = {}
    loadDotenv(next, folder)
    ensureSecret(next, folder)
    expect(next).toEqual(env)
    expect(content()).toBe(before)
  })

  it('keeps what it holds, and its last word counts', () => {
    writeFileSync(file(), 'PORT=8080\nPAYLOAD_SECRET=', { mode: 0o644 })
    const env = {}
    loadDotenv(env, folder)
    ensureSecret(env, folder)
    expect(parseDotenv(content())).toEqual({ PORT: '8080', PAYLOAD_SECRET: env.PAYLOAD_SECRET })
    expect(statSync(file()).mode & 0o777).toBe(0o600)
  })

  it('is not touched when the environment holds the secret', () => {
    ensureSecret({ PAYLOAD_SECRET: 'given' }, folder)
    expect(() => content()).toThrow('ENOENT')
  })
})
