import type { Where } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { changeStanding, readContacts } from '@/collections/members/service'
import type { RoleGrant, Standing } from '@/core/person'
import { unwrap } from '@/core/result'
import { type App, insertOnce } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { dies, dying } from '@/tests/support/dying'
import { meanwhile } from '@/tests/support/meanwhile'
import { APPLICATIONS, MEMBERSHIPS, SEASONS } from '../contract'
import { membershipKey, occupantKey } from '../domain/keys'
import { acceptApplication, auditSeats, holdSeat, withdraw } from '../service'
import { afterAcceptance } from '../service/afterDecision'
import { declineRenewal } from '../service/renewal/declineRenewal'
import { afterDeparture } from '../service/renewal/followRenewal'
import { keepAllSeats } from '../service/renewal/keepSeats'
import { findRenewal, findRenewalFile } from '../service/renewal/renewalRows'
import { renewForMember } from '../service/renewal/renewForMember'
import { renewMembership } from '../service/renewal/renewMembership'
import { takeBackRenewal } from '../service/renewal/takeBackRenewal'
import { type ApplicationRow, findMembership, findSeatOf, many, type SeasonRow } from '../service/rows'
import { memberOf, membersOf, twoSeasons } from './renewalSupport'
import { interviewed, openSeason, pay } from './support'

let app: App
beforeAll(async () => {
  ;({ app } = await bootApp())
})

const personOf = async (id: string) => (await asVisitor(app, id)).person
const staffOf = async (...grants: RoleGrant[]) => {
  const { id } = await makePerson(app, { standing: 'prospect', grants })
  return personOf(id)
}
const seatOf = (season: SeasonRow, person: string) => findSeatOf(app, occupantKey(season.id, person))
const rowOf = async (person: string, season: SeasonRow) => {
  const row = await findRenewal(app, person, season.id)
  if (!row) throw new Error('no renewal')
  return row
}
const fileOf = async (person: string, season: SeasonRow): Promise<ApplicationRow> => {
  const file = await findRenewalFile(app, await rowOf(person, season))
  if (!file) throw new Error('no file')
  return file
}
const filesOf = (person: string, season: SeasonRow) =>
  many<ApplicationRow>(
    app,
    APPLICATIONS,
    { and: [{ person: { equals: person } }, { season: { equals: season.id } }] },
    { sort: 'id' },
  )
const mailsTo = async (email: string) => {
  const where: Where = { and: [{ to: { equals: email } }, { template: { like: 'membership.' } }] }
  const { docs } = await app.payload.db.find<{ id: string; template: string; text: string }>({
    collection: 'mails',
    where,
    sort: 'id',
    pagination: false,
  })
  return docs
}
const standingOf = async (person: string) => (await readContacts(app, [person])).get(person)?.standing
const own = async (person: string, season: SeasonRow) =>
  takeBackRenewal(app, { person, season: season.id, by: await personOf(person) })

describe('a renewal that is not paid', () => {
  it('is taken back by its member: the seat goes to another, and they may ask again while there are seats', async () => {
    const { old, next } = await twoSeasons(app, { cap: 2 })
    const [marie, paul] = await membersOf(app, old, 2)
    if (!marie || !paul) throw new Error('no members')
    unwrap(await renewMembership(app, { person: marie.id, season: next.id }))
    unwrap(await renewMembership(app, { person: paul.id, season: next.id }))
    await drain(app)
    expect(await holdSeat(app, { season: next.id, person: 'x', until: new Date() })).toMatchObject({
      reason: 'seat.none-left',
    })
    expect(unwrap(await own(marie.id, next))).toEqual({ already: false })
    // At once, before anything is delivered.
    expect(await rowOf(marie.id, next)).toMatchObject({ state: 'declined', round: 2, by: marie.id })
    expect(await seatOf(next, marie.id)).toBeNull()
    await drain(app)
    expect(await auditSeats(app, next.id)).toEqual([])
    expect((await mailsTo(marie.email)).map((m) => m.template)).toEqual([
      'membership.renewal-due',
      'membership.renewal-taken-back',
    ])
    expect(await standingOf(marie.id)).toBe('active')
    expect(unwrap(await own(marie.id, next))).toEqual({ already: true })

    unwrap(await renewMembership(app, { person: marie.id, season: next.id }))
    await drain(app)
    expect((await filesOf(marie.id, next)).map((f) => [f.state, f.round])).toEqual([
      ['withdrawn', 1],
      ['accepted', 2],
    ])
    unwrap(await pay(app, (await fileOf(marie.id, next)).id))
    await drain(app)
    expect(await auditSeats(app, next.id)).toEqual([])
    expect(await findMembership(app, marie.id, next.id)).toMatchObject({ state: 'confirmed' })
    expect(await own(marie.id, next)).toMatchObject({ reason: 'renewal.paid' })
  })

  it('of who has left keeps no seat and asks for no fee, whichever is told first', async () => {
    const { old, next } = await twoSeasons(app)
    const one = await memberOf(app, old, 6)
    unwrap(await renewMembership(app, { person: one.id, season: next.id }))
    const file = await fileOf(one.id, next)
    expect(file.state).toBe('accepted')
    const change = { person: one.id, from: ['active'], to: 'left', reason: 'test', actor: 'system' } as const
    unwrap(await changeStanding(app, change))
    await afterAcceptance(app, file.id)
    expect(await standingOf(one.id)).toBe('left')
    await drain(app)
    expect(await standingOf(one.id)).toBe('left')
    expect(await rowOf(one.id, next)).toMatchObject({ state: 'left' })
    expect(await filesOf(one.id, next)).toMatchObject([{ state: 'withdrawn' }])
    expect(await seatOf(next, one.id)).toBeNull()
    expect((await mailsTo(one.email)).map((m) => m.template)).not.toContain('membership.renewal-due')
  })

  it('is given up by the page of the file too: it is the same act', async () => {
    const { old, next } = await twoSeasons(app)
    const one = await memberOf(app, old, 3)
    unwrap(await renewMembership(app, { person: one.id, season: next.id }))
    const file = await fileOf(one.id, next)
    unwrap(await withdraw(app, { who: await personOf(one.id), application: file.id }))
    expect(await rowOf(one.id, next)).toMatchObject({ state: 'declined', round: 2 })
    await drain(app)
    expect(await auditSeats(app, next.id)).toEqual([])
  })

  it('is taken back by staff with a word the member reads; a stranger, another member and other areas may not', async () => {
    const { old, next } = await twoSeasons(app)
    const one = await memberOf(app, old, 4)
    const other = await memberOf(app, old, 5)
    unwrap(await renewMembership(app, { person: one.id, season: next.id }))
    await drain(app)
    for (const by of [
      await staffOf(),
      await personOf(other.id),
      await staffOf({ role: 'staff', area: 'content' }),
      await staffOf({ role: 'staff', area: 'settings' }),
    ])
      expect(await takeBackRenewal(app, { person: one.id, season: next.id, by })).toMatchObject({
        reason: 'staff.not-allowed',
      })
    expect((await rowOf(one.id, next)).state).toBe('wanted')
    const by = await staffOf({ role: 'staff', area: 'payments' })
    const reason = 'Comme convenu au téléphone.'
    unwrap(await takeBackRenewal(app, { person: one.id, season: next.id, by, reason }))
    await drain(app)
    expect((await mailsTo(one.email)).at(-1)?.text).toContain(reason)
    expect((await rowOf(one.id, next)).by).toBe(by.id)
  })

  it('of somebody who had lapsed: they have lapsed again, and may change their mind', async () => {
    const { old, next } = await twoSeasons(app, { ends: 0 })
    const one = await memberOf(app, old, 1, { standing: 'lapsed' })
    unwrap(await renewMembership(app, { person: one.id, season: next.id }))
    await drain(app)
    expect(await standingOf(one.id)).toBe('accepted')
    unwrap(await own(one.id, next))
    await drain(app)
    expect(await standingOf(one.id)).toBe('lapsed')
    expect((await renewMembership(app, { person: one.id, season: next.id })).ok).toBe(true)
  })

  it('is not there to take back: never offered, not asked for, of somebody who left', async () => {
    const { old, next } = await twoSeasons(app)
    const one = await memberOf(app, old, 1)
    expect(await own(one.id, next)).toMatchObject({ reason: 'renewal.not-asked' })
    await keepAllSeats(app)
    expect(await own(one.id, next)).toMatchObject({ reason: 'renewal.not-asked' })
    expect(await seatOf(next, one.id)).not.toBeNull()
    unwrap(await renewMembership(app, { person: one.id, season: next.id }))
    const by = await personOf(one.id)
    const change = { person: one.id, from: ['active'] as Standing[], reason: 'test', actor: 'test' }
    unwrap(await changeStanding(app, { ...change, to: 'left' }))
    await drain(app)
    // Nothing is asked of who has gone: the fee is not awaited any more, and nobody is written to about it.
    expect((await fileOf(one.id, next)).state).toBe('withdrawn')
    expect(await auditSeats(app, next.id)).toEqual([])
    expect((await mailsTo(one.email)).map((m) => m.template)).not.toContain('membership.renewal-taken-back')
    expect(await takeBackRenewal(app, { person: one.id, season: next.id, by })).toMatchObject({
      reason: 'renewal.not-asked',
    })
  })
})

describe('after a departure and a return', () => {
  /** A member whose renewal was `wanted`, who left, and who is a member of the old season again. */
  async function back() {
    const { old, next } = await twoSeasons(app)
    const one = await memberOf(app, old, 1)
    unwrap(await renewMembership(app, { person: one.id, season: next.id }))
    const change = { person: one.id, reason: 'test', actor: 'test' }
    unwrap(await changeStanding(app, { ...change, to: 'left', from: ['active'] }))
    await drain(app)
    expect(await rowOf(one.id, next)).toMatchObject({ state: 'left', round: 1 })
    unwrap(await changeStanding(app, { ...change, to: 'accepted', from: ['left'] }))
    unwrap(await changeStanding(app, { ...change, to: 'active', from: ['accepted'] }))
    await insertOnce(app, MEMBERSHIPS, {
      key: `${membershipKey(one.id, old.id)}:again`,
      person: one.id,
      season: old.id,
      seat: 0,
      state: 'confirmed',
      since: new Date().toISOString(),
      rev: 1,
      factsPending: 0,
    })
    await drain(app)
    return { one, next }
  }

  it('the renewal has a file of its own, in another round', async () => {
    const { one, next } = await back()
    unwrap(await renewMembership(app, { person: one.id, season: next.id }))
    await drain(app)
    const files = await filesOf(one.id, next)
    expect(files.map((f) => [f.state, f.round])).toEqual([
      ['withdrawn', 1],
      ['accepted', 2],
    ])
    unwrap(await pay(app, (await fileOf(one.id, next)).id))
    await drain(app)
    expect((await rowOf(one.id, next)).state).toBe('renewed')
    expect(await auditSeats(app, next.id)).toEqual([])
  })

  it('declined first, and wanted then: it is the same', async () => {
    const { one, next } = await back()
    unwrap(await declineRenewal(app, { person: one.id, season: next.id }))
    unwrap(await renewMembership(app, { person: one.id, season: next.id }))
    expect(await fileOf(one.id, next)).toMatchObject({ state: 'accepted', round: 2 })
  })

  it('told late that they had left, what they have asked for since stands', async () => {
    const { one, next } = await back()
    unwrap(await renewMembership(app, { person: one.id, season: next.id }))
    await afterDeparture(app, one.id)
    expect(await rowOf(one.id, next)).toMatchObject({ state: 'wanted', round: 2 })
  })
})

describe('at the same moment', () => {
  it('given up while the seat is taken for the days to pay: no seat is kept, nobody is asked to pay', async () => {
    const asksToPay = async (email: string) =>
      (await mailsTo(email)).filter((m) => /membership.(accepted|renewal-due)/.test(m.template)).length
    const { old, next } = await twoSeasons(app)
    const member = await memberOf(app, old, 1)
    unwrap(await renewMembership(app, { person: member.id, season: next.id }))
    const renewal = await fileOf(member.id, next)
    const takesBack = async () => {
      unwrap(await own(member.id, next))
      await drain(app)
    }
    await afterAcceptance(between(takesBack), renewal.id)
    expect(await seatOf(next, member.id)).toBeNull()
    expect(await asksToPay(member.email)).toBe(0)

    const season = await openSeason(app, 2)
    const { id, email, person } = await interviewed(app)
    unwrap(await acceptApplication(app, { application: id, by: 'system' }))
    const who = await personOf(String(person))
    const withdraws = async () => {
      unwrap(await withdraw(app, { who, application: id }))
      await drain(app)
    }
    await afterAcceptance(between(withdraws), id)
    expect(await seatOf(season, who.id)).toBeNull()
    expect(await asksToPay(email)).toBe(0)
    expect(await standingOf(who.id)).toBe('prospect')
  })

  /** Given up after the file was read, before its seat is taken. */
  const between = (act: () => Promise<void>) =>
    meanwhile(app, { verb: 'findOne', collection: SEASONS, when: 'after' }, act)

  it('asked for, taken back and declined by many: one of them, with one file or none, never a seat lost', {
    timeout: 120_000,
  }, async () => {
    const { old, next } = await twoSeasons(app, { cap: 4 })
    const members = await membersOf(app, old, 4)
    await keepAllSeats(app)
    for (let turn = 0; turn < 2; turn++) {
      const all = await Promise.all(
        members.flatMap(({ id: person }) => [
          renewMembership(app, { person, season: next.id }),
          own(person, next),
          own(person, next),
          declineRenewal(app, { person, season: next.id }),
          renewMembership(app, { person, season: next.id }),
        ]),
      )
      // Whatever was refused has a reason: nothing was thrown.
      expect(all).toHaveLength(20)
      await drain(app)
      expect(await auditSeats(app, next.id)).toEqual([])
    }
  })

  it('paid and taken back: whoever paid is a member; else nothing is kept', {
    timeout: 120_000,
  }, async () => {
    const { old, next } = await twoSeasons(app, { cap: 4 })
    const members = await membersOf(app, old, 4)
    for (const { id } of members) unwrap(await renewMembership(app, { person: id, season: next.id }))
    await drain(app)
    const files = await Promise.all(members.map(({ id }) => fileOf(id, next)))
    const paid = await Promise.all(
      members.map(async ({ id }, i) => {
        const [payment] = await Promise.all([pay(app, files[i]?.id ?? ''), own(id, next)])
        return payment.ok
      }),
    )
    await drain(app)
    for (const [i, { id }] of members.entries())
      expect([paid[i], (await rowOf(id, next)).state]).toEqual([paid[i], paid[i] ? 'renewed' : 'declined'])
    expect(await auditSeats(app, next.id)).toEqual([])
  })

  it('cut at each write: what is left is finished by the deliveries, or by asking again', {
    timeout: 120_000,
  }, async () => {
    const { old, next } = await twoSeasons(app)
    let cuts = 0
    for (let n = 1; n <= 5; n++) {
      const one = await memberOf(app, old, n)
      unwrap(await renewMembership(app, { person: one.id, season: next.id }))
      await drain(app)
      const by = await personOf(one.id)
      const ask = { person: one.id, season: next.id, by }
      if (await dies(takeBackRenewal(dying(app, n), ask))) cuts++
      await drain(app)
      if (n > 1) expect((await rowOf(one.id, next)).state, `cut at write ${n}`).toBe('declined')
      unwrap(await takeBackRenewal(app, ask))
      await drain(app)
      expect((await rowOf(one.id, next)).state).toBe('declined')
      expect(await auditSeats(app, next.id), `cut at write ${n}`).toEqual([])
    }
    // The file, the renewal, the seat.
    expect(cuts).toBe(3)
  })
})

describe('renewed by staff', () => {
  it('is the member’s own act, noted by who took the call, and told to the member', async () => {
    const { old, next } = await twoSeasons(app)
    const one = await memberOf(app, old, 6)
    const by = await staffOf({ role: 'staff', area: 'payments' })
    const ask = { person: one.id, season: next.id, by }
    const done = unwrap(await renewForMember(app, ask))
    expect(done).toMatchObject({
      already: false,
      file: { kind: 'renewal', state: 'accepted', decidedBy: by.id },
    })
    expect(await rowOf(one.id, next)).toMatchObject({ state: 'wanted', by: by.id })
    expect(await seatOf(next, one.id)).toMatchObject({ number: 6, state: 'held' })
    expect(unwrap(await renewForMember(app, ask)).already).toBe(true)
    await drain(app)
    expect((await mailsTo(one.email)).map((m) => m.template)).toEqual(['membership.renewal-due'])
    unwrap(await pay(app, done.file?.id ?? ''))
    await drain(app)
    expect(await findMembership(app, one.id, next.id)).toMatchObject({ seat: 6, state: 'confirmed' })
  })

  it('is refused to who has no right to it, and where there is nothing to renew', async () => {
    const { old, next } = await twoSeasons(app)
    const one = await memberOf(app, old, 7)
    const stranger = await makePerson(app)
    const season = next.id
    for (const grants of [
      [],
      [{ role: 'staff', area: 'content' }],
      [{ role: 'coordinator', loge: 'l' }],
    ] as RoleGrant[][])
      expect(
        await renewForMember(app, { person: one.id, season, by: await staffOf(...grants) }),
      ).toMatchObject({
        reason: 'staff.not-allowed',
      })
    const by = await staffOf({ role: 'staff', area: 'applications' })
    expect(await renewForMember(app, { person: by.id, season, by })).toMatchObject({
      reason: 'application.own',
    })
    expect(await renewForMember(app, { person: stranger.id, season, by })).toMatchObject({
      reason: 'renewal.not-entitled',
    })
    expect(await renewForMember(app, { person: 'nobody', season, by })).toMatchObject({
      reason: 'person.unknown',
    })
    expect(await renewForMember(app, { person: one.id, season: 'nowhere', by })).toMatchObject({
      reason: 'season.unknown',
    })
    expect(await findRenewal(app, one.id, season)).toBeNull()
  })
})
