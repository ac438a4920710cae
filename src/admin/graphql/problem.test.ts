import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { MAX_DEPTH, problemOf } from './problem'

const problem = (query: string) => problemOf(parse(query))
const nested = (levels: number) => `{ ${'a { '.repeat(levels - 1)} a ${'}'.repeat(levels)}`

describe('what GraphQL may be asked', () => {
  it('a page of documents', () => {
    expect(problem('{ Posts(limit: 10) { docs { id title author { name } } totalDocs } }')).toBeUndefined()
  })

  it(`${MAX_DEPTH} levels and no more`, () => {
    expect(problem(nested(MAX_DEPTH))).toBeUndefined()
    expect(problem(nested(MAX_DEPTH + 1))).toMatch(/levels deep/)
  })

  it('no more levels through fragments', () => {
    const half = `{ ${'a { '.repeat(5)} ...f ${'}'.repeat(6)}`
    expect(problem(`${half} fragment f on A ${nested(2)}`)).toBeUndefined()
    expect(problem(`${half} fragment f on A ${nested(5)}`)).toMatch(/levels deep/)
  })

  it('not fragments that double at each step', () => {
    const steps = Array.from({ length: 200 }, (_, i) => `fragment f${i} on Q { ...f${i + 1} ...f${i + 1} }`)
    expect(problem(`{ ...f0 } ${steps.join('\n')} fragment f200 on Q { a }`)).toMatch(/too much/)
  })

  it('survives a fragment within itself', () => {
    expect(problem('{ ...f } fragment f on Q { a { ...f } }')).toBeUndefined()
  })

  it.each(['loginMember(email: "a", password: "b") { token }', 'x: forgotPasswordMember(email: "a")'])(
    'not Payload’s own sign-in: %s',
    (field) => {
      expect(problem(`mutation { ${field} }`)).toMatch(/their own pages/)
      expect(problem(`mutation { ...f } fragment f on Mutation { ${field} }`)).toMatch(/their own pages/)
    },
  )
})
