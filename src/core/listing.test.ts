import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listingOf, oneOf, words } from './listing'

const list = listingOf({ q: words(20), tri: oneOf(['nom', 'arrivee']), loge: oneOf(['', 'apt', 'lodeve']) })
const read = (query: string) => list.read(new URLSearchParams(query))
const blank = { q: '', tri: 'nom', loge: '', page: 1 }

describe('a list in its address', () => {
  it('is read and written back', () => {
    const given = { q: 'télé travail', tri: 'arrivee', loge: 'apt', page: 3 } as const
    const href = list.href('/annuaire', given)
    expect(href).toBe('/annuaire?q=t%C3%A9l%C3%A9+travail&tri=arrivee&loge=apt&page=3')
    expect(list.read(new URL(href, 'https://x').searchParams)).toEqual(given)
  })

  it('leaves the defaults out, and begins again at the first page', () => {
    expect(list.href('/annuaire', blank as ReturnType<typeof read>)).toBe('/annuaire')
    expect(list.href('/annuaire', { tri: 'arrivee' })).toBe('/annuaire?tri=arrivee')
  })

  it.each([
    '',
    'tri=rien',
    'tri=NOM',
    'loge=ailleurs',
    'page=0',
    'page=-1',
    'page=1.5',
    'page=x',
    'page=1e9',
    'page=Infinity',
    'q=%20%20',
    'autre=chose',
    'tri=__proto__',
    'constructor=nom',
  ])('takes « %s » for the default', (query) => expect(read(query)).toEqual(blank))

  it('cuts words that are too long and puts them on one line', () => {
    expect(read(`q=${'a'.repeat(30)}`).q).toBe('a'.repeat(20))
    expect(read('q=un%0A%20%20deux').q).toBe('un deux')
  })

  it('takes the first of what is said twice', () => {
    expect(read('tri=arrivee&tri=nom').tri).toBe('arrivee')
  })

  it('hides in a form what the form does not ask', () => {
    expect(list.hidden({ ...read('q=a&tri=arrivee&loge=apt'), page: 4 }, 'q', 'loge')).toEqual({
      tri: 'arrivee',
    })
    expect(list.hidden(read(''), 'q')).toEqual({ tri: undefined, loge: undefined })
  })

  it('reads anything, and what it writes it reads alike', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        const found = read(query)
        expect(read(list.href('/', found).slice(2))).toEqual(found)
      }),
    )
  })
})
