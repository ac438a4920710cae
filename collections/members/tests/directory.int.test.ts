import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LOGES } from '@/collections/loges/contract'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import { type App, compareAndSet } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { type Browser, serve, type TestServer } from '@/tests/support/http'
import { changeStanding, grantRole } from '../service'

let app: App
let server: TestServer
let member: Browser
/** A word by which only this file's people are found. */
const mark = `mot${newId().slice(-8)}`
const person: Record<string, string> = {}

beforeAll(async () => {
  app = (await bootApp()).app
  server = await serve(app)
  member = server.as((await asVisitor(app, (await makePerson(app, { standing: 'active' })).id)).token)
  for (const [key, name] of [
    ['b', 'Basile'],
    ['a', 'Agathe'],
    ['c', 'Cyprien'],
  ] as const) {
    person[key] = (await makePerson(app, { standing: 'active', name: `${name} ${mark}` })).id
  }
})
afterAll(() => server.stop())

/** The first names found, in order. */
async function found(query: string): Promise<string[]> {
  const reply = await member.get(`/annuaire?q=${mark}&${query}`)
  expect([query, reply.status]).toEqual([query, 200])
  return [...(await reply.text()).matchAll(new RegExp(`(\\w+) ${mark}(?=</(?!option))`, 'g'))].map(
    (m) => m[1] ?? '',
  )
}

describe('the directory', () => {
  it('goes by name, or the latest come first; what it does not know is by name', async () => {
    for (const [key, day] of [
      ['a', '2026-01-02'],
      ['b', '2026-01-03'],
      ['c', '2026-01-01'],
    ] as const)
      await compareAndSet(
        app,
        'profiles',
        { person: { equals: person[key] } },
        { arrivedAt: `${day}T08:00:00.000Z` },
      )
    expect(await found('')).toEqual(['Agathe', 'Basile', 'Cyprien'])
    expect(await found('tri=arrivee')).toEqual(['Basile', 'Agathe', 'Cyprien'])
    expect(await found('tri=rien&page=zero&loge=nulle-part')).toEqual(['Agathe', 'Basile', 'Cyprien'])
  })

  it('is narrowed to a loge, by the roles in force', async () => {
    const name = `Loge ${mark}`
    const loge = await app.payload.create({
      collection: LOGES,
      data: { name, slug: `l-${newId()}`, state: 'active', territory: 'Ici' },
      overrideAccess: true,
    })
    unwrap(
      await grantRole(app, {
        person: person.c ?? '',
        grant: { role: 'provider', loge: String(loge.id) },
        actor: 'system',
      }),
    )
    expect(await found(`loge=loge-${mark}`)).toEqual(['Cyprien'])
    const links = await (await member.get(`/annuaire?q=${mark}&loge=loge-${mark}`)).text()
    expect(links).toContain(`/annuaire?q=${mark}&amp;loge=loge-${mark}&amp;tri=arrivee`)
  })

  it('knows when somebody arrived, and keeps it when they come back', async () => {
    const { id } = await makePerson(app, { standing: 'accepted' })
    const profile = async () =>
      app.payload.db.findOne<{ id: string; arrivedAt?: string | null; listed: boolean }>({
        collection: 'profiles',
        where: { person: { equals: id } },
      })
    expect((await profile())?.arrivedAt ?? null).toBeNull()
    const to = async (standing: 'active' | 'lapsed') => {
      unwrap(
        await changeStanding(app, {
          person: id,
          from: ['accepted', 'active', 'lapsed'],
          to: standing,
          reason: 'test',
          actor: 'system',
        }),
      )
      await drain(app)
      return profile()
    }
    const arrived = (await to('active'))?.arrivedAt
    expect(arrived).toBeTruthy()
    expect(await to('lapsed')).toMatchObject({ listed: false, arrivedAt: arrived })
    expect(await to('active')).toMatchObject({ listed: true, arrivedAt: arrived })
  })
})
