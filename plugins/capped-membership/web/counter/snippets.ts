import type { Asked } from './bodies'
import { escapeText } from './escape'

export type Snippets = Record<'element' | 'frame' | 'image' | 'json', string>

/** What a webmaster pastes. `words`: what shows in the place of each where it cannot be shown. */
export function snippetsOf(
  publicUrl: string,
  { lang, theme, season }: Asked,
  words: { link: string; name: string },
): Snippets {
  const widgets = `${publicUrl}/widgets/counter`
  const chosen: Record<string, string> = {
    lang,
    ...(theme === 'auto' ? {} : { theme }),
    ...(season ? { season } : {}),
  }
  const query = escapeText(new URLSearchParams(chosen).toString())
  const attributes = Object.entries(chosen)
    .map(([name, value]) => ` ${name}="${escapeText(value)}"`)
    .join('')
  const name = escapeText(words.name)
  return {
    element:
      `<script async src="${widgets}.js"></script>\n` +
      `<compagnon-compteur${attributes}>\n` +
      `  <a href="${publicUrl}/adhesion">${escapeText(words.link)}</a>\n` +
      '</compagnon-compteur>',
    frame: `<iframe src="${widgets}?${query}" title="${name}"\n  width="340" height="340" loading="lazy" frameborder="0"></iframe>`,
    image:
      `<a href="${publicUrl}/adhesion">\n` +
      `  <img src="${widgets}.svg?${query}" alt="${name}" width="340">\n` +
      '</a>',
    json: `${widgets}.json${season ? `?season=${encodeURIComponent(season)}` : ''}`,
  }
}

/** What the policy of the site has to allow, by what was chosen. */
export const policiesOf = (publicUrl: string): Record<keyof Snippets, string> => ({
  element: `script-src ${publicUrl}; connect-src ${publicUrl}`,
  frame: `frame-src ${publicUrl}`,
  image: `img-src ${publicUrl}`,
  json: `connect-src ${publicUrl}`,
})
