import { beforeAll, describe, expect, it } from 'vitest'
import { MINUTE } from '@/core/clock'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { bootApp } from '@/tests/support/app'
import { SEASONS, SEATS } from '../contract'
import { occupantKey } from '../domain/keys'
import { auditSeats, freeSeat, holdSeat, provisionSeats, readCounter, releaseExpiredHolds } from '../service'
import { countSeats } from '../service/countSeats'
import { emptySeat } from '../service/freeSeat'
import { findFee, findSeatOf, many, type SeatRow } from '../service/rows'
import { accepted, at, openSeason, pay } from './support'

let app: App
beforeAll(async () => {
  ;({ app } = await bootApp())
})

const soon = () => new Date(app.clock.now().getTime() + 60 * MINUTE)
const hold = (season: string, person = newId(), until = soon()) => holdSeat(app, { season, person, until })
/** Until nothing is over: other tests leave holds in the common database, more than one run of the job takes. */
const releaseAll = async (now: App): Promise<void> => {
  while ((await releaseExpiredHolds(now)) > 0);
}
const seatsOf = (season: string) => many<SeatRow>(app, SEATS, { season: { equals: season } })

describe('seats', () => {
  it('1,000 people at once for 120 seats: exactly 120', { timeout: 120_000 }, async () => {
    const season = await openSeason(app, 120)
    const people = Array.from({ length: 1000 }, () => newId())
    const all = await Promise.all(people.map((person) => hold(season.id, person)))
    const won = all.flatMap((r) => (r.ok ? [r.value.number] : []))
    expect(won).toHaveLength(120)
    expect(new Set(won).size).toBe(120)
    expect(all.filter((r) => !r.ok && r.reason === 'seat.none-left')).toHaveLength(880)
    const seats = await seatsOf(season.id)
    expect(seats.filter((s) => s.state === 'held')).toHaveLength(120)
    expect(new Set(seats.map((s) => s.person)).size).toBe(120)
    expect(await auditSeats(app, season.id)).toEqual([])
    expect((await readCounter(app))?.counter).toMatchObject({ cap: 120, held: 120, free: 0, state: 'full' })
  })

  it('one taken and given back in the same breath is free, and both are told', async () => {
    const season = await openSeason(app, 1)
    // Before anything was relayed: the row that was taken carries its fact, and so must what is read off it.
    const taken = unwrap(await hold(season.id))
    expect(await emptySeat(app, taken, 'yielded')).toBe(true)
    await drain(app)
    const told = ['seat.held', 'seat.freed'].map((name, n) => `${name}:${taken.key}:${taken.rev + n}`)
    const events = { collection: 'hook-events' as 'seats', where: { key: { in: told } } }
    expect((await app.payload.db.count(events)).totalDocs).toBe(2)
    expect((await countSeats(app, season.id)).counts).toMatchObject({ held: 0, free: 1 })
  })

  it('one person fifty times at once: one seat', async () => {
    const season = await openSeason(app, 10)
    const person = newId()
    const all = await Promise.all(Array.from({ length: 50 }, () => hold(season.id, person)))
    expect(new Set(all.map((r) => unwrap(r).number)).size).toBe(1)
    expect((await countSeats(app, season.id)).counts).toMatchObject({ held: 1, free: 9 })
  })

  it('the last seat goes to one, and its holder is told so even while others try', async () => {
    const season = await openSeason(app, 1)
    const all = await Promise.all(Array.from({ length: 30 }, () => hold(season.id)))
    expect(all.filter((r) => r.ok)).toHaveLength(1)
  })

  it('are freed and taken again without a loss', async () => {
    const season = await openSeason(app, 5)
    const people = Array.from({ length: 40 }, () => newId())
    await Promise.all(
      people.map(async (person) => {
        const got = await hold(season.id, person)
        if (got.ok) await freeSeat(app, { season: season.id, person, by: 'system' })
      }),
    )
    expect((await countSeats(app, season.id)).counts).toMatchObject({ free: 5, held: 0 })
    expect(await auditSeats(app, season.id)).toEqual([])
  })
})

describe('the seats of a season', () => {
  it('are made once, however many make them at once', async () => {
    const season = await openSeason(app, 30)
    await Promise.all(Array.from({ length: 5 }, () => provisionSeats(app, season.id)))
    expect(await seatsOf(season.id)).toHaveLength(30)
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('follow the cap up and down, never below those taken', async () => {
    const season = await openSeason(app, 6)
    const people = [newId(), newId(), newId()]
    for (const person of people) unwrap(await hold(season.id, person))
    const set = (cap: number) => app.payload.update({ collection: SEASONS, id: season.id, data: { cap } })
    await set(3)
    expect((await countSeats(app, season.id)).counts).toMatchObject({ free: 0, held: 3, retired: 3 })
    expect(await hold(season.id)).toMatchObject({ reason: 'seat.none-left' })
    await expect(set(2)).rejects.toThrow(/3/)
    await set(8)
    expect((await countSeats(app, season.id)).counts).toMatchObject({ free: 5, held: 3, retired: 0 })
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('stay as many as the cap while people come and go and the seats are looked after', async () => {
    const season = await openSeason(app, 40)
    let over = false
    const comeAndGo = async () => {
      for (let i = 0; i < 12; i++) {
        const person = newId()
        unwrap(await hold(season.id, person))
        await freeSeat(app, { season: season.id, person, by: 'system' })
      }
    }
    const lookAfter = async () => {
      while (!over)
        expect(unwrap(await provisionSeats(app, season.id))).toMatchObject({ made: 0, restored: 0 })
    }
    const keepers = [lookAfter(), lookAfter()]
    await Promise.all(Array.from({ length: 12 }, comeAndGo)).finally(() => {
      over = true
    })
    await Promise.all(keepers)
    expect(await seatsOf(season.id)).toHaveLength(40)
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('follow a cap that changes under the hands of those who adjust them', async () => {
    const season = await openSeason(app, 20)
    const set = (cap: number) => app.payload.update({ collection: SEASONS, id: season.id, data: { cap } })
    for (const cap of [12, 25, 18]) {
      await Promise.all([set(cap), ...Array.from({ length: 4 }, () => provisionSeats(app, season.id))])
      unwrap(await provisionSeats(app, season.id))
      expect(await auditSeats(app, season.id)).toEqual([])
    }
    expect(await seatsOf(season.id)).toHaveLength(25)
  })

  it('are healed after a crash in the middle of making them', async () => {
    const season = await openSeason(app, 12)
    const [lost] = await seatsOf(season.id)
    await app.payload.db.deleteOne({ collection: SEATS, where: { id: { equals: lost?.id } } })
    expect(await auditSeats(app, season.id)).toMatchObject([{ code: 'seats.not-cap' }])
    unwrap(await provisionSeats(app, season.id))
    expect(await auditSeats(app, season.id)).toEqual([])
  })
})

describe('holds', () => {
  it('end to the millisecond, and are never shortened', async () => {
    const season = await openSeason(app, 3)
    const person = newId()
    const until = new Date('2031-03-30T01:00:00.000Z')
    unwrap(await hold(season.id, person, until))
    unwrap(await hold(season.id, person, new Date('2030-01-01')))
    const key = occupantKey(season.id, person)
    await releaseAll(at(app, until.getTime() - 1))
    expect((await findSeatOf(app, key))?.state).toBe('held')
    await releaseAll(at(app, until.getTime()))
    expect(await findSeatOf(app, key)).toBeNull()
    expect((await countSeats(app, season.id)).counts).toMatchObject({ free: 3 })
  })

  it('give way to a payment recorded in time, even when what follows from it is late', async () => {
    const season = await openSeason(app, 3)
    const { id, person } = await accepted(app)
    unwrap(await pay(app, id))
    // The delivery has not run yet, and the hold is over.
    await releaseAll(at(app, Date.now() + 40 * 86_400_000))
    expect(await findSeatOf(app, occupantKey(season.id, person))).toMatchObject({ state: 'confirmed' })
    await drain(app)
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('that were lost: the payment takes a free seat, or is refused with nothing written', async () => {
    const season = await openSeason(app, 2)
    const first = await accepted(app)
    const second = await accepted(app)
    await releaseExpiredHolds(at(app, Date.now() + 40 * 86_400_000))
    expect((await countSeats(app, season.id)).counts.free).toBe(2)
    unwrap(await hold(season.id))
    unwrap(await pay(app, first.id))
    expect(await pay(app, second.id)).toMatchObject({ reason: 'seat.none-left' })
    expect(await findFee(app, second.id)).toBeNull()
    await drain(app)
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('ending at the moment of payment: paid and seated, or refused and free', {
    timeout: 120_000,
  }, async () => {
    const season = await openSeason(app, 6)
    const files = []
    for (let i = 0; i < 6; i++) files.push(await accepted(app))
    const later = at(app, Date.now() + 40 * 86_400_000)
    await Promise.all([
      ...files.map((f) => pay(app, f.id)),
      ...Array.from({ length: 4 }, () => releaseExpiredHolds(later)),
      ...Array.from({ length: 6 }, () => hold(season.id)),
    ])
    await drain(app)
    const { counts } = await countSeats(app, season.id)
    expect(counts.free + counts.held + counts.confirmed).toBe(6)
    let paid = 0
    for (const file of files) {
      const fee = await findFee(app, file.id)
      const seat = await findSeatOf(app, occupantKey(season.id, file.person))
      if (fee) paid++
      // A payment that was taken has its seat; without one nothing was taken.
      expect(seat?.state === 'confirmed').toBe(fee !== null)
    }
    expect(counts.confirmed).toBe(paid)
    expect(await auditSeats(app, season.id)).toEqual([])
  })
})
