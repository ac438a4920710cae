import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asked, member } from '@/collections/exchanges/tests/support'
import { makeCategory } from '@/collections/forum/tests/support'
import { grantRole } from '@/collections/members/service'
import { markdownToRichText } from '@/collections/richtext'
import { ledgerOf, projectorOf } from '@/collections/ts/service/ledgerOf'
import { memberAccount } from '@/collections/ts/service/openMemberAccount'
import { newId } from '@/core/ids'
import type { Person } from '@/core/person'
import { unwrap } from '@/core/result'
import { type App, insertOnce } from '@/hooks'
import { keepAllSeats } from '@/plugins/capped-membership/service/renewal/keepSeats'
import { memberOf, twoSeasons } from '@/plugins/capped-membership/tests/renewalSupport'
import { asVisitor } from '@/tests/factories/people'
import { bootApp, testDatabase } from '@/tests/support/app'
import { type Browser, serve, type TestServer } from '@/tests/support/http'
import { startCounting, stopCounting, watchQueries } from '@/tests/support/queries'
import { everyRoute } from '@/web/registry'
import { GATHERING, PAGES } from './pages'

/*
 * What each page of the extranet asks of the database, the reading of who asks included, on a world where each has
 * something to show. The page is asked for before, so that what is kept in memory is there.
 */

/** More is a decision, written down in pages.ts. */
const mostOf = (path: string): number => GATHERING[path] ?? (path.startsWith('/bureau/') ? 5 : 3)

let app: App
let server: TestServer
let me: { person: Person; browser: Browser }
let chief: Browser
const ids: Record<string, string> = {}

beforeAll(async () => {
  watchQueries(testDatabase)
  app = (await bootApp()).app
  server = await serve(app)
  const [mine, other, third] = [await member(app, 30), await member(app, 30), await member(app, 30)]
  me = { person: mine, browser: server.as((await asVisitor(app, mine.id)).token) }
  const admin = await member(app, 0)
  unwrap(await grantRole(app, { person: admin.id, grant: { role: 'administrator' }, actor: 'test' }))
  chief = server.as((await asVisitor(app, admin.id)).token)
  await fill(mine, other, third)
  await projectorOf(app).flush()
})
afterAll(() => server.stop())

/** Something to show on each page: several people, so that one query a row would show. */
async function fill(mine: Person, other: Person, third: Person): Promise<void> {
  for (const [from, to] of [
    [mine, other],
    [other, mine],
    [third, mine],
  ] as const) {
    const [debit, credit] = [memberAccount(from.id), memberAccount(to.id)]
    unwrap(await ledgerOf(app).transfer({ actor: debit, key: newId(), debit, credit, amount: 2 }))
    ids.exchange = await asked(app, from, to)
  }
  // A season that ends and one to renew into, so that the card and the membership have all they may show.
  const { old } = await twoSeasons(app)
  await memberOf(app, old, 1, { as: mine.id })
  await memberOf(app, old, 2, { as: other.id })
  await keepAllSeats(app)
  ids.person = other.id
  const season = { name: 'Saison', slug: `s-${newId()}`, titleFr: 'Saison', titleEn: 'Season' }
  const open = await app.payload.create({
    collection: 'seasons' as CollectionSlug,
    data: { ...season, state: 'open', cap: 3, feeCents: 500, opensOn: '2026-01-07' } as never,
  })
  ids.season = String(open.id)
  ids.slug = other.id
  ids.account = memberAccount(other.id)

  const content = unwrap(markdownToRichText('Deux lignes.', 'member'))
  const { id: category, slug } = await makeCategory(app)
  ids.category = slug
  const written = { content, hidden: false, rev: 1, factsPending: 0 }
  for (const author of [mine, other, third]) {
    const at = app.clock.now().toISOString()
    const topic = { ...written, key: newId(), title: 'Un sujet', category, author: author.id, pinned: false }
    const last = { locked: false, replyCount: 2, lastPostAt: at, lastPostBy: third.id, searchKey: 'un sujet' }
    ids.topic = String(await insertOnce(app, 'forum-topics', { ...topic, ...last }))
    for (const by of [other, third])
      ids.message = String(
        await insertOnce(app, 'forum-replies', {
          ...written,
          key: newId(),
          topic: ids.topic,
          author: by.id,
        }),
      )
  }

  const loge = { name: 'Loge', slug: `loge-${newId().slice(-12)}`, state: 'active', territory: 'Foix' }
  const made = await app.payload.create({
    collection: 'loges' as CollectionSlug,
    data: { ...loge, presentation: 'Ici.', wantedSkills: '' } as never,
  })
  ids.loge = loge.slug
  for (const [postedBy, state] of [
    [mine, 'published'],
    [other, 'published'],
    [third, 'to-verify'],
  ] as const) {
    const at = app.clock.now().toISOString()
    const text = { title: 'Saisie', brief: 'Deux pages.', mode: 'cooperative', skills: 'tableur', budget: '' }
    const id = await insertOnce(app, 'missions', {
      ...text,
      key: newId(),
      state,
      deadline: '2099-01-01',
      loge: String(made.id),
      postedBy: postedBy.id,
      since: at,
      publishedAt: at,
      searchKey: 'saisie',
      sortKey: 'saisie',
      rev: 1,
      factsPending: 0,
    })
    if (state === 'published') ids.mission = String(id)
  }
}

/** The address of a route: what stands for its parts is told by what the path begins with. */
function addressOf(path: string): string {
  const parts: [RegExp, string][] = [
    [/^(\/entraide\/):id/, 'exchange'],
    [/^(\/missions\/):id/, 'mission'],
    [/^(\/forum\/sujet\/):id/, 'topic'],
    [/^(\/forum\/message\/):id/, 'message'],
    [/^(\/forum\/):category/, 'category'],
    [/^(\/annuaire\/):slug/, 'slug'],
    [/^(\/loges\/):slug/, 'loge'],
    [/^(.*\/):account/, 'account'],
    [/^(\/bureau\/personnes\/):\w+/, 'person'],
    [/^(\/bureau\/saisons\/):id/, 'season'],
  ]
  const found = parts.find(([pattern]) => pattern.test(path))
  const filled = found ? path.replace(found[0], `$1${encodeURIComponent(ids[found[1]] ?? '')}`) : path
  return filled.replace(/:\w+/g, newId())
}

async function queriesOf(browser: Browser, address: string): Promise<{ status: number; queries: string[] }> {
  for (let warm = 0; warm < 2; warm++) await (await browser.get(address)).arrayBuffer()
  const counts = [await count(browser, address), await count(browser, address)]
  // What is kept in memory is read anew every minute, and that minute may end between two requests.
  return counts.reduce((least, one) => (one.queries.length < least.queries.length ? one : least))
}

async function count(browser: Browser, address: string): Promise<{ status: number; queries: string[] }> {
  startCounting()
  const answer = await browser.get(address)
  await answer.arrayBuffer()
  const [counted] = stopCounting()
  return { status: answer.status, queries: counted?.queries ?? [] }
}

it('each page asks what is written down of it, no other more than three, staff’s more than five', async () => {
  const counted: Record<string, number> = {}
  const asked: string[] = []
  for (const { route } of everyRoute(app.modules)) {
    // Pages of the public site are kept rendered; a sign-out ends the sign-in we ask with.
    if (!route.get || route.cache || route.path === '/deconnexion') continue
    // Files that go out five hundred rows at a time: how often they ask hangs on how many there are.
    if (route.path.startsWith('/bureau/exports/')) continue
    const browser = route.access(me.person) ? me.browser : chief
    const { status, queries } = await queriesOf(browser, addressOf(route.path))
    if (status !== 200) continue
    const { length } = queries
    if (route.path in PAGES || length > mostOf(route.path)) counted[route.path] = length
    if (counted[route.path] !== PAGES[route.path])
      asked.push(`${route.path}\n  ${queries.map((query) => query.replaceAll(/\s+/g, ' ')).join('\n  ')}`)
  }
  expect(counted, asked.join('\n\n')).toEqual(PAGES)
})

it('the day of staff asks once for each thing that may await them', async () => {
  const { status, queries } = await queriesOf(chief, '/aujourdhui')
  expect(status).toBe(200)
  const asked = new Set(queries)
  if (testDatabase === 'mongodb') expect(asked.size).toBe(queries.length)
  expect(queries.length, queries.join('\n')).toBeLessThanOrEqual(24)
})
