import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { decode } from './plainText'
import { setWords } from './setWords'

const shout = (words: string) => words.toUpperCase()

it('words are set, what is between them stays: tags, their attributes, code', () => {
  const markup =
    '<p class="a">l&#x27;heure &amp; <a href="https://exemple.fr/?a=1&amp;b=2">un &lt;lien&gt;</a><br/><code>a ; b</code> fin</p>'
  expect(setWords(markup, shout)).toBe(
    '<p class="a">L\'HEURE &amp; <a href="https://exemple.fr/?a=1&amp;b=2">UN &lt;LIEN&gt;</a><br/><code>a ; b</code> FIN</p>',
  )
})

it('what is set into nothing else comes back as it was written', () => {
  const markup = renderToStaticMarkup('5 > 4 & « c\'est "vrai" », <b>dit-on</b> &amp; &nbsp;')
  expect(decode(setWords(markup, (words) => words))).toBe(decode(markup))
})

it('a word that looks like a tag once decoded stays a word', () => {
  expect(setWords('&lt;script&gt;', (words) => words)).toBe('&lt;script&gt;')
})
