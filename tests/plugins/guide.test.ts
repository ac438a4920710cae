import { describe, expect, it } from 'vitest'
import { changed, stepsOf } from './guide'

describe('a guide', () => {
  it('is read as what its reader does', () => {
    const guide = [
      '```sh\nnpm run a -- \\\n  --b\nnpm test\n```',
      '```ts x/y.ts\nexport {}\n```',
      '```diff x/y.ts\n-a\n+b\n```',
      '```ts\nonly looked at\n```',
      '```\na tree\n```',
    ].join('\n\n')
    expect(stepsOf(guide)).toEqual([
      { do: 'run', line: 'npm run a --    --b' },
      { do: 'run', line: 'npm test' },
      { do: 'write', file: 'x/y.ts', text: 'export {}\n' },
      { do: 'change', file: 'x/y.ts', diff: '-a\n+b\n' },
    ])
  })

  it('changes what stands there, once', () => {
    const text = 'a\n  b\nc\n'
    expect(changed(text, ' a\n-  b\n+  B\n+  more\n')).toBe('a\n  B\n  more\nc\n')
    expect(changed(text, '+before\n a\n')).toBe('before\na\n  b\nc\n')
    expect(() => changed(text, ' a\n-b\n')).toThrow(/0 times/)
    expect(() => changed('a\na\n', ' a\n+b\n')).toThrow(/times/)
  })
})
