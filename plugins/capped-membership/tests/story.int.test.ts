import { beforeAll, describe, expect, it } from 'vitest'
import { readContacts } from '@/collections/members/service'
import { ledgerOf } from '@/collections/ts/service/ledgerOf'
import { memberAccount } from '@/collections/ts/service/openMemberAccount'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { holdUntil } from '../domain/hold'
import { occupantKey } from '../domain/keys'
import {
  acceptApplication,
  auditSeats,
  freeSeat,
  planInterview,
  readCounter,
  recordInterview,
  recordPayment,
  refuseApplication,
  submitApplication,
} from '../service'
import { findFee, findMembership, findSeatOf, type SeasonRow } from '../service/rows'
import { accepted, applied, fee, fileOf, interviewed, newApplication, openSeason, pay } from './support'

let app: App
let season: SeasonRow
beforeAll(async () => {
  ;({ app } = await bootApp())
  season = await openSeason(app, 20)
})

const standingOf = async (person: string) => (await readContacts(app, [person])).get(person)?.standing
const mailsOf = async (email: string) => {
  const { docs } = await app.payload.db.find<{ id: string; template: string }>({
    collection: 'mails',
    where: { to: { equals: email } },
    sort: 'id',
    pagination: false,
  })
  return docs.map((d) => d.template)
}
const seatOf = (person: string) => findSeatOf(app, occupantKey(season.id, person))
const inAWeek = () => new Date(app.clock.now().getTime() + 7 * 86_400_000)

describe('from a wish to a seat', () => {
  it('goes through every step, each seen by everybody it concerns', async () => {
    const before = await readCounter(app)
    const wish = newApplication({ email: ' Marie.Lantier@Test.Example ', name: 'Marie Lantier' })
    const { application } = unwrap(await submitApplication(app, wish))
    const id = String(application)
    await drain(app)
    let file = await fileOf(app, id)
    const person = String(file.person)
    expect(file).toMatchObject({ state: 'received', email: 'marie.lantier@test.example', season: season.id })
    expect(await standingOf(person)).toBe('applicant')

    unwrap(
      await planInterview(app, { application: id, at: inAWeek(), place: '12 rue des Arts', by: 'system' }),
    )
    unwrap(await recordInterview(app, { application: id, report: 'Elle sait écouter.', by: 'system' }))
    const reason = 'Votre sens de l’écoute nous a convaincus.'
    unwrap(await acceptApplication(app, { application: id, reason, by: 'system' }))
    await drain(app)
    file = await fileOf(app, id)
    expect(file).toMatchObject({ state: 'accepted', dueCents: 500, decision: 'accepted' })
    expect(await standingOf(person)).toBe('accepted')
    const { docs: told } = await app.payload.db.find<{ id: string; text: string }>({
      collection: 'mails',
      where: { key: { like: `membership.accepted:${id}` } },
    })
    expect(told[0]?.text).toContain(reason)
    const held = await seatOf(person)
    expect(held?.state).toBe('held')
    expect(held?.heldUntil).toBe(
      holdUntil(new Date(String(file.decidedAt)), 14, 'Europe/Paris').toISOString(),
    )

    expect(unwrap(await pay(app, id))).toMatchObject({ already: false })
    await drain(app)
    file = await fileOf(app, id)
    expect(file.state).toBe('joined')
    expect(await standingOf(person)).toBe('active')
    const seat = await seatOf(person)
    expect(seat).toMatchObject({ state: 'confirmed', heldUntil: null })
    expect(await findMembership(app, person, season.id)).toMatchObject({
      state: 'confirmed',
      seat: seat?.number,
    })
    expect((await findFee(app, id))?.settled).toBe(1)
    const ts = unwrap(await ledgerOf(app).readAccount(memberAccount(person)))
    expect(ts.balance).toBe(5)
    const mails = await mailsOf(file.email)
    expect(mails.slice(0, 3)).toEqual(['membership.received', 'membership.planned', 'membership.accepted'])
    // Side by side, so in either order.
    expect(mails.slice(3).sort()).toEqual(['membership.welcome', 'payments.receipt'])
    const after = await readCounter(app)
    expect(after?.counter.taken).toBe((before?.counter.taken ?? 0) + 1)
    expect(after?.counter.free).toBe((before?.counter.free ?? 0) - 1)
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('ends with a courteous refusal where it must', async () => {
    const { id } = await interviewed(app)
    expect(await refuseApplication(app, { application: id, reason: '  ', by: 'system' })).toMatchObject({
      reason: 'application.reason-missing',
    })
    unwrap(
      await refuseApplication(app, { application: id, reason: 'Vous cherchez un salaire.', by: 'system' }),
    )
    await drain(app)
    const file = await fileOf(app, id)
    expect(file).toMatchObject({ state: 'refused', reason: 'Vous cherchez un salaire.' })
    expect(await standingOf(String(file.person))).toBe('refused')
    expect(await seatOf(String(file.person))).toBeNull()
    expect(await mailsOf(file.email)).toContain('membership.refused')
    expect(await pay(app, id)).toMatchObject({ reason: 'payment.not-accepted' })
    expect(await acceptApplication(app, { application: id, by: 'system' })).toMatchObject({
      reason: 'application.wrong-state',
    })
  })
})

describe('an application', () => {
  it('needs both agreements and an open season', async () => {
    expect(await submitApplication(app, newApplication({ privacy: false }))).toMatchObject({
      reason: 'application.consent-missing',
    })
    expect(await submitApplication(app, newApplication({ charter: false }))).toMatchObject({
      reason: 'application.consent-missing',
    })
  })

  it('is one an address, and says nothing to strangers of addresses it knows', async () => {
    const { email, id } = await applied(app)
    const again = await submitApplication(
      app,
      newApplication({ email: email.toUpperCase(), name: 'Un autre' }),
    )
    expect(unwrap(again)).toEqual({ application: null, known: true })
    unwrap(await submitApplication(app, newApplication({ email })))
    await drain(app)
    expect((await fileOf(app, id)).name).toBe('Éléonore Œuvrard')
    expect((await mailsOf(email)).filter((t) => t === 'membership.known')).toHaveLength(1)
  })

  it('sent twenty times at once is one file and one account', async () => {
    const wish = newApplication()
    const all = await Promise.all(Array.from({ length: 20 }, () => submitApplication(app, wish)))
    await drain(app)
    expect(all.filter((r) => unwrap(r).application)).toHaveLength(1)
    expect((await mailsOf(wish.email)).filter((t) => t === 'membership.received')).toHaveLength(1)
  })

  it('of somebody who had left revives no right before staff accepts', async () => {
    const { id: person, email } = await makePerson(app, {
      standing: 'left',
      grants: [{ role: 'staff', area: 'content' }],
    })
    const { application } = unwrap(await submitApplication(app, newApplication({ email })))
    await drain(app)
    expect(await fileOf(app, String(application))).toMatchObject({ person, state: 'received' })
    expect(await standingOf(person)).toBe('left')
  })

  it('is never accepted without an interview', async () => {
    const { id } = await applied(app)
    expect(await acceptApplication(app, { application: id, by: 'system' })).toMatchObject({
      reason: 'application.wrong-state',
      detail: { state: 'received' },
    })
    expect(await recordInterview(app, { application: id, report: 'Rien', by: 'system' })).toMatchObject({
      reason: 'application.wrong-state',
    })
  })

  it('is decided once: of an acceptance and a refusal at the same moment one wins', async () => {
    for (let i = 0; i < 5; i++) {
      const { id, person } = await interviewed(app)
      const [yes, no] = await Promise.all([
        acceptApplication(app, { application: id, by: 'system' }),
        refuseApplication(app, { application: id, reason: 'Non.', by: 'system' }),
      ])
      expect([yes.ok, no.ok].filter(Boolean)).toHaveLength(1)
      await drain(app)
      const file = await fileOf(app, id)
      expect(file.state).toBe(yes.ok ? 'accepted' : 'refused')
      expect(await standingOf(String(person))).toBe(file.state)
      // The loser of a refusal leaves at most a hold of minutes.
      if (no.ok) await freeSeat(app, { season: season.id, person: String(person), by: 'system' })
    }
  })

  it('is accepted once by two clicks at the same moment, and both are told so', async () => {
    const { id } = await interviewed(app)
    const clicks = [1, 2, 3].map(() => acceptApplication(app, { application: id, by: 'system' }))
    expect((await Promise.all(clicks)).map((r) => r.ok && r.value.state)).toEqual(Array(3).fill('accepted'))
  })

  it('may be told to move its interview, and hears of each date once', async () => {
    const { id, email } = await applied(app)
    const plan = (days: number) =>
      planInterview(app, {
        application: id,
        at: new Date(app.clock.now().getTime() + days * 86_400_000),
        place: 'Au local',
        by: 'system',
      })
    unwrap(await plan(2))
    await drain(app)
    unwrap(await plan(3))
    await drain(app)
    expect((await mailsOf(email)).filter((t) => t === 'membership.planned')).toHaveLength(2)
    expect(await plan(-1)).toMatchObject({ reason: 'interview.in-past' })
    expect(await plan(400)).toMatchObject({ reason: 'interview.too-far' })
  })
})

describe('a payment', () => {
  it('is refused before anything is written when it is not what is due', async () => {
    const { id } = await accepted(app)
    const wrong = [
      [{ cents: 400 }, 'payment.wrong-amount'],
      [{ method: 'card' }, 'payment.wrong-method'],
      [{ receivedOn: '2999-01-01' }, 'payment.wrong-date'],
    ] as const
    for (const [more, reason] of wrong)
      expect(await recordPayment(app, { ...fee(app, id), ...more })).toMatchObject({ reason })
    expect(await findFee(app, id)).toBeNull()
  })

  it('recorded twenty times at once is one payment, one seat, one membership, 5 TS', async () => {
    const { id, person } = await accepted(app)
    const all = await Promise.all(Array.from({ length: 20 }, () => pay(app, id)))
    await drain(app)
    expect(new Set(all.map((r) => unwrap(r).payment)).size).toBe(1)
    expect(all.filter((r) => !unwrap(r).already)).toHaveLength(1)
    expect(unwrap(await ledgerOf(app).readAccount(memberAccount(person))).balance).toBe(5)
    expect(await recordPayment(app, { ...fee(app, id), method: 'cheque' })).toMatchObject({
      reason: 'payment.already-recorded',
    })
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('keeps the fee of the day of acceptance', async () => {
    const { id } = await accepted(app)
    await app.payload.update({ collection: 'seasons', id: season.id, data: { feeCents: 900 } })
    expect(unwrap(await pay(app, id)).already).toBe(false)
    await app.payload.update({ collection: 'seasons', id: season.id, data: { feeCents: 500 } })
    await drain(app)
  })
})
