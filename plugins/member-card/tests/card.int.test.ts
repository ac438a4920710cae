import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeStanding } from '@/collections/members/service'
import { addDays } from '@/core/dates'
import { newId } from '@/core/ids'
import type { Standing } from '@/core/person'
import { unwrap } from '@/core/result'
import { type App, compareAndSet, insertOnce } from '@/hooks'
import { todayOf } from '@/plugins/capped-membership/service/readCounter'
import { openSeason } from '@/plugins/capped-membership/tests/support'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { serve, type TestServer } from '@/tests/support/http'
import { MEMBER_CARDS } from '../contract'
import { cardToken } from '../service/cardToken'
import { checkCard } from '../service/checkCard'
import { exportCards } from '../service/exportCards'
import { readCard } from '../service/readCard'
import { readQr } from './readBack'

let app: App
let server: TestServer
beforeAll(async () => {
  ;({ app } = await bootApp())
  server = await serve(app)
})
afterAll(() => server.stop())

const inDays = (days: number) => addDays(todayOf(app), days)

/** Somebody with a membership of a season that ends in so many days. */
async function member({ ends = 30, seat = 7, standing = 'active' as Standing } = {}) {
  const season = await openSeason(app, 40, { opensOn: inDays(-100), endsOn: inDays(ends) })
  const person = await makePerson(app, { standing, name: 'Éléonore Œuvrard' })
  const key = `${person.id}:${season.id}`
  const since = app.clock.now().toISOString()
  const row = {
    key,
    person: person.id,
    season: season.id,
    seat,
    state: 'confirmed',
    since,
    rev: 1,
    factsPending: 0,
  }
  await insertOnce(app, 'memberships', row)
  return { season, person, key, browser: server.as((await asVisitor(app, person.id)).token) }
}

const addressOf = async (person: string, season: string) =>
  `/carte/${await cardToken(app, { person, season })}`
const look = async (address: string) => {
  const answer = await server.as().get(address)
  return { status: answer.status, html: await answer.text(), headers: answer.headers }
}

describe('the card', () => {
  it('shows what it must, and its code leads to its own verification', async () => {
    const { person, browser, season } = await member()
    const html = await (await browser.get('/ma-carte')).text()
    expect(html).toContain('Éléonore Œuvrard')
    expect(html).toContain('Saison d’essai')
    expect(html).toContain('Place n°\u00a07')
    const svg = html.match(/<svg class="member-card__code".*?<\/svg>/s)?.[0] ?? ''
    const address = await readQr(svg)
    expect(address).toBe(`${app.settings.publicUrl}${await addressOf(person.id, season.id)}`)
    const found = await look(new URL(String(address)).pathname)
    expect(found.html).toContain('carte valable')
  })

  it('comes as a PDF, for oneself and not for any cache', async () => {
    const { browser } = await member()
    const answer = await browser.get('/ma-carte/pdf')
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="carte-adherent.pdf"')
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  it('is not there for who is a member without a membership; its PDF leads back', async () => {
    const { id } = await makePerson(app)
    const browser = server.as((await asVisitor(app, id)).token)
    expect(await (await browser.get('/ma-carte')).text()).toContain('Pas encore de carte')
    expect((await browser.get('/ma-carte/pdf')).headers.get('location')).toBe('/ma-carte')
  })

  it.each(['/ma-carte', '/ma-carte/pdf'])('%s is refused to who is no member', async (path) => {
    expect((await server.as().get(path)).headers.get('location')).toMatch(/^\/connexion/)
    for (const standing of ['applicant', 'accepted', 'lapsed'] as const) {
      const { id } = await makePerson(app, { standing })
      expect((await server.as((await asVisitor(app, id)).token).get(path)).status).toBe(403)
    }
  })

  it('is the current season’s: the next one, paid already, waits for its turn', async () => {
    const { person, season } = await member({ ends: 30 })
    const next = await openSeason(app, 40, {
      opensOn: inDays(-1),
      endsOn: inDays(400),
      titleFr: 'Saison suivante',
    })
    const key = `${person.id}:${next.id}`
    const since = app.clock.now().toISOString()
    const row = {
      key,
      person: person.id,
      season: next.id,
      seat: 9,
      state: 'confirmed',
      since,
      rev: 1,
      factsPending: 0,
    }
    await insertOnce(app, 'memberships', row)
    expect(unwrap(await readCard(app, person.id, 'fr'))).toMatchObject({ seat: 7, until: inDays(29) })
    await app.payload.update({ collection: 'seasons', id: season.id, data: { endsOn: todayOf(app) } })
    expect(unwrap(await readCard(app, person.id, 'fr'))).toMatchObject({ seat: 9, season: 'Saison suivante' })
  })

  it('has one token, however many ask at once', async () => {
    const of = { person: newId(), season: newId() }
    const tokens = await Promise.all(Array.from({ length: 20 }, () => cardToken(app, of)))
    expect(new Set(tokens).size).toBe(1)
    const { docs } = await app.payload.db.find({
      collection: MEMBER_CARDS,
      where: { person: { equals: of.person } },
    })
    expect(docs).toHaveLength(1)
  })
})

describe('verification', () => {
  it('is kept nowhere, not indexed, and tells nothing but name, season and validity', async () => {
    const { person, season } = await member()
    const { html, headers, status } = await look(await addressOf(person.id, season.id))
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(html).toContain('<meta name="robots" content="noindex')
    for (const secret of [person.email, person.id, season.id, 'Place n']) expect(html).not.toContain(secret)
  })

  it.each([
    [
      'suspended',
      async ({ person }: Awaited<ReturnType<typeof member>>) => {
        const until = new Date(Date.now() + 86_400_000)
        const change = { person: person.id, from: ['active'] as const, reason: 'x', actor: 'test', until }
        unwrap(await changeStanding(app, { ...change, to: 'suspended' }))
      },
    ],
    [
      'gone',
      async ({ person }: Awaited<ReturnType<typeof member>>) => {
        const change = { person: person.id, from: ['active'] as const, reason: 'x', actor: 'test' }
        unwrap(await changeStanding(app, { ...change, to: 'left' }))
      },
    ],
    [
      'ended by a refund',
      async ({ key }: Awaited<ReturnType<typeof member>>) => {
        await compareAndSet(app, 'memberships', { key: { equals: key } }, { state: 'ended' })
      },
    ],
    [
      'over with its season',
      async ({ season }: Awaited<ReturnType<typeof member>>) => {
        await app.payload.update({ collection: 'seasons', id: season.id, data: { endsOn: todayOf(app) } })
      },
    ],
  ])('says not valid at the next look once the membership is %s', async (_, end) => {
    const made = await member()
    const address = await addressOf(made.person.id, made.season.id)
    expect((await look(address)).html).toContain('carte valable')
    await end(made)
    const { html, status } = await look(address)
    expect(status).toBe(200)
    expect(html).toContain('carte non valable')
    expect(html).not.toContain('carte valable')
  })

  it.each(['AAAAAAAAAAAAAAAAAAAAAA', 'x', 'a'.repeat(5000), '%00', '..%2F..'])(
    'of an unknown token says so: %s',
    async (token) => {
      const { status, html } = await look(`/carte/${token}`)
      expect([404, 400]).toContain(status)
      expect(html).not.toContain('carte valable')
    },
  )

  it('answers null for a card whose person there is no name of', async () => {
    const token = await cardToken(app, { person: newId(), season: newId() })
    expect(await checkCard(app, token, 'fr')).toBeNull()
  })

  it('never leaves the house with its token', async () => {
    const { person, season } = await member()
    const token = await cardToken(app, { person: person.id, season: season.id })
    const said = JSON.stringify(await exportCards(app, person.id))
    expect(said).toContain(season.id)
    expect(said).not.toContain(token)
  })
})
