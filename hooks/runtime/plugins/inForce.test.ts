import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plugin } from '../../module'
import { dependentsOf, requirementsOf, viewPlugins } from './inForce'

const plugin = (id: string, requires: Record<string, string> = {}, version = '1.2.0'): Plugin => ({
  id,
  version,
  title: { fr: id, en: id },
  description: { fr: id, en: id },
  requires,
})
const see = (modules: Plugin[], decided: Record<string, boolean> = {}, broken: Record<string, string> = {}) =>
  viewPlugins({
    modules,
    program: '0.3.1',
    decided: new Map(Object.entries(decided)),
    broken: new Map(Object.entries(broken)),
  })
const inForce = (...args: Parameters<typeof see>) =>
  [...see(...args)].flatMap(([id, view]) => (view.inForce ? [id] : []))

const chain = [plugin('a'), plugin('b', { a: '^1.0.0' }), plugin('c', { b: '>=1' })]

describe('plugins in force', () => {
  it.each<[string, Parameters<typeof see>, string[]]>([
    ['all, where nobody decided', [chain], ['a', 'b', 'c']],
    ['not one that was turned off', [chain, { c: false }], ['a', 'b']],
    ['nor what requires it, directly or not', [chain, { a: false }], []],
    ['nor what requires one that could not start', [chain, {}, { b: 'boom' }], ['a']],
    ['not one that starts off', [[{ ...plugin('a'), startsOff: true }]], []],
    ['one that starts off and was turned on', [[{ ...plugin('a'), startsOff: true }], { a: true }], ['a']],
    ['not where the version is too old', [[plugin('a'), plugin('b', { a: '^2.0.0' })]], ['a']],
    ['nor where the requirement is not there', [[plugin('b', { a: '*' })]], []],
    ['where the program is new enough', [[plugin('a', { compagnon: '^0.3.0' })]], ['a']],
    ['not where it is too old', [[plugin('a', { compagnon: '^0.4.0' })]], []],
    ['two that require each other', [[plugin('a', { b: '*' }), plugin('b', { a: '*' })]], ['a', 'b']],
  ])('%s', (_, args, expected) => {
    expect(inForce(...args)).toEqual(expected)
  })

  it('say what is lacking', () => {
    const views = see([plugin('a'), plugin('b', { a: '^2.0.0', x: '*' }), plugin('c', { a: '*' })], {
      a: false,
    })
    expect(views.get('b')?.lacks).toEqual([
      { plugin: 'a', range: '^2.0.0', why: 'version', found: '1.2.0' },
      { plugin: 'x', range: '*', why: 'missing' },
    ])
    expect(views.get('c')?.lacks).toEqual([{ plugin: 'a', range: '*', why: 'off' }])
  })

  it('never stand without what they require (property)', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const graph = fc.record(Object.fromEntries(ids.map((id) => [id, fc.subarray(ids)])))
    fc.assert(
      fc.property(graph, fc.record(Object.fromEntries(ids.map((id) => [id, fc.boolean()]))), (edges, on) => {
        const plugins = ids.map((id) =>
          plugin(id, Object.fromEntries((edges[id] ?? []).filter((to) => to !== id).map((to) => [to, '*']))),
        )
        const standing = new Set(inForce(plugins, on))
        for (const p of plugins) {
          const whole = Object.keys(p.requires ?? {}).every((id) => standing.has(id))
          if (standing.has(p.id)) expect(on[p.id] && whole).toBe(true)
        }
        // What everybody wants and nobody is missing for stands.
        if (Object.values(on).every(Boolean)) expect(standing.size).toBe(ids.length)
      }),
    )
  })
})

describe('what goes together', () => {
  it('is turned off from the far end, and on from the near one', () => {
    const ids = (plugins: Plugin[]) => plugins.map((p) => p.id)
    const diamond = [...chain, plugin('d', { a: '*', c: '*' })]
    expect(ids(dependentsOf(diamond, 'a'))).toEqual(['d', 'c', 'b'])
    expect(ids(requirementsOf(diamond, 'd'))).toEqual(['a', 'b', 'c'])
    expect(ids(requirementsOf(diamond, 'a'))).toEqual([])
  })

  it('ends where two require each other', () => {
    const two = [plugin('a', { b: '*' }), plugin('b', { a: '*' })]
    expect(dependentsOf(two, 'a').map((p) => p.id)).toEqual(['b'])
  })
})
