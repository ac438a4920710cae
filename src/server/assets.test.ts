import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { expect, it } from 'vitest'
import { sendAssets } from './assets'

it('sends scripts and stylesheets compressed and for ever, and nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'compagnon-assets-'))
  const script = 'export const a = 1\n'.repeat(500)
  writeFileSync(join(folder, 'a-1.js'), script)
  writeFileSync(join(folder, 'b.txt'), 'words')
  const server = express().use('/assets', sendAssets(folder)).listen(0)
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/assets`
  try {
    const got = await fetch(`${at}/a-1.js`, { headers: { 'accept-encoding': 'gzip' } })
    expect(await got.text()).toBe(script)
    expect(got.headers.get('content-encoding')).toBe('gzip')
    expect(Number(got.headers.get('content-length'))).toBeLessThan(500)
    expect(got.headers.get('content-type')).toMatch(/^text\/javascript/)
    expect(got.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    for (const path of ['b.txt', 'none.js', '..%2fa-1.js', ''])
      expect((await fetch(`${at}/${path}`)).status, path).toBe(404)
  } finally {
    server.close()
    rmSync(folder, { recursive: true })
  }
})
