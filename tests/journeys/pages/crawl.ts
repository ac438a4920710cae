import type { Asker } from './people'

/** A page as somebody was given it. */
export type Visit = {
  who: Asker
  route: string
  path: string
  html: string
  /** What its matter is made of: elements and their classes, whatever they say and however often. */
  shape: string
  /** The same of what stands around it. */
  frame: string
}
export type Crawl = {
  visits: Visit[]
  /** Routes that answered with something else than a page: files, redirects. */
  others: Set<string>
  /** A link shown to somebody that leads them nowhere. */
  dead: string[]
  /** Where forms lead, and who was shown them: whoever loads such an address again asks for it. */
  acts: { who: Asker; path: string }[]
}

/** A list has pages alike: so many addresses of one route are followed, for each kind of person. */
const ADDRESSES = 25

/** Matches a path with the first route of the registry that takes it, as the server does. */
export function matcher(routes: readonly string[]): (path: string) => string | undefined {
  const patterns = routes.map((route) => {
    const source = route.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')
    return { route, pattern: new RegExp(`^${source}/?$`) }
  })
  return (path) => patterns.find(({ pattern }) => pattern.test(path))?.route
}

/** Follows every link that is shown, from where one lands, as each of these people. */
export async function crawl(people: readonly Asker[], routes: readonly string[]): Promise<Crawl> {
  const found: Crawl = { visits: [], others: new Set(), dead: [], acts: [] }
  // One after the other: each is quick, and the server has a processor of its own.
  for (const who of people) await crawlAs(who, matcher(routes), found)
  return found
}

async function crawlAs(
  who: Asker,
  routeOf: (path: string) => string | undefined,
  found: Crawl,
): Promise<void> {
  const seen = new Set<string>()
  const perRoute = new Map<string, number>()
  const queue = [
    { to: '/', from: '' },
    { to: '/connexion', from: '' },
  ]
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { to, from } = next
    const [path = '/', query = ''] = to.split('?')
    const key = `${path}?${[...new URLSearchParams(query).keys()].sort()}`
    const route = routeOf(path)
    // Payload's admin has its own journey.
    if (!route || path.startsWith('/admin') || seen.has(key)) continue
    seen.add(key)
    const count = perRoute.get(route) ?? 0
    if (count >= ADDRESSES) continue
    perRoute.set(route, count + 1)
    const answer = await visit(who, route, to, found)
    if (answer.status >= 400 && answer.status !== 401 && from)
      found.dead.push(`${who.name}: ${from} → ${to} (${answer.status})`)
    for (const link of answer.links) queue.push({ to: link, from: to })
  }
}

/** Asks for one address; a page is noted. */
export async function visit(
  who: Asker,
  route: string,
  path: string,
  found: Crawl,
): Promise<{ status: number; links: string[] }> {
  const answer = await who.get(path)
  const location = answer.headers.get('location')
  if (!answer.headers.get('content-type')?.startsWith('text/html') || answer.status >= 300) {
    await answer.body?.cancel()
    if (location?.startsWith('/connexion')) return { status: 401, links: [] }
    if (answer.status < 400) found.others.add(route)
    return { status: answer.status, links: location?.startsWith('/') ? [location] : [] }
  }
  const html = await answer.text()
  const [head = '', main = '', foot = ''] = html.split(/(?=<main)|(?<=<\/main>)/)
  found.visits.push({ who, route, path, html, shape: shapeOf(main), frame: shapeOf(head + foot) })
  for (const [, path = ''] of main.matchAll(/<form\b[^>]*?\saction="(\/[^"?#]+)/g))
    found.acts.push({ who, path })
  return { status: answer.status, links: linksOf(html) }
}

function shapeOf(html: string): string {
  const parts = [...html.matchAll(/<([a-z][\w-]*)([^>]*)>/g)].map(
    ([, tag, rest = '']) => `${tag}.${/class="([^"]*)"/.exec(rest)?.[1] ?? ''}`,
  )
  return [...new Set(parts)].sort().join(' ')
}

const linksOf = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*?\shref="(\/[^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
