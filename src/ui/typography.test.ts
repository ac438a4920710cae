import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_BREAK as B, en, fr, NARROW as N, typeset } from './typography'

describe('fr', () => {
  it.each([
    ['Que faire ?', `Que faire${N}?`],
    ['Que faire?', `Que faire${N}?`],
    ['Bienvenue !', `Bienvenue${N}!`],
    ['Quoi ?!', `Quoi${N}?!`],
    ['un ; deux', `un${N}; deux`],
    ['Attention : fragile', `Attention${B}: fragile`],
    ['Total:', `Total${B}:`],
    ['dit « oui » et part', `dit «${B}oui${B}» et part`],
    ['«oui»', `«${B}oui${B}»`],
    ['« Vraiment ? »', `«${B}Vraiment${N}?${B}»`],
    ["l'heure d'aujourd'hui", 'l’heure d’aujourd’hui'],
    ["l'« atelier »", `l’«${B}atelier${B}»`],
    ["L'", 'L’'],
    ['5 TS ou 10 €, 20 % en 3 h', `5${B}TS ou 10${B}€, 20${B}% en 3${B}h`],
    ['5 TSF', '5 TSF'],
    ['n° 12', `n°${B}12`],
  ])('%s', (text, set) => expect(fr(text)).toBe(set))

  it.each(['https://exemple.fr/?page=2;b', '14:05', 'clé:valeur', '', 'a'])('leaves %s as it is', (text) =>
    expect(fr(text)).toBe(text),
  )

  it('changes nothing the second time, whatever the text', () => {
    const character = fc.constantFrom(...`a é1 ;:!?«»'’"./€%TS${N}${B}\n-`)
    fc.assert(
      fc.property(fc.array(character, { maxLength: 40 }), (characters) => {
        const once = fr(characters.join(''))
        expect(fr(once)).toBe(once)
      }),
    )
  })

  it('touches spaces and apostrophes only', () => {
    const bare = (text: string) => text.replace(/[\s\u00a0\u202f]/g, '').replace(/’/g, "'")
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => bare(fr(text)) === bare(text)))
  })
})

describe('en', () => {
  it('sets apostrophes and units, not French spaces', () => {
    expect(en("It's 5 TS! Really?")).toBe(`It’s 5${B}TS! Really?`)
    expect(typeset('Really ?', 'en')).toBe('Really ?')
  })
})
