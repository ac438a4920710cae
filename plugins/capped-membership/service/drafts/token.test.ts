import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftOfToken, tokenOf } from './token'

describe('the token of a draft', () => {
  const id = '018f0000-0000-7000-8000-00000000057a'
  const token = tokenOf(id, 'secret')

  it('leads to its draft, and only under the secret it was made with', () => {
    expect(draftOfToken(token, 'secret')).toBe(id)
    expect(draftOfToken(token, 'another')).toBeNull()
  })

  it.each(['', '.', 'x', id, `${id}.`, `.${token.split('.')[1]}`, `${token}x`, `x${token}`])(
    '%j leads nowhere',
    (t) => {
      expect(draftOfToken(t, 'secret')).toBeNull()
    },
  )

  it('of another draft or with any character changed leads nowhere (property)', () => {
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'aZ09-_.'), (i, c) => {
        const other = token.slice(0, i) + c + token.slice(i + 1)
        if (other !== token) expect(draftOfToken(other, 'secret')).toBeNull()
      }),
    )
  })
})
