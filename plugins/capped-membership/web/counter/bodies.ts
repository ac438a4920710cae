import { createHash } from 'node:crypto'
import { isLang, type Lang } from '@/core/lang'
import { type Reply, type RouteContext, raw } from '@/hooks'
import type { PublicCounter } from '../../contract'
import { boardOf, type Standing } from '../../service/counterBoard'
import { publicCounter } from './said'

/** What every answer to another site says: open to each of them, with nothing of who asks. */
export const OPEN = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
} as const

/** Five seconds, and five more while it is asked for again: live events are what is told within a second. */
const CACHING = 'public, max-age=5, stale-while-revalidate=5'

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** What may be asked for; by address alone, so that shared caches keep it whoever asks. */
export type Asked = { lang: Lang; theme: Theme; season: string }

export function askedOf({ url }: Pick<RouteContext, 'url'>): Asked {
  const lang = url.searchParams.get('lang')
  const theme = url.searchParams.get('theme')
  return {
    lang: isLang(lang) ? lang : 'fr',
    theme: THEMES.find((t) => t === theme) ?? 'auto',
    season: url.searchParams.get('season')?.slice(0, 100) ?? '',
  }
}

type Body = { bytes: Buffer; etag: string }

export const bodyOf = (text: string): Body => {
  const bytes = Buffer.from(text)
  return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` }
}

/** What was made of a standing before, else made now and kept as long as it stands. */
function kept<T>({ made }: Standing, key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make())
  return made.get(key) as T
}

/** The counter and its JSON, whose tag is the id of the live event that tells it. */
export async function counterNow(
  app: RouteContext['app'],
  season: string,
): Promise<{ standing: Standing; counter: PublicCounter; json: Body }> {
  const standing = await boardOf(app).standing(season)
  const counter = kept(standing, 'counter', () => publicCounter(app, standing.read))
  return { standing, counter, json: kept(standing, 'json', () => bodyOf(JSON.stringify(counter))) }
}

type Sort = {
  contentType: string
  headers?: Record<string, string>
  make: (counter: PublicCounter, asked: Asked) => string
}

/** Answers with a rendering of the counter, kept in memory until a seat changes. */
export const rendering =
  (sort: string, { contentType, headers, make }: Sort) =>
  async (ctx: RouteContext): Promise<Reply> => {
    const asked = askedOf(ctx)
    const { standing, counter } = await counterNow(ctx.app, asked.season)
    const { bytes, etag } = kept(standing, `${sort} ${asked.lang} ${asked.theme}`, () =>
      bodyOf(make(counter, asked)),
    )
    return raw(contentType, bytes, {
      headers: { ...OPEN, 'Cache-Control': CACHING, ETag: etag, ...headers },
    })
  }

export const keptReply = (contentType: string, { bytes, etag }: Body, caching = CACHING): Reply =>
  raw(contentType, bytes, {
    headers: { ...OPEN, 'Cache-Control': caching, ETag: etag },
    keep: ['season'],
  })
