import { beforeAll, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import type { App } from '@/hooks'
import { bootApp } from '@/tests/support/app'
import type { AccountProjection } from '../contract'
import { readBalance } from '../service/readBalance'
import { writeProjections } from '../store/projection'

let app: App
beforeAll(async () => {
  app = (await bootApp()).app
})

const account = (key: string, rows: number): AccountProjection => ({
  key,
  balance: rows,
  heldOut: 0,
  heldIn: 0,
  debits: 0,
  credits: rows,
  rows,
  closed: false,
  min: 0,
  max: rows % 2 ? null : 10,
})

it('writes what is newer, new ones among it, and never what is older', async () => {
  const [a, b, c] = [newId(), newId(), newId()].map((id) => `member:${id}`) as [string, string, string]
  await writeProjections(app, [account(a, 3), account(b, 5)])
  await writeProjections(app, [account(a, 4), account(b, 2), account(c, 1)])
  await writeProjections(app, [account(b, 5)])
  const shown = async (key: string) => {
    const { available: _, ...row } = (await readBalance(app, key)) ?? { available: 0 }
    return row
  }
  expect(await shown(a)).toEqual(account(a, 4))
  expect(await shown(b)).toEqual(account(b, 5))
  expect(await shown(c)).toEqual(account(c, 1))
})

it('twenty processes at once: the newest stands', async () => {
  const key = `member:${newId()}`
  await Promise.all(Array.from({ length: 20 }, (_, n) => writeProjections(app, [account(key, n + 1)])))
  expect((await readBalance(app, key))?.rows).toBe(20)
})
