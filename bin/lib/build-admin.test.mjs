import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { adminInputs, adminState } from './build-admin.mjs'
import { MARKS } from './sources.mjs'

let folder
const write = (file, text) => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  writeFileSync(path.join(folder, file), text)
}

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'compagnon-admin-'))
  write('tsconfig.json', '{"compilerOptions": {"paths": {"@/*": ["./*"]}}}')
  write('src/app/layout.tsx', "import '@payloadcms/next/css'; import './a.css'; import '@/collections/b'; 1")
  write('src/app/a.css', '@import "../ui/tokens.css";')
  write('src/ui/tokens.css', ':root { --a: url(x.png) }')
  write('src/ui/x.png', '')
  write('src/ui/other.css', '')
  write('collections/b.ts', "export { c } from './c'")
  write('collections/c.ts', 'export const c = 1')
  write('collections/d.ts', 'export const d = 1')
})
afterEach(() => rmSync(folder, { recursive: true }))

it('follows what the admin imports, styles too, and nothing else', async () => {
  expect(await adminInputs(folder)).toEqual([
    'collections/b.ts',
    'collections/c.ts',
    'src/app/a.css',
    'src/app/layout.tsx',
    'src/ui/tokens.css',
    'src/ui/x.png',
    'tsconfig.json',
  ])
})

it('is built again when one of these changes, and only then', async () => {
  const { hash } = await adminState(folder)
  write(MARKS.admin, `all sources\n${hash}\n`)
  write('collections/d.ts', 'export const d = 2')
  expect(await adminState(folder)).toEqual({ absent: false, fresh: true, hash })
  write('collections/c.ts', 'export const c = 2')
  expect(await adminState(folder)).toMatchObject({ fresh: false })
})

it('is absent where there is none', async () => {
  rmSync(path.join(folder, 'src/app'), { recursive: true })
  expect(await adminState(folder)).toMatchObject({ absent: true, fresh: true })
})
