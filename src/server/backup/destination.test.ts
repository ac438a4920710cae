import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { unwrap } from '@/core/result'
import { destination, rotate, workFolder } from './destination'

const root = mkdtempSync(join(tmpdir(), 'backup-destination-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const folder = (name: string) => {
  const made = join(root, name)
  mkdirSync(made)
  return made
}
const at = new Date('2026-11-22T07:02:22.123Z')

it('names files by their instant in a folder, and takes a file’s own name', () => {
  const to = folder('names')
  expect(unwrap(destination(to, at, 3)).file).toBe(join(to, 'compagnon-2026-11-22T07-02-22Z.tar'))
  expect(unwrap(destination(join(to, 'mine.tar'), at, undefined)).file).toBe(join(to, 'mine.tar'))
  expect(destination(join(to, 'mine.tar'), at, 3)).toMatchObject({ reason: 'keep.needs-folder' })
  writeFileSync(join(to, 'mine.tar'), '')
  expect(destination(join(to, 'mine.tar'), at, undefined)).toMatchObject({ reason: 'to.exists' })
})

it('rotates its own files, the oldest first, and nobody else’s', async () => {
  const to = folder('rotate')
  const days = ['01', '02', '03', '04'].map((d) => `compagnon-2026-11-${d}T00-00-00Z.tar`)
  const others = ['avant-migration.tar', 'compagnon-2025.tar', 'compagnon-2026-11-01T00-00-00Z.tar.gpg']
  for (const name of [...days, ...others]) writeFileSync(join(to, name), '')
  expect(await rotate(to, 2)).toEqual(days.slice(0, 2))
  expect(readdirSync(to).sort()).toEqual([...days.slice(2), ...others].sort())
  expect(await rotate(to, 9)).toEqual([])
})

it('removes what a killed backup left behind, and nothing that may be at work', async () => {
  const to = folder('work')
  const here = hostname().replaceAll(/[^A-Za-z0-9.-]/g, '_')
  const names = {
    dead: `.compagnon-backup-${here}-999999999-abc123`,
    alive: `.compagnon-backup-${here}-${process.ppid}-abc123`,
    elsewhere: '.compagnon-backup-another-1-abc123',
    longAgo: '.compagnon-backup-another-1-def456',
  }
  for (const name of Object.values(names)) mkdirSync(join(to, name))
  utimesSync(join(to, names.longAgo), new Date('2020-01-01'), new Date('2020-01-01'))
  const made = await workFolder(to)
  expect(
    readdirSync(to)
      .map((name) => join(to, name))
      .sort(),
  ).toEqual([join(to, names.alive), join(to, names.elsewhere), made].sort())
})
