import { afterAll, beforeAll, expect, it } from 'vitest'
import { DAY } from '@/core/clock'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { type Browser, serve, type TestServer } from '@/tests/support/http'
import { planInterview, submitApplication } from '../service'
import { listApplications } from '../service/listApplications'
import type { SeasonRow } from '../service/rows'
import { newApplication, openSeason } from './support'

let app: App
let server: TestServer
let staff: Browser
let season: SeasonRow
const word = `w${newId().slice(-8)}`
const ids: string[] = []

beforeAll(async () => {
  app = (await bootApp()).app
  season = await openSeason(app, 50)
  server = await serve(app)
  for (let i = 0; i < 3; i++) {
    const wish = newApplication({ name: `Personne ${i} ${word}` })
    ids.push(String(unwrap(await submitApplication(app, wish)).application))
  }
  await drain(app)
  // The first is met last.
  for (const [i, days] of [
    [0, 3],
    [1, 2],
  ] as const)
    unwrap(
      await planInterview(app, {
        application: ids[i] ?? '',
        at: new Date(Date.now() + days * DAY),
        place: 'Au local',
        by: 'system',
      }),
    )
  const { id } = await makePerson(app, { grants: [{ role: 'staff', area: 'applications' }] })
  staff = server.as((await asVisitor(app, id)).token)
})
afterAll(() => server.stop())

it.each([
  ['attente', [0, 1, 2]],
  ['recent', [2, 1, 0]],
  // What was received comes before what is planned.
  ['etat', [2, 0, 1]],
  ['entretien', [1, 0]],
] as const)('sorted by %s', async (sort, order) => {
  const found = await listApplications(app, { state: 'todo', q: word, season: season.id, sort, page: 1 })
  expect(found.rows.map((row) => ids.indexOf(row.id))).toEqual(order)
})

it('narrowed by season, state and words, all in the address', async () => {
  const names = async (query: string) => {
    const html = await (await staff.get(`/bureau/candidatures?q=${word}&${query}`)).text()
    return [0, 1, 2].filter((i) => html.includes(`Personne ${i} ${word}`))
  }
  expect(await names('')).toEqual([0, 1, 2])
  expect(await names(`saison=${season.id}&tri=etat`)).toEqual([0, 1, 2])
  expect(await names(`saison=${newId()}`)).toEqual([])
  expect(await names('etat=received')).toEqual([2])
  expect(await names('tri=nonsense&etat=nonsense')).toEqual([0, 1, 2])
  const beyond = await staff.get(`/bureau/candidatures?q=${word}&page=9`)
  expect(beyond.headers.get('location')).toBe(`/bureau/candidatures?q=${word}`)
})
