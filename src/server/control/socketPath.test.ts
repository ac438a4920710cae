import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { isTrusted, makeSocketFolder, socketPath } from './socketPath'

const long = `/srv/${'x'.repeat(100)}/compagnon.sqlite`

it('stands beside the file', () => {
  expect(socketPath('/srv/c/compagnon.sqlite', { platform: 'linux' })).toBe('/srv/c/compagnon.sock')
  expect(socketPath('/srv/c/x.db', { platform: 'linux' })).toBe('/srv/c/x.db.sock')
})

it('a path too long for the system gives way to a short one, the same each time, another for another file', () => {
  const short = socketPath(long, { platform: 'linux', temp: '/tmp' })
  expect(short).toMatch(/^\/tmp\/compagnon-[0-9a-f]{16}\/sock$/)
  expect(socketPath(long, { platform: 'linux', temp: '/tmp' })).toBe(short)
  expect(socketPath(`${long}2`, { platform: 'linux', temp: '/tmp' })).not.toBe(short)
})

it('is a named pipe on Windows', () => {
  expect(socketPath('C:\\c\\x.sqlite', { platform: 'win32' })).toMatch(
    /^\\\\\.\\pipe\\compagnon-[0-9a-f]{16}$/,
  )
})

it('in the temporary directory, a folder of ours alone; what is no folder, or is not there, is not trusted', () => {
  const temp = mkdtempSync(join(tmpdir(), 'ops-'))
  try {
    const file = join(temp, 'x'.repeat(100), 'c.sqlite')
    const socket = socketPath(file, { temp })
    expect(isTrusted(socket, join(temp, 'c.sqlite'))).toBe(false)
    makeSocketFolder(socket, file)
    expect(statSync(dirname(socket)).mode & 0o777).toBe(0o700)
    writeFileSync(join(temp, 'c.sqlite'), '')
    expect(isTrusted(socket, join(temp, 'c.sqlite'))).toBe(true)
    rmSync(dirname(socket), { recursive: true })
    symlinkSync('/tmp', dirname(socket))
    expect(isTrusted(socket, join(temp, 'c.sqlite'))).toBe(false)
  } finally {
    rmSync(temp, { recursive: true })
  }
})
