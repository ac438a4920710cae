import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { Row } from '../sections'
import { checkFile } from './check'
import { FORMAT, HEAD, MANIFEST, partName, sectionOf } from './layout'
import type { Manifest } from './manifest'
import { contentOf, entriesOf, rowsOf } from './read'
import { ArchiveWriter } from './write'

const folder = mkdtempSync(join(tmpdir(), 'backup-archive-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let n = 0
const fresh = () => join(folder, `${n++}.tar`)

const manifest: Manifest = {
  format: FORMAT,
  version: 1,
  program: '0.1.0',
  at: '2026-11-22T07:02:22.123Z',
  database: 'sqlite',
  schema: '20261122_085236_initial',
  rows: { pages: 0 },
  leftOut: [],
  media: { files: 0, bytes: 0 },
  missing: [],
  seal: null,
}
const json = (value: object) => Buffer.from(JSON.stringify(value))

async function write(entries: [string, Buffer][], version = 1): Promise<string> {
  const path = fresh()
  const archive = await ArchiveWriter.create(path, new Date())
  await archive.add(HEAD, json({ format: FORMAT, version }))
  for (const [name, content] of entries) await archive.add(name, content)
  await archive.add(MANIFEST, json(manifest))
  await archive.finish()
  return path
}

async function read(path: string): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>()
  for await (const entry of entriesOf(path)) found.set(entry.name, await contentOf(entry))
  return found
}

describe('a file', () => {
  it('holds what was put in, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 3_000 }), { maxLength: 6 }), async (contents) => {
        const entries = contents.map((c, i): [string, Buffer] => [`media/${i}.webp`, Buffer.from(c)])
        const path = await write(entries)
        expect(await checkFile(path)).toMatchObject({ ok: true })
        const found = await read(path)
        for (const [name, content] of entries) expect(found.get(name)?.equals(content)).toBe(true)
      }),
      { numRuns: 15 },
    )
  })

  it('gives rows back as they were: emoji, line separators, nulls, dates to the millisecond', async () => {
    const row = fc.dictionary(
      fc.string(),
      fc.oneof(
        fc.jsonValue(),
        fc.date({ noInvalidDate: true }).map((d) => d.toISOString()),
      ),
    )
    const odd: Row = { text: 'a\u2028b\r\n👩‍🔧\ud83d\ufffd', none: null, __proto: 1 }
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
        const all = JSON.parse(JSON.stringify([...rows, odd])) as Row[]
        const lines = all.map((r) => `${JSON.stringify(r)}\n`).join('')
        const path = await write([[partName('pages', 1), gzipSync(lines)]])
        for await (const entry of entriesOf(path))
          if (sectionOf(entry.name)) expect(await rowsOf(entry)).toEqual(all)
      }),
      { numRuns: 15 },
    )
  })

  it('is its owner’s alone, and a name once given is not written over', async () => {
    const path = await write([])
    expect(statSync(path).mode & 0o777).toBe(0o600)
    await expect(ArchiveWriter.create(path, new Date())).rejects.toThrow('EEXIST')
  })

  it('takes files from the disk, though they be deleted once they are open', async () => {
    const photo = join(folder, 'photo')
    const empty = join(folder, 'empty')
    writeFileSync(photo, Buffer.alloc(200_000, 7))
    writeFileSync(empty, '')
    const path = fresh()
    const archive = await ArchiveWriter.create(path, new Date())
    const held = await open(photo)
    rmSync(photo)
    expect(await archive.addFile('media/photo.webp', held)).toBe(200_000)
    expect(await archive.addFile('media/empty.webp', await open(empty))).toBe(0)
    await archive.finish()
    const found = await read(path)
    expect([...found.keys()]).toEqual(['media/photo.webp', 'media/empty.webp', 'sha256'])
    expect(found.get('media/photo.webp')?.length).toBe(200_000)
  })
})

describe('checkFile', () => {
  it('finds any byte that was changed', async () => {
    const path = await write([['media/a.webp', Buffer.alloc(3_000, 1)]])
    const whole = readFileSync(path)
    expect(await checkFile(path)).toMatchObject({ ok: true, value: { manifest } })
    const at = fc.sample(fc.nat({ max: whole.length - 1 }), { numRuns: 60, seed: 11 })
    const places = [0, 100, 520, whole.length - 2_048, whole.length - 1_530, whole.length - 1, ...at]
    for (const place of places) {
      const changed = Buffer.from(whole)
      changed[place] = (changed[place] ?? 0) ^ 1
      writeFileSync(path, changed)
      const found = await checkFile(path)
      expect([place, found.ok]).toEqual([place, false])
      expect(['file.damaged', 'file.cut', 'file.foreign']).toContain(found.ok ? '' : found.reason)
    }
  })

  it('finds a file that was cut, wherever', async () => {
    const path = await write([['media/a.webp', Buffer.alloc(3_000, 1)]])
    const { size } = statSync(path)
    for (const length of [size - 1, size - 512, size - 1_024, size - 2_048, 4_096, 2_048, 1_024]) {
      truncateSync(path, length)
      expect(await checkFile(path)).toMatchObject({ ok: false, reason: 'file.cut' })
    }
    truncateSync(path, 700)
    expect(await checkFile(path)).toMatchObject({ ok: false })
    truncateSync(path, 0)
    expect(await checkFile(path)).toMatchObject({ ok: false, reason: 'file.foreign' })
  })

  it('tells what is none of ours, or of another time', async () => {
    expect(await checkFile(join(folder, 'nowhere.tar'))).toMatchObject({ reason: 'file.absent' })
    expect(await checkFile(folder)).toMatchObject({ reason: 'file.absent' })
    const other = fresh()
    writeFileSync(other, 'PK\u0003\u0004 a zip file, say'.repeat(200))
    expect(await checkFile(other)).toMatchObject({ reason: 'file.foreign' })
    expect(await checkFile(await write([], 2))).toMatchObject({
      reason: 'file.version',
      detail: { version: 2, known: 1 },
    })
  })
})
