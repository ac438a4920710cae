import { beforeAll, describe, expect, it } from 'vitest'
import { DAY, MINUTE } from '@/core/clock'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain, runJob } from '@/hooks/runtime'
import { asVisitor } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { dies, dying } from '@/tests/support/dying'
import { SEASONS, SEATS } from '../contract'
import { occupantKey } from '../domain/keys'
import {
  acceptApplication,
  auditSeats,
  freeSeat,
  givePriority,
  holdSeat,
  inviteWaiting,
  releaseExpiredHolds,
  removeFromLine,
  standAgain,
  takePriorityBack,
  withdraw,
} from '../service'
import { followInvitation } from '../service/line/followInvitation'
import { missInvitation } from '../service/line/missInvitation'
import { findLineOf, firstInLine, positionOf } from '../service/line/rows'
import { type ApplicationRow, findSeatOf, many, type SeasonRow, type SeatRow } from '../service/rows'
import { accepted, at, fileOf, interviewed, openSeason, pay } from './support'

let app: App
beforeAll(async () => {
  ;({ app } = await bootApp())
})

const later = (days: number) => at(app, Date.now() + days * DAY)
const personOf = (file: ApplicationRow) => String(file.person)
const seatOf = (file: ApplicationRow) => findSeatOf(app, occupantKey(file.season, personOf(file)))
const rowOf = async (file: ApplicationRow) => {
  const row = await findLineOf(app, file.season, personOf(file))
  if (!row) throw new Error('not in line')
  return row
}
/** What was told of the line, in order; the interview's mail may come before or after, as its delivery goes. */
const namesOfMails = async (file: ApplicationRow) => {
  const { docs } = await app.payload.db.find<{ id: string; template: string }>({
    collection: 'mails',
    where: { person: { equals: personOf(file) } },
    sort: 'id',
    pagination: false,
  })
  return docs.map((m) => m.template.replace('membership.', '')).filter((name) => name !== 'planned')
}
/** Somebody accepted while no seat was left. */
async function waits(): Promise<ApplicationRow> {
  const { id } = await interviewed(app)
  unwrap(await acceptApplication(app, { application: id, by: 'system' }))
  await drain(app)
  const file = await fileOf(app, id)
  expect(file.state).toBe('waiting')
  return file
}
/** A season whose seats are all held by people of no account, until an instant. */
async function fullSeason(cap: number, until = new Date(Date.now() + DAY)): Promise<SeasonRow> {
  const season = await openSeason(app, cap)
  for (let i = 0; i < cap; i++) unwrap(await holdSeat(app, { season: season.id, person: newId(), until }))
  return season
}
const heldIn = async (season: string) =>
  many<SeatRow>(app, SEATS, { and: [{ season: { equals: season } }, { state: { equals: 'held' } }] })

/** Frees one of the seats held by people of no account. */
async function freeOne(season: string, keep: readonly ApplicationRow[] = []): Promise<void> {
  const kept = new Set(keep.map(personOf))
  const seat = (await heldIn(season)).find((s) => !kept.has(String(s.person)))
  unwrap(await freeSeat(app, { season, person: String(seat?.person), by: 'system' }))
}

describe('accepting somebody when no seat is left', () => {
  it('puts them in line, tells them, and says where they stand', async () => {
    const season = await fullSeason(1)
    const [first, second] = [await waits(), await waits()]
    expect(await seatOf(first)).toBeNull()
    expect(await namesOfMails(first)).toEqual(['received', 'waitlisted'])
    expect(await positionOf(app, await rowOf(first))).toBe(1)
    expect(await positionOf(app, await rowOf(second))).toBe(2)
    // Accepting again changes nothing.
    expect(unwrap(await acceptApplication(app, { application: first.id, by: 'system' })).state).toBe(
      'waiting',
    )
    await drain(app)
    expect(await firstInLine(app, season.id, 10)).toHaveLength(2)
    expect(await pay(app, first.id)).toMatchObject({ reason: 'payment.not-accepted' })
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('also when a seat is free but somebody waits for it: a newcomer never goes past', async () => {
    const season = await fullSeason(1)
    const first = await waits()
    const { id } = await interviewed(app)
    await freeOne(season.id)
    // The seat is free, and the fact that tells of it is not delivered yet.
    unwrap(await acceptApplication(app, { application: id, by: 'system' }))
    expect((await fileOf(app, id)).state).toBe('waiting')
    await drain(app)
    expect((await fileOf(app, first.id)).state).toBe('accepted')
    expect((await fileOf(app, id)).state).toBe('waiting')
    expect(await auditSeats(app, season.id)).toEqual([])
  })
})

describe('a seat that is freed', () => {
  it('goes to the next, who is told until when, and to the one after when unanswered', async () => {
    const season = await fullSeason(1)
    const [first, second] = [await waits(), await waits()]
    await freeOne(season.id)
    await drain(app)
    expect((await fileOf(app, first.id)).state).toBe('accepted')
    expect(await rowOf(first)).toMatchObject({ state: 'invited' })
    expect((await rowOf(first)).until).toBe((await seatOf(first))?.heldUntil)
    expect(await namesOfMails(first)).toContain('invited')
    expect(await rowOf(second)).toMatchObject({ state: 'waiting' })
    await releaseExpiredHolds(later(9))
    await drain(app)
    expect(await rowOf(first)).toMatchObject({ state: 'missed' })
    expect(await namesOfMails(first)).toContain('hold-expired')
    expect(await rowOf(second)).toMatchObject({ state: 'invited' })
    unwrap(await pay(app, second.id))
    await drain(app)
    expect(await rowOf(second)).toMatchObject({ state: 'seated' })
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('is kept to the millisecond', async () => {
    const season = await fullSeason(1)
    const first = await waits()
    await freeOne(season.id)
    await drain(app)
    const until = new Date(String((await rowOf(first)).until)).getTime()
    await releaseExpiredHolds(at(app, until - 1))
    expect(await rowOf(first)).toMatchObject({ state: 'invited' })
    expect(await seatOf(first)).toMatchObject({ state: 'held' })
    await releaseExpiredHolds(at(app, until))
    await drain(app)
    expect(await rowOf(first)).toMatchObject({ state: 'missed' })
    expect(await seatOf(first)).toBeNull()
  })

  it.each([
    ['forward, of a day of 23 hours', '2027-03-24T12:00:00Z', '2027-03-31T22:00:00.000Z'],
    ['backward, of a day of 25 hours', '2027-10-27T12:00:00Z', '2027-11-03T23:00:00.000Z'],
  ])('is kept to the end of the last day where clocks go %s', async (_, now, end) => {
    const season = await fullSeason(1, new Date('2030-01-01'))
    const first = await waits()
    const then = at(app, new Date(now))
    const [seat] = await heldIn(season.id)
    unwrap(await freeSeat(then, { season: season.id, person: String(seat?.person), by: 'system' }))
    expect(await inviteWaiting(then, season.id)).toBe(1)
    expect((await rowOf(first)).until).toBe(end)
  })

  it('several at once invite several, however many invite at once', { timeout: 60_000 }, async () => {
    const season = await fullSeason(4)
    const files = [await waits(), await waits(), await waits(), await waits(), await waits()]
    for (let i = 0; i < 3; i++) await freeOne(season.id, files)
    const done = await Promise.all(Array.from({ length: 6 }, () => inviteWaiting(app, season.id)))
    expect(done.reduce((a, b) => a + b, 0)).toBe(3)
    await drain(app)
    const states = await Promise.all(files.map(async (f) => (await rowOf(f)).state))
    expect(states).toEqual(['invited', 'invited', 'invited', 'waiting', 'waiting'])
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('also when the cap is raised; never in a season that is closed', async () => {
    const season = await fullSeason(1)
    const [first, second] = [await waits(), await waits()]
    const set = (data: object) => app.payload.update({ collection: SEASONS, id: season.id, data })
    await set({ cap: 2 })
    expect(await rowOf(first)).toMatchObject({ state: 'invited' })
    await set({ state: 'closed' })
    await set({ cap: 3 })
    await runJob(app, 'waiting.invite')
    expect(await rowOf(second)).toMatchObject({ state: 'waiting' })
    await set({ state: 'open' })
    expect(await rowOf(second)).toMatchObject({ state: 'invited' })
  })

  it('is given by the job when no fact told of it, and after a crash at each write', {
    timeout: 60_000,
  }, async () => {
    let crashes = 0
    for (let n = 1; n <= 3; n++) {
      const season = await fullSeason(1, new Date(Date.now() + MINUTE))
      const [first, second] = [await waits(), await waits()]
      const [seat] = await heldIn(season.id)
      unwrap(await freeSeat(app, { season: season.id, person: String(seat?.person), by: 'system' }))
      if (await dies(inviteWaiting(dying(app, n), season.id))) crashes++
      // Staff puts the second before the first while the program lies dead: the seat taken is the first's.
      unwrap(await givePriority(app, { waiting: (await rowOf(second)).id, reason: 'x', by: 'system' }))
      await runJob(app, 'waiting.invite')
      await drain(app)
      const states = [(await rowOf(first)).state, (await rowOf(second)).state].sort()
      expect(states, `crash at write ${n}`).toEqual(['invited', 'waiting'])
      expect(await auditSeats(app, season.id), `crash at write ${n}`).toEqual([])
    }
    expect(crashes).toBe(2)
  })
})

describe('whose turn it is', () => {
  it('follows acceptance, but staff may let somebody go first, and take that back', async () => {
    const season = await fullSeason(1)
    const [a, b, c] = [await waits(), await waits(), await waits()]
    const order = async () => (await firstInLine(app, season.id, 9)).map((r) => r.person)
    expect(await order()).toEqual([a, b, c].map(personOf))
    const waiting = (await rowOf(c)).id
    expect(await givePriority(app, { waiting, reason: ' ', by: 'system' })).toMatchObject({
      reason: 'line.reason-missing',
    })
    unwrap(await givePriority(app, { waiting, reason: 'Attend depuis la saison passée.', by: 'system' }))
    expect(await order()).toEqual([c, a, b].map(personOf))
    expect(await positionOf(app, await rowOf(b))).toBe(3)
    unwrap(await takePriorityBack(app, { waiting, by: 'system' }))
    expect(await order()).toEqual([a, b, c].map(personOf))
    unwrap(await givePriority(app, { waiting, reason: 'Encore.', by: 'system' }))
    await freeOne(season.id)
    await drain(app)
    expect(await rowOf(c)).toMatchObject({ state: 'invited' })
    expect(await givePriority(app, { waiting, reason: 'x', by: 'system' })).toMatchObject({
      reason: 'line.wrong-state',
    })
  })

  it('is first of all theirs who paid when all seats had gone, told once or twice', async () => {
    const season = await fullSeason(2)
    const favoured = await waits()
    await freeOne(season.id, [favoured])
    await drain(app)
    const late = await waits()
    // The days were over; the payment came after, and was given back by whoever took it.
    await releaseExpiredHolds(later(9))
    const others = [newId(), newId()]
    const until = new Date(Date.now() + DAY)
    for (const person of others) await holdSeat(app, { season: season.id, person, until })
    const unseated = () =>
      app.emit('payment.unseated', newId(), {
        person: personOf(favoured),
        season: season.id,
        application: favoured.id,
      })
    await unseated()
    await drain(app)
    await unseated()
    await drain(app)
    expect((await fileOf(app, favoured.id)).state).toBe('waiting')
    unwrap(await givePriority(app, { waiting: (await rowOf(late)).id, reason: 'x', by: 'system' }))
    expect((await firstInLine(app, season.id, 9)).map((r) => r.person)).toEqual(
      [favoured, late].map(personOf),
    )
  })
})

describe('leaving the line', () => {
  it('by one’s own wish: the file is withdrawn, the seat kept goes to the next', async () => {
    const season = await fullSeason(1)
    const [first, second] = [await waits(), await waits()]
    await freeOne(season.id)
    await drain(app)
    const { person: who } = await asVisitor(app, personOf(first))
    unwrap(await withdraw(app, { who, application: first.id }))
    unwrap(await withdraw(app, { who, application: first.id }))
    await drain(app)
    expect((await fileOf(app, first.id)).state).toBe('withdrawn')
    expect(await rowOf(first)).toMatchObject({ state: 'withdrawn' })
    expect(await rowOf(second)).toMatchObject({ state: 'invited' })
    const { person: other } = await asVisitor(app, personOf(second))
    expect(await withdraw(app, { who: other, application: first.id })).toMatchObject({
      reason: 'application.unknown',
    })
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('while being invited at the same moment: no seat is kept for whom has gone', async () => {
    const season = await fullSeason(1)
    const [first, second] = [await waits(), await waits()]
    const { person: who } = await asVisitor(app, personOf(first))
    await freeOne(season.id)
    await Promise.all([
      withdraw(app, { who, application: first.id }),
      ...Array.from({ length: 4 }, () => inviteWaiting(app, season.id)),
      drain(app),
    ])
    await drain(app)
    expect(await rowOf(first)).toMatchObject({ state: 'withdrawn' })
    expect(await seatOf(first)).toBeNull()
    expect(await rowOf(second)).toMatchObject({ state: 'invited' })
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('by staff, with a reason that the person reads', async () => {
    await fullSeason(1)
    const first = await waits()
    const waiting = (await rowOf(first)).id
    expect(await removeFromLine(app, { waiting, reason: '', by: 'system' })).toMatchObject({
      reason: 'line.reason-missing',
    })
    unwrap(await removeFromLine(app, { waiting, reason: 'Vous avez déménagé.', by: 'system' }))
    await drain(app)
    expect(await rowOf(first)).toMatchObject({ state: 'removed', reason: 'Vous avez déménagé.' })
    expect(await fileOf(app, first.id)).toMatchObject({ state: 'withdrawn' })
    expect((await namesOfMails(first)).at(-1)).toBe('withdrawn')
  })
})

describe('standing in line again', () => {
  it('is at the end, for whom time ran out; not with a seat in hand', async () => {
    const season = await fullSeason(1)
    const [first, second, third] = [await waits(), await waits(), await waits()]
    await freeOne(season.id)
    await drain(app)
    const { person: who } = await asVisitor(app, personOf(first))
    expect(await standAgain(app, { who, application: first.id })).toMatchObject({
      reason: 'application.wrong-state',
    })
    await releaseExpiredHolds(later(9))
    await drain(app)
    const [again] = await Promise.all([
      standAgain(app, { who, application: first.id }),
      standAgain(app, { who, application: first.id }),
    ])
    unwrap(again)
    await drain(app)
    expect((await firstInLine(app, season.id, 9)).map((r) => r.person)).toEqual([third, first].map(personOf))
    expect(await rowOf(second)).toMatchObject({ state: 'invited' })
    expect(await namesOfMails(first)).toEqual([
      'received',
      'waitlisted',
      'invited',
      'hold-expired',
      'waitlisted',
    ])
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('is not undone by what is told late of the turn before', async () => {
    const season = await fullSeason(1)
    const file = await waits()
    await freeOne(season.id)
    await drain(app)
    const first = await rowOf(file)
    const invitation = { application: file.id, waiting: first.id, until: String(first.until) }
    await releaseExpiredHolds(later(9))
    await drain(app)
    // The seat goes to somebody of no account, so that standing again means waiting.
    const other = newId()
    unwrap(await holdSeat(app, { season: season.id, person: other, until: new Date(Date.now() + DAY) }))
    const { person: who } = await asVisitor(app, personOf(file))
    unwrap(await standAgain(app, { who, application: file.id }))
    // The row still tells of the turn before: the file is about the next one.
    await followInvitation(app, invitation, 'late')
    expect((await fileOf(app, file.id)).state).toBe('waiting')
    await drain(app)
    unwrap(await freeSeat(app, { season: season.id, person: other, by: 'system' }))
    await drain(app)
    expect(await rowOf(file)).toMatchObject({ state: 'invited' })
    // Invited again: the end of the first hold, told once more, is not the end of this one.
    await missInvitation(app, season.id, personOf(file))
    expect(await rowOf(file)).toMatchObject({ state: 'invited' })
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('takes a seat at once where one is left and nobody waits', async () => {
    await openSeason(app, 2)
    const file = await accepted(app)
    await releaseExpiredHolds(later(40))
    await drain(app)
    const { person: who } = await asVisitor(app, file.person)
    unwrap(await standAgain(app, { who, application: file.id }))
    await drain(app)
    expect((await fileOf(app, file.id)).state).toBe('accepted')
    expect(await seatOf(file)).toMatchObject({ state: 'held' })
  })
})
