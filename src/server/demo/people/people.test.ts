import { expect, it } from 'vitest'
import { emailOf, everybody } from '.'

it('names everybody once: by key, by address', () => {
  const unique = (values: string[]) => expect(values.filter((v, i) => values.indexOf(v) !== i)).toEqual([])
  unique(everybody.map((person) => person.key))
  unique(everybody.map(emailOf))
})
