import type { Where } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { changeStanding, readContacts } from '@/collections/members/service'
import { formatDate, startOfDay } from '@/core/dates'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import { type App, insertOnce } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { APPLICATIONS, RENEWALS } from '../contract'
import { occupantKey, renewalFileKey } from '../domain/keys'
import { freeSeat, holdSeat, releaseExpiredHolds } from '../service'
import { countSeats } from '../service/countSeats'
import { declineRenewal } from '../service/renewal/declineRenewal'
import { keepAllSeats, keepSeats } from '../service/renewal/keepSeats'
import { findRenewal, findRound } from '../service/renewal/renewalRows'
import { renewMembership } from '../service/renewal/renewMembership'
import {
  type ApplicationRow,
  findApplicationByKey,
  findMembership,
  findSeatOf,
  many,
  type SeasonRow,
} from '../service/rows'
import { day, memberOf, membersOf, setDays, twoSeasons } from './renewalSupport'
import { at, pay } from './support'

let app: App
beforeAll(async () => {
  ;({ app } = await bootApp())
})

const seatOf = (season: SeasonRow, person: string) => findSeatOf(app, occupantKey(season.id, person))
const stateOf = async (person: string, season: SeasonRow) =>
  (await findRenewal(app, person, season.id))?.state
const soon = () => new Date(Date.now() + 3_600_000)
const newcomer = (season: SeasonRow) => holdSeat(app, { season: season.id, person: newId(), until: soon() })
const fileFor = async (person: string, season: SeasonRow): Promise<ApplicationRow> => {
  const file = await findApplicationByKey(app, renewalFileKey(person, season.id))
  if (!file) throw new Error('no file')
  return file
}
const mailsTo = async (email: string) =>
  (
    await app.payload.db.find<{ id: string; template: string }>({
      collection: 'mails',
      where: { to: { equals: email } },
      sort: 'id',
      pagination: false,
    })
  ).docs
    .map((mail) => mail.template)
    .filter((template) => template.startsWith('membership.'))
const textOf = async (email: string, template: string) => {
  const where: Where = { and: [{ to: { equals: email } }, { template: { equals: template } }] }
  const { docs } = await app.payload.db.find<{ id: string; text: string }>({ collection: 'mails', where })
  return docs[0]?.text
}

describe('one act', () => {
  it('renews: a file to pay without an interview, the same seat, and once paid the next season', async () => {
    const { old, next } = await twoSeasons(app)
    const marie = await memberOf(app, old, 4, { name: 'Marie Lantier' })
    expect(unwrap(await renewMembership(app, { person: marie.id, season: next.id })).already).toBe(false)
    const file = await fileFor(marie.id, next)
    expect(file).toMatchObject({ state: 'accepted', kind: 'renewal', dueCents: 500, name: 'Marie Lantier' })
    const held = await seatOf(next, marie.id)
    expect(held).toMatchObject({ state: 'held', number: 4 })
    await drain(app)
    // The longer of the days to pay and the days seats are kept.
    expect((await seatOf(next, marie.id))?.heldUntil).toBe(startOfDay(day(app, 20)).toISOString())
    expect(await textOf(marie.email, 'membership.renewal-due')).toContain(formatDate(day(app, 19), 'fr'))
    unwrap(await pay(app, file.id))
    await drain(app)
    expect(await findMembership(app, marie.id, next.id)).toMatchObject({ seat: 4, state: 'confirmed' })
    expect(await stateOf(marie.id, next)).toBe('renewed')
    expect((await readContacts(app, [marie.id])).get(marie.id)?.standing).toBe('active')
    expect(await mailsTo(marie.email)).toEqual(['membership.renewal-due', 'membership.renewed'])
    expect(await renewMembership(app, { person: marie.id, season: next.id })).toMatchObject({
      reason: 'renewal.done',
    })
  })

  it('sent fifty times at once is one renewal, one file, one seat, one mail', async () => {
    const { old, next } = await twoSeasons(app)
    const member = await memberOf(app, old, 1)
    const all = await Promise.all(
      Array.from({ length: 50 }, () => renewMembership(app, { person: member.id, season: next.id })),
    )
    expect(new Set(all.map((r) => unwrap(r).renewal)).size).toBe(1)
    const of: Where = { and: [{ person: { equals: member.id } }, { season: { equals: next.id } }] }
    expect(await many(app, RENEWALS, of)).toHaveLength(1)
    expect(await many(app, APPLICATIONS, of)).toHaveLength(1)
    await drain(app)
    expect(await mailsTo(member.email)).toEqual(['membership.renewal-due'])
    expect((await countSeats(app, next.id)).counts).toMatchObject({ held: 1, free: 9 })
  })

  it('declines: the seat goes back, and may be taken again after a change of mind', async () => {
    const { old, next } = await twoSeasons(app)
    const member = await memberOf(app, old, 3)
    await keepAllSeats(app)
    expect(await seatOf(next, member.id)).toMatchObject({ number: 3, state: 'held' })
    expect(unwrap(await declineRenewal(app, { person: member.id, season: next.id }))).toEqual({
      already: false,
    })
    expect(await seatOf(next, member.id)).toBeNull()
    expect(unwrap(await declineRenewal(app, { person: member.id, season: next.id }))).toEqual({
      already: true,
    })
    await keepSeats(app, next)
    await drain(app)
    expect(await seatOf(next, member.id)).toBeNull()
    unwrap(await renewMembership(app, { person: member.id, season: next.id }))
    expect(await stateOf(member.id, next)).toBe('wanted')
    expect(await declineRenewal(app, { person: member.id, season: next.id })).toMatchObject({
      reason: 'renewal.under-way',
    })
  })

  it('renewed and declined at the same moment: one of them, with its seat or without', async () => {
    const { old, next } = await twoSeasons(app, { cap: 12 })
    const members = await membersOf(app, old, 8)
    await keepAllSeats(app)
    await Promise.all(
      members.flatMap(({ id: person }) => [
        renewMembership(app, { person, season: next.id }),
        declineRenewal(app, { person, season: next.id }),
      ]),
    )
    await drain(app)
    for (const { id } of members) {
      const state = await stateOf(id, next)
      expect(['wanted', 'declined']).toContain(state)
      // Whoever is held to pay finds a seat; one who declined first and was then overtaken asks again.
      if (state === 'wanted') expect(await seatOf(next, id)).toMatchObject({ state: 'held' })
      else expect(await seatOf(next, id)).toBeNull()
    }
  })

  it('is refused to whoever has no right to it', async () => {
    const { old, next } = await twoSeasons(app)
    const season = next.id
    const stranger = await makePerson(app)
    const suspended = await memberOf(app, old, 2, { standing: 'suspended' })
    const refused = async (person: string, into = season) => {
      const [a, b] = [
        await renewMembership(app, { person, season: into }),
        await declineRenewal(app, { person, season: into }),
      ]
      expect(a.ok || b.ok).toBe(false)
      return a.ok ? '' : a.reason
    }
    expect(await refused(stranger.id)).toBe('renewal.not-entitled')
    expect(await refused(suspended.id)).toBe('renewal.not-entitled')
    expect(await refused(newId())).toBe('person.unknown')
    expect(await refused(stranger.id, newId())).toBe('season.unknown')
    const member = await memberOf(app, old, 3)
    expect(await refused(member.id, old.id)).toBe('renewal.done')
    await setDays(app, next, { renewalOpensOn: day(app, 1) })
    expect(await refused(member.id)).toBe('renewal.not-open')
  })
})

describe('seats kept for members', () => {
  it('are theirs until the day told, to the millisecond, then anybody’s', async () => {
    const { old, next } = await twoSeasons(app, { cap: 5 })
    const members = await membersOf(app, old, 5)
    await keepAllSeats(app)
    for (const { id, seat } of members)
      expect(await seatOf(next, id)).toMatchObject({ number: seat, state: 'held' })
    expect(await newcomer(next)).toMatchObject({ reason: 'seat.none-left' })
    const end = startOfDay(day(app, 20)).getTime()
    await releaseExpiredHolds(at(app, end - 1))
    expect((await countSeats(app, next.id)).counts).toMatchObject({ held: 5, free: 0 })
    await releaseExpiredHolds(at(app, end))
    expect((await countSeats(app, next.id)).counts).toMatchObject({ held: 0, free: 5 })
    const later = at(app, end)
    expect((await holdSeat(later, { season: next.id, person: newId(), until: new Date(end + 1) })).ok).toBe(
      true,
    )
    // Not kept any more, but free: a member may still renew.
    const [first] = members
    expect((await renewMembership(later, { person: String(first?.id), season: next.id })).ok).toBe(true)
  })

  it('are kept before the first newcomer takes one, though no job has run', async () => {
    const { old, next } = await twoSeasons(app, { cap: 6, nextCap: 8 })
    const members = await membersOf(app, old, 6)
    expect(await findRound(app, next.id)).toBeNull()
    const all = await Promise.all(Array.from({ length: 30 }, () => newcomer(next)))
    expect(all.filter((r) => r.ok)).toHaveLength(2)
    for (const { id, seat } of members) expect(await seatOf(next, id)).toMatchObject({ number: seat })
    expect((await findRound(app, next.id))?.until).toBe(day(app, 20))
  })

  it('100 renewals against 100 newcomers at once: never a seat too many, never a kept one lost', {
    timeout: 300_000,
  }, async () => {
    const { old, next } = await twoSeasons(app, { cap: 100, nextCap: 110 })
    const members = await membersOf(app, old, 100)
    const asks = members.flatMap(({ id: person }) => [
      () => renewMembership(app, { person, season: next.id }),
      () => newcomer(next),
    ])
    const all = await Promise.all(asks.map((ask) => ask()))
    const renewed = all.filter((_, i) => i % 2 === 0)
    expect(renewed.every((r) => r.ok)).toBe(true)
    expect(all.filter((r, i) => i % 2 === 1 && r.ok)).toHaveLength(10)
    const { counts } = await countSeats(app, next.id)
    expect(counts).toMatchObject({ held: 110, free: 0, confirmed: 0 })
    const seats = await Promise.all(members.map(({ id }) => seatOf(next, id)))
    expect(new Set(seats.map((s) => s?.number)).size).toBe(100)
  })

  it('go to those who have been in longest where there are fewer; the others are told so when they ask', async () => {
    const { old, next } = await twoSeasons(app, { cap: 4, nextCap: 3 })
    const members = await membersOf(app, old, 4)
    await keepAllSeats(app)
    const kept = await Promise.all(members.map(({ id }) => seatOf(next, id)))
    expect(kept.map((s) => s?.number)).toEqual([1, 2, 3, undefined])
    const last = String(members.at(-1)?.id)
    expect(await renewMembership(app, { person: last, season: next.id })).toMatchObject({
      reason: 'seat.none-left',
    })
    expect(await stateOf(last, next)).toBe('offered')
    unwrap(await declineRenewal(app, { person: String(members[0]?.id), season: next.id }))
    expect((await renewMembership(app, { person: last, season: next.id })).ok).toBe(true)
  })

  it('are kept longer where staff says so later, never shorter than was told', async () => {
    const { old, next } = await twoSeasons(app)
    const member = await memberOf(app, old, 1)
    await keepAllSeats(app)
    await setDays(app, next, { renewalClosesOn: day(app, 40) })
    await keepAllSeats(app)
    expect((await seatOf(next, member.id))?.heldUntil).toBe(startOfDay(day(app, 40)).toISOString())
    await setDays(app, next, { renewalClosesOn: day(app, 5) })
    await keepAllSeats(app)
    expect((await seatOf(next, member.id))?.heldUntil).toBe(startOfDay(day(app, 40)).toISOString())
  })

  it('are kept for who joins meanwhile, and given back by who leaves', async () => {
    const { old, next } = await twoSeasons(app)
    await keepAllSeats(app)
    const late = await memberOf(app, old, 9)
    await app.emit('membership.confirmed', `${late.id}:${old.id}`, {
      person: late.id,
      season: old.id,
      seat: 9,
    })
    await drain(app)
    expect(await seatOf(next, late.id)).toMatchObject({ number: 9, state: 'held' })
    unwrap(
      await changeStanding(app, {
        person: late.id,
        to: 'left',
        from: ['active'],
        reason: 'test',
        actor: 'test',
      }),
    )
    await drain(app)
    expect(await seatOf(next, late.id)).toBeNull()
    expect(await stateOf(late.id, next)).toBe('left')
    await keepSeats(app, next)
    expect(await seatOf(next, late.id)).toBeNull()
  })

  it('of staff that takes none: nothing is held, and they renew all the same', async () => {
    const { old, next } = await twoSeasons(app)
    const one = await makePerson(app, { grants: [{ role: 'staff', area: 'content' }] })
    const row = { key: `${one.id}:${old.id}`, person: one.id, season: old.id, seat: 0, state: 'confirmed' }
    const since = new Date().toISOString()
    await insertOnce(app, 'memberships', { ...row, since, rev: 1, factsPending: 0 })
    await keepAllSeats(app)
    expect(await seatOf(next, one.id)).toBeNull()
    unwrap(await renewMembership(app, { person: one.id, season: next.id }))
    unwrap(await pay(app, (await fileFor(one.id, next)).id))
    await drain(app)
    expect(await findMembership(app, one.id, next.id)).toMatchObject({ seat: 0 })
  })

  it('lost by hand: the fee takes a free seat, as anybody’s does', async () => {
    const { old, next } = await twoSeasons(app)
    const member = await memberOf(app, old, 2)
    unwrap(await renewMembership(app, { person: member.id, season: next.id }))
    await drain(app)
    unwrap(await freeSeat(app, { season: next.id, person: member.id, by: 'system' }))
    unwrap(await pay(app, (await fileFor(member.id, next)).id))
    await drain(app)
    expect(await seatOf(next, member.id)).toMatchObject({ state: 'confirmed' })
  })
})
