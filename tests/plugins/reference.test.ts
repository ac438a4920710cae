import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { declarationsIn, personActions, readDeclarations } from '@/bin/reference/declarations'
import { readManifest } from '@/bin/reference/manifest'
import { referencePage } from '@/bin/reference/page'

const ROOT = resolve('.')

describe('the reference of hooks', () => {
  it('reads names, docblocks, payloads and what these are made of', () => {
    const text = `
      type Fact = { idea: string; author: string }
      declare module '@/hooks' {
        interface Actions {
          /** Somebody had
           * an idea. */
          'idea.had': Fact & { /** how */ how: 'well' | 'badly' }
        }
        interface Services { 'idea.count': { input: null; output: number } }
        interface Elsewhere { 'not.ours': string }
      }
      declare module 'other' { interface Actions { 'not.ours': string } }`
    expect(declarationsIn('x/contract.ts', text)).toEqual([
      {
        kind: 'Actions',
        name: 'idea.had',
        doc: 'Somebody had an idea.',
        type: "Fact & { how: 'well' | 'badly' }",
        made: [{ name: 'Fact', type: '{ idea: string; author: string }' }],
        fields: ['idea', 'author', 'how'],
        file: 'x/contract.ts',
      },
      expect.objectContaining({ kind: 'Services', name: 'idea.count', fields: ['input', 'output'] }),
    ])
  })

  it('knows the declarations of the house, each once', () => {
    const names = readDeclarations(ROOT).map(({ kind, name }) => `${kind} ${name}`)
    expect(names).toEqual([...new Set(names)])
    expect(names).toEqual(expect.arrayContaining(['Actions membership.confirmed', 'Services mail.queue']))
    expect(personActions(ROOT)).toContainEqual({
      name: 'membership.confirmed',
      person: 'person',
      file: 'plugins/capped-membership/contract.ts',
    })
  })

  it('lists the manifest’s fields, and where things may stand', () => {
    const { module, plugin, widgetPlaces, menuPlaces } = readManifest(ROOT)
    expect(module.map((field) => field.name)).toEqual(expect.arrayContaining(['id', 'on', 'routes']))
    expect(plugin.find((field) => field.name === 'version')).toMatchObject({
      optional: false,
      type: 'string',
    })
    expect(widgetPlaces.words).toContain('home')
    expect(menuPlaces).toEqual(['public', 'extranet', 'account'])
  })

  it('says who hears, in a page', () => {
    const page = referencePage(ROOT, [
      { id: 'listener', on: { 'membership.confirmed': async () => undefined } },
    ])
    const [, entry = ''] = page.split('### `membership.confirmed`')
    expect(entry.split('###')[0]).toContain('- heard by `listener`')
  })
})
