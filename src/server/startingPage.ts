import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { defineTexts, isLang, LANG_COOKIE, type Lang, langFromHeader } from '@/core/lang'

/** What is under way until the house is open; /readyz names it so. */
export type Step = 'opening' | 'installing' | 'migrating' | 'demo'

/** In how many seconds to ask again: what is said to programs, and what the page does by itself. */
export const RETRY_SECONDS = 5

export const startingTexts = defineTexts(
  {
    title: 'Compagnon ouvre ses portes',
    lead: 'La page reviendra d’elle-même dans quelques secondes.',
    steps: {
      opening: 'Le programme démarre.',
      installing: 'La base de données est créée.',
      migrating: 'La base de données est mise à jour.',
      demo: 'Les données de démonstration sont installées : une à deux minutes.',
    },
  },
  {
    title: 'Compagnon is opening its doors',
    lead: 'The page will come back by itself in a few seconds.',
    steps: {
      opening: 'The program is starting.',
      installing: 'The database is being created.',
      migrating: 'The database is being brought up to date.',
      demo: 'Demo data are being loaded: a minute or two.',
    },
  },
)

/** As everywhere: by choice, then by browser; nobody is known yet. */
export function langOfRequest({ headers }: IncomingMessage): Lang {
  const chosen = new RegExp(`(?:^|;\\s*)${LANG_COOKIE}=(\\w+)`).exec(headers.cookie ?? '')?.[1]
  return isLang(chosen) ? chosen : langFromHeader(headers['accept-language'])
}

/** The stylesheet is served by what is only starting: these few lines are in the page, and its policy names them. */
const STYLE = `:root{color-scheme:light dark}body{font:1.1rem/1.6 system-ui,sans-serif;max-width:36rem;margin:20vh auto;padding:0 1.5rem;background:light-dark(#fbf8f2,#14191a);color:light-dark(#1c2526,#ece7dc)}h1{font:600 2rem/1.2 Palatino,Georgia,serif}`

export const STARTING_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** A whole page that reloads itself; for what asks by GET. */
export function startingPage(step: Step, lang: Lang): string {
  const t = startingTexts(lang)
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${t.title}</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="refresh" content="${RETRY_SECONDS}"><style>${STYLE}</style></head><body><main><h1>${t.title}</h1><p>${t.steps[step]}</p><p>${t.lead}</p></main></body></html>`
}
