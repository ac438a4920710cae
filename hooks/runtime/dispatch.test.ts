import { describe, expect, it } from 'vitest'
import { ok, refuse } from '@/core/result'
import type { App, Module } from '@/hooks'
import { createHooks } from './dispatch'
import { attempting } from './plugins/attempt'
import type { Faults } from './plugins/faults'
import { Timings } from './plugins/timings'
import { memoryLog } from './tests/memoryLog'

const price = 'test.price' as never
const double = 'test.double' as never

function house(modules: object[]) {
  const { log, lines } = memoryLog()
  const faults = { note: () => undefined } as unknown as Faults
  const app = { isOn: () => true, attempt: attempting(log, () => faults, new Timings()) } as unknown as App
  const hooks = createHooks({ modules: modules as Module[] })
  return {
    lines,
    filter: (value: unknown) => hooks.filter(app, price, value, { who: 'me' }),
    call: (input: unknown) => hooks.call(app, double, input),
    hooks,
  }
}
const adding = (id: string, text: string, order?: number) => ({
  id,
  filters: {
    'test.price': {
      ...(order === undefined ? {} : { order }),
      apply: async (_: App, v: string) => ok(v + text),
    },
  },
})

describe('filters', () => {
  it('pass a value on in order, then in the order of the modules', async () => {
    const { filter } = house([adding('a', 'a'), adding('b', 'b', 5), adding('c', 'c'), adding('d', 'd', 500)])
    expect(await filter('')).toEqual(ok('bacd'))
  })

  it('leave a value alone that nobody filters', async () => {
    expect(await house([]).filter('x')).toEqual(ok('x'))
  })

  it('end at the first refusal', async () => {
    let after = false
    const { filter } = house([
      { id: 'no', filters: { 'test.price': { apply: async () => refuse('price.too-high', { most: 3 }) } } },
      {
        id: 'after',
        filters: {
          'test.price': {
            apply: async (_: App, v: string) => {
              after = true
              return ok(v)
            },
          },
        },
      },
    ])
    expect(await filter('x')).toEqual(refuse('price.too-high', { most: 3 }))
    expect(after).toBe(false)
  })

  it('refuse when one throws, and say which in the log', async () => {
    const { filter, lines } = house([
      {
        id: 'broken',
        filters: {
          'test.price': {
            apply: async () => {
              throw new Error('oops')
            },
          },
        },
      },
    ])
    expect(await filter('x')).toEqual(refuse('filter.failed', { filter: 'test.price', module: 'broken' }))
    expect(lines).toMatchObject([{ level: 'error', data: { module: 'broken', error: 'Error: oops' } }])
  })
})

describe('services', () => {
  it('answer by name', async () => {
    const { call } = house([{ id: 'a', services: { 'test.double': async (_: App, n: number) => ok(n * 2) } }])
    expect(await call(4)).toEqual(ok(8))
  })

  it('are refused as absent where nobody offers them', async () => {
    expect(await house([]).call(4)).toEqual(refuse('service.absent', { service: 'test.double' }))
  })

  it('let what they throw pass: a bug is not a refusal', async () => {
    const { call } = house([
      {
        id: 'a',
        services: {
          'test.double': async () => {
            throw new Error('bug')
          },
        },
      },
    ])
    await expect(call(1)).rejects.toThrow('bug')
  })
})

describe('a house of modules', () => {
  const service = { services: { 'test.double': async () => ok(1) } }

  it('knows who listens, in the order of the modules', () => {
    const on = { 'test.decided': async () => undefined }
    const { hooks } = house([
      { id: 'b', on },
      { id: 'a', on },
    ])
    expect(hooks.listenersOf('test.decided')).toEqual(['b/test.decided', 'a/test.decided'])
    expect(hooks.listenersOf('nothing')).toEqual([])
  })

  it.each([
    [
      'one service offered twice',
      [
        { id: 'a', ...service },
        { id: 'b', ...service },
      ],
    ],
    ['two modules of one name', [{ id: 'a' }, { id: 'a' }]],
    [
      'two jobs of one name',
      [
        { id: 'a', jobs: [{ id: 'j' }] },
        { id: 'b', jobs: [{ id: 'j' }] },
      ],
    ],
  ])('refuses to begin with %s', (_, modules) => {
    expect(() => house(modules)).toThrow()
  })
})
