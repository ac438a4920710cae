import { createHash } from 'node:crypto'
import { anyone } from '@/core/access'
import { route } from '@/hooks'
import type { PublicCounter } from '../../contract'
import { texts } from '../../i18n'
import { type Asked, askedOf, rendering, type Theme } from './bodies'
import { escapeText } from './escape'
import { marksOf } from './marks'
import { CARD, MARKS, palette } from './style'

const styleOf = (theme: Theme): string =>
  `${palette(':root', theme)}:root{color-scheme:${theme === 'auto' ? 'light dark' : theme};background:var(--paper)}` +
  'h1{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}' +
  'html,body{margin:0;box-sizing:border-box}html{min-height:100vh;border:1px solid var(--line)}' +
  `compagnon-compteur{display:block;--border:0}${MARKS}${CARD}`

/** A page for frames of other sites: whole without scripts, and where they run the element takes its place, live. */
export function counterFrame(counter: PublicCounter, { lang, theme, season }: Asked): string {
  const { title, text, detail, act } = counter[lang]
  const t = escapeText
  const { width, height, paths } = marksOf(counter)
  const drawing = counter.cap
    ? `<svg viewBox="0 0 ${width} ${height}" aria-hidden="true">${paths}</svg><p class="detail">${t(detail)}</p>`
    : ''
  const chosen = (theme === 'auto' ? '' : ` theme="${theme}"`) + (season ? ` season="${t(season)}"` : '')
  return (
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${t(title)}</title>` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<style>${styleOf(theme)}</style><script async src="/widgets/counter.js"></script></head>` +
    `<body><main><h1>${t(texts(lang).counter.name)}</h1><compagnon-compteur lang="${lang}" target="_top"${chosen}><div class="card">` +
    `<p class="title">${t(title)}</p><p class="text">${t(text)}</p>${drawing}` +
    `<p class="link"><a href="${t(counter.href)}" target="_top">${t(act)}</a></p>` +
    '</div></compagnon-compteur></main></body></html>'
  )
}

/** Every site may frame it; it loads its own script and asks its own server, nothing else. */
const policyOf = (theme: Theme): string => {
  const style = createHash('sha256').update(styleOf(theme)).digest('base64')
  return (
    `default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'sha256-${style}'; ` +
    "base-uri 'none'; form-action 'none'; frame-ancestors *"
  )
}
const POLICIES = { auto: policyOf('auto'), light: policyOf('light'), dark: policyOf('dark') }

export const counterFrameRoute = route({
  path: '/widgets/counter',
  access: anyone,
  get: (ctx) =>
    rendering('frame', {
      contentType: 'text/html',
      headers: { 'Content-Security-Policy': POLICIES[askedOf(ctx).theme] },
      make: counterFrame,
    })(ctx),
})
