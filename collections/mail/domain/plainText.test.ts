import { describe, expect, it } from 'vitest'
import { plainText } from './plainText'

describe('plainText', () => {
  it.each([
    ['<p>Bonjour,</p><p>Merci.</p>', 'Bonjour,\n\nMerci.'],
    ['<p>un<br/>deux</p>', 'un\ndeux'],
    [
      '<p>Lisez <a href="https://a.fr/?x=1&amp;y=2">la page</a>.</p>',
      'Lisez la page (https://a.fr/?x=1&y=2).',
    ],
    ['<p><a href="https://a.fr">https://a.fr</a></p>', 'https://a.fr'],
    ['<ul><li>un</li><li><b>deux</b></li></ul><p>fin</p>', '- un\n- deux\n\nfin'],
    ['<p>L&#x27;été &lt;3 &amp;amp; 5\u202f€</p>', "L'été <3 &amp; 5\u202f€"],
    ['<div>\n  <p>  mots   espacés </p>\n</div>', 'mots espacés'],
    ['<p>a <strong>b</strong> c</p>', 'a b c'],
    ['', ''],
  ])('%s', (html, text) => {
    expect(plainText(html)).toBe(text)
  })
})
