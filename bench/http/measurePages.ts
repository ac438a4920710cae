import { COOKIE } from '@/collections/members/collections'
import type { Filled } from '../fill/fill'
import { type PageLine, pagesOf, type Visitor } from './pages'
import type { Counted } from './probe'
import type { Served } from './serve'
import { type Asking, type Shot, shoot } from './shoot'

export type PageFigures = Shot & { readonly queries: number; readonly asked: readonly string[] }
export type PageResult = { readonly name: string; readonly signedIn: boolean; readonly ofBare?: number } & (
  | { readonly absent: string }
  | { readonly figures: PageFigures }
)

/** What a browser sends along. */
const BROWSER = { accept: 'text/html', 'accept-encoding': 'gzip, deflate, br, zstd', 'accept-language': 'fr' }
const WARM_SECONDS = 1
const COUNTED = 3

export const headersOf = (page: { signedIn: boolean }, visitor: Visitor): Record<string, string> =>
  page.signedIn ? { ...BROWSER, cookie: `${COOKIE}=${visitor.token}` } : BROWSER

/** Each page, from 16 connections of as many people. */
export async function measurePages(options: {
  readonly server: Served
  readonly filled: Filled
  readonly seconds: number
  readonly wanted: (page: string) => boolean
  readonly progress: (line: string) => void
  /** Called now and then, for yardsticks in between. */
  readonly between: () => Promise<void>
}): Promise<PageResult[]> {
  const { server, filled, seconds, wanted, progress, between } = options
  const results: PageResult[] = []
  const pages = pagesOf(filled).filter((page) => wanted(page.name))
  for (const [n, page] of pages.entries()) {
    if (n > 0 && page.signedIn !== pages[n - 1]?.signedIn) await between()
    const result = await measurePage(server, filled, page, seconds)
    if ('figures' in result) {
      const { perSecond, cpuMs, queries } = result.figures
      progress(`${page.name}: ${Math.round(perSecond)}/s, ${cpuMs.toFixed(2)} ms CPU, ${queries} queries`)
    } else progress(`${page.name}: ${result.absent}`)
    const { name, signedIn, ofBare } = page
    results.push({ ...result, name, signedIn, ...(ofBare === undefined ? {} : { ofBare }) })
  }
  return results
}

async function measurePage(
  server: Served,
  { signed }: Filled,
  page: PageLine,
  seconds: number,
): Promise<{ absent: string } | { figures: PageFigures }> {
  // Those who have something to show on this page.
  const asking = signed.flatMap((visitor, n): Asking[] => {
    const path = page.path(visitor, n)
    return path === null ? [] : [{ path, headers: headersOf(page, visitor) }]
  })
  const [first] = asking
  if (!first) return { absent: 'nothing to show it on' }
  for (let n = 0; n < 2; n++) {
    const answer = await ask(server, first)
    if (answer.status !== 200) return { absent: `answers ${answer.status}` }
  }
  const turn = (connection: number): Asking => asking[connection % asking.length] ?? first
  const shooting = { url: server.url, usage: server.usage, asking: turn }
  await shoot({ ...shooting, seconds: WARM_SECONDS })
  const asked = await countQueries(server, asking)
  const shot = await shoot({ ...shooting, seconds })
  return { figures: { ...shot, queries: asked.length, asked } }
}

/** The queries of the request that made the most of them, one at a time. */
async function countQueries(server: Served, asking: readonly Asking[]): Promise<string[]> {
  await server.ask('startCounting')
  for (const one of asking.slice(0, COUNTED)) await ask(server, one)
  const counted = await server.ask<Counted[]>('stopCounting')
  return counted.map((c) => c.queries).toSorted((a, b) => b.length - a.length)[0] ?? []
}

async function ask(server: Served, { path, headers }: Asking): Promise<Response> {
  const answer = await fetch(server.url + path, { headers, redirect: 'manual' })
  await answer.arrayBuffer()
  return answer
}
