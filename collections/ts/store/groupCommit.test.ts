import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Row } from '../contract'
import { groupCommit } from './groupCommit'
import type { Inserted } from './port'

const row = (id: string) => ({ id }) as Row

/** A table whose ids are unique, and what was asked of it. */
function table(options: { fails?: boolean } = {}) {
  const stands = new Set<string>()
  const asked: string[] = []
  const put = (id: string) => !stands.has(id) && Boolean(stands.add(id))
  const insert = groupCommit(
    async ({ id }): Promise<Inserted> => {
      asked.push(`one ${id}`)
      return put(id) ? { ok: true } : { ok: false, taken: 'id' }
    },
    async (rows) => {
      asked.push(`many ${rows.map((r) => r.id).join(' ')}`)
      if (options.fails) throw new Error('disk')
      return new Set(rows.filter(({ id }) => put(id)).map(({ id }) => id))
    },
  )
  return { stands, asked, insert }
}

it('one alone is inserted alone', async () => {
  const { insert, asked } = table()
  expect(await insert(row('a'))).toEqual({ ok: true })
  expect(asked).toEqual(['one a'])
})

it('those of one turn share a statement, and only who is refused asks alone', async () => {
  const { insert, asked, stands } = table()
  await insert(row('b'))
  asked.length = 0
  const outcomes = await Promise.all(['a', 'b', 'c', 'c'].map((id) => insert(row(id))))
  expect(asked[0]).toBe('many a b c c')
  const refused = { ok: false, taken: 'id' }
  expect(outcomes).toEqual([{ ok: true }, refused, { ok: true }, refused])
  expect([...stands].sort()).toEqual(['a', 'b', 'c'])
})

it('another turn is another statement', async () => {
  const { insert, asked } = table()
  const first = Promise.all([insert(row('a')), insert(row('b'))])
  await nextTurn()
  await Promise.all([first, insert(row('c')), insert(row('d'))])
  expect(asked).toEqual(['many a b', 'many c d'])
})

it('a statement that fails leaves nobody waiting, and the next goes on', async () => {
  const { insert } = table({ fails: true })
  const outcomes = await Promise.allSettled([insert(row('a')), insert(row('b'))])
  expect(outcomes.map((o) => o.status)).toEqual(['rejected', 'rejected'])
  expect(await insert(row('a'))).toEqual({ ok: true })
})

it('many are split', async () => {
  const { insert, asked } = table()
  const outcomes = await Promise.all(Array.from({ length: 150 }, (_, n) => insert(row(String(n)))))
  expect(outcomes.every((o) => o.ok)).toBe(true)
  expect(asked.map((line) => line.split(' ').length - 1)).toEqual([64, 64, 22])
})
