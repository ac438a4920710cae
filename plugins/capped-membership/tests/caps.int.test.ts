import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, startOfDay } from '@/core/dates'
import { type App, compareAndSet, setApp } from '@/hooks'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { serve } from '@/tests/support/http'
import { SEASON_CAPS, SEASONS } from '../contract'
import { provisionSeats } from '../service'
import { capsOf, noteCap } from '../service/caps/noteCap'
import { readSeasonFigures } from '../service/figures/readSeasonFigures'
import { todayOf } from '../service/readCounter'
import { findSeason, type SeasonRow } from '../service/rows'
import { at, openSeason } from './support'

let app: App
beforeAll(async () => {
  ;({ app } = await bootApp())
})

const setCap = (season: SeasonRow, cap: number) =>
  compareAndSet(app, SEASONS, { id: { equals: season.id } }, { cap })
const noon = (day: string) => new Date(startOfDay(day, app.settings.timeZone).getTime() + 43_200_000)
const kept = async (season: SeasonRow) => (await capsOf(app, season.id)).map(({ n, cap }) => [n, cap])

describe('the caps of a season', () => {
  it('are noted as it is saved, each change once, and no more however often it is provisioned', async () => {
    const season = await openSeason(app, 5)
    expect(await kept(season)).toEqual([[1, 5]])
    await app.payload.update({ collection: SEASONS, id: season.id, data: { cap: 8 } })
    for (let i = 0; i < 3; i++) await provisionSeats(app, season.id)
    expect(await kept(season)).toEqual([
      [1, 5],
      [2, 8],
    ])
    // A cap that could not be had is not noted: the form refuses it, and so does the verb.
    await app.payload.update({ collection: SEASONS, id: season.id, data: { cap: 5 } })
    expect(await kept(season)).toHaveLength(3)
  })

  it('noted by many at once are each one row', async () => {
    const season = await openSeason(app, 3)
    await setCap(season, 4)
    await Promise.all(Array.from({ length: 20 }, () => noteCap(app, season.id)))
    expect(await kept(season)).toEqual([
      [1, 3],
      [2, 4],
    ])
  })

  it('are read by staff, and written by nobody', async () => {
    const season = await openSeason(app, 3)
    const [row] = await capsOf(app, season.id)
    const { person } = await asVisitor(app, (await makePerson(app)).id)
    const member = { overrideAccess: false, user: { ...person, collection: 'members' } as never } as const
    await expect(app.payload.find({ collection: SEASON_CAPS, ...member })).rejects.toThrow()
    const boss = await makePerson(app, { grants: [{ role: 'administrator' }] })
    const chief = (await asVisitor(app, boss.id)).person
    const asked = { overrideAccess: false, user: { ...chief, collection: 'members' } as never } as const
    await expect(
      app.payload.update({ collection: SEASON_CAPS, id: row?.id ?? '', data: { cap: 9 }, ...asked }),
    ).rejects.toThrow()
    await expect(
      app.payload.delete({ collection: SEASON_CAPS, id: row?.id ?? '', ...asked }),
    ).rejects.toThrow()
  })
})

describe('the figures', () => {
  it('count free seats out of the cap of each day, and say what is not known', async () => {
    const season = await openSeason(app, 10, { opensOn: addDays(todayOf(app), -6) })
    // As if it had been noted from the third day on.
    const today = todayOf(app)
    await app.payload.db.deleteMany({ collection: SEASON_CAPS, where: { season: { equals: season.id } } })
    await noteCap(at(app, noon(addDays(today, -4))), season.id)
    await setCap(season, 14)
    await noteCap(at(app, noon(addDays(today, -2))), season.id)
    const now = await findSeason(app, season.id)
    if (!now) throw new Error('no season')
    const figures = await readSeasonFigures(app, now)
    expect(figures.days.map((d) => d.free)).toEqual([null, null, 10, 10, 14, 14, 14])
    expect(figures.caps).toEqual([
      { from: addDays(today, -4), cap: 10 },
      { from: addDays(today, -2), cap: 14 },
    ])
  })

  it('show the same in the table as in the plot', async () => {
    const season = await openSeason(app, 4, { opensOn: addDays(todayOf(app), -2) })
    await app.payload.db.deleteMany({ collection: SEASON_CAPS, where: { season: { equals: season.id } } })
    await noteCap(at(app, noon(addDays(todayOf(app), -1))), season.id)
    await setCap(season, 6)
    await provisionSeats(app, season.id)
    setApp(app)
    const { holdSeat } = await import('../service')
    await holdSeat(app, { season: season.id, person: 'somebody', until: new Date(Date.now() + 3_600_000) })
    const { drain } = await import('@/hooks/runtime')
    await drain(app)
    const server = await serve(app)
    const staff = await makePerson(app, { grants: [{ role: 'staff', area: 'settings' }] })
    const browser = server.as((await asVisitor(app, staff.id)).token)
    const html = (await (await browser.get(`/bureau/saisons/${season.id}`)).text()).replace(
      /\u00a0|\u202f/g,
      ' ',
    )
    await server.stop()
    const cells = [
      ...(html.match(/<section class="plot__table".*?<\/section>/s)?.[0] ?? '').matchAll(
        /<td>([^<]*)<\/td>/g,
      ),
    ]
    expect(cells.map(([, cell]) => cell)).toEqual(['', '0', '0', '–', '0', '0', '4', '0', '1', '5'])
    expect(html).toContain('Nombre de places : 4 d’abord, 6 à partir du')
    expect(html).toContain('les places libres d’avant ne sont pas connues')
  })
})
