import { beforeAll, describe, expect, it } from 'vitest'
import { findStanding, grantRole, letGo, listSignIns } from '@/collections/members/service'
import { POOL } from '@/collections/ts/contract'
import { ledgerOf } from '@/collections/ts/service/ledgerOf'
import { memberAccount } from '@/collections/ts/service/openMemberAccount'
import { formatDate } from '@/core/dates'
import { newId } from '@/core/ids'
import { refuse, unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain, runJob, turnOff, turnOn } from '@/hooks/runtime'
import { asVisitor } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { dies, dying } from '@/tests/support/dying'
import { DEPARTURES, REFUNDS } from '../contract'
import { feeKey, occupantKey } from '../domain/keys'
import {
  acceptApplication,
  auditSeats,
  planInterview,
  recordInterview,
  recordRefund,
  refuseApplication,
  requestDeparture,
  submitApplication,
} from '../service'
import { followDeparture } from '../service/departure/followDeparture'
import { allowReapplying } from '../service/departure/reapply'
import { notReturnedByCard, returnedByCard } from '../service/departure/refundByCard'
import { type DepartureRow, findDeparture } from '../service/departure/rows'
import { exportMembership } from '../service/exportMembership'
import { todayOf } from '../service/readCounter'
import { findMembership, findSeatOf, many, type PaymentRow } from '../service/rows'
import { accepted, fileOf, interviewed, newApplication, openSeason, pay } from './support'

let app: App
beforeAll(async () => {
  ;({ app } = await bootApp())
})

const by = 'system' as const
const ask = (person: string, more: object = {}) => ({ person, channel: 'phone', reason: 'time', by, ...more })
const balanceOf = async (person: string) =>
  unwrap(await ledgerOf(app).readAccount(memberAccount(person))).balance
const standingOf = async (person: string) => (await findStanding(app, person))?.standing
const departureOf = async (id: string): Promise<DepartureRow> => {
  const row = await findDeparture(app, id)
  if (!row) throw new Error('no departure')
  return row
}
const mailsOf = async (person: string) => {
  const { docs } = await app.payload.db.find<{ id: string; template: string; data: unknown }>({
    collection: 'mails',
    where: { person: { equals: person } },
    sort: 'id',
    pagination: false,
  })
  return docs.map((m) => m.template.replace('membership.', ''))
}
const mailRows = (person: string, template: string) =>
  many<{ id: string; text: string }>(app, 'mails' as never, {
    and: [{ person: { equals: person } }, { template: { equals: template } }],
  })
/** A member, paid and seated. */
async function joined() {
  const file = await accepted(app)
  unwrap(await pay(app, file.id))
  await drain(app)
  expect((await fileOf(app, file.id)).state).toBe('joined')
  return { ...file, person: file.person }
}
const spend = (person: string, amount: number) =>
  ledgerOf(app).transfer({
    actor: by,
    key: newId(),
    debit: memberAccount(person),
    credit: POOL,
    amount,
    code: 'award',
  })

describe('a departure on request', () => {
  it('gives the money, the seat and the TS back, and shuts the door at once', async () => {
    const season = await openSeason(app, 3)
    const { id, person } = await joined()
    unwrap(await grantRole(app, { person, grant: { role: 'staff', area: 'content' }, actor: 'test' }))
    await asVisitor(app, person)
    const done = unwrap(await requestDeparture(app, ask(person, { note: ' Part à Lyon. ' })))
    // Before any delivery: the access is cut.
    expect(await standingOf(person)).toBe('left')
    expect(await listSignIns(app, person)).toEqual([])
    await drain(app)
    const row = await departureOf(done.departure)
    expect(row).toMatchObject({
      person,
      season: season.id,
      application: id,
      cents: 500,
      money: 'by-hand',
      channel: 'phone',
      reasonCode: 'time',
      note: 'Part à Lyon.',
      returned: 5,
      shortfall: 0,
      settled: 1,
    })
    expect(await findMembership(app, person, season.id)).toMatchObject({ state: 'ended' })
    expect(await findSeatOf(app, occupantKey(season.id, person))).toBeNull()
    expect((await fileOf(app, id)).state).toBe('left')
    expect(await balanceOf(person)).toBe(0)
    expect(await mailsOf(person)).toContain('departure')
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('asked twenty times at once, by staff and by the member, is once', { timeout: 60_000 }, async () => {
    const season = await openSeason(app, 3)
    const { person } = await joined()
    const { person: who } = await asVisitor(app, person)
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, i) => requestDeparture(app, ask(person, i % 2 ? { by: who } : {}))),
    )
    const done = all.map((r) => unwrap(r))
    expect(new Set(done.map((d) => d.departure)).size).toBe(1)
    expect(done.filter((d) => !d.again)).toHaveLength(1)
    await drain(app)
    expect(unwrap(await requestDeparture(app, ask(person))).again).toBe(true)
    const rows = await many<DepartureRow>(app, DEPARTURES, { person: { equals: person } })
    expect(rows).toHaveLength(1)
    expect(await balanceOf(person)).toBe(0)
    expect((await mailsOf(person)).filter((m) => m === 'departure')).toHaveLength(1)
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('killed at each write is resumed, by the delivery or the job', { timeout: 120_000 }, async () => {
    const season = await openSeason(app, 20)
    let crashes = 0
    for (let n = 1; n <= 7; n++) {
      const { person } = await joined()
      // What is decided, followed up to the n-th write of its own.
      const id = newId()
      const membership = await findMembership(app, person, season.id)
      await app.payload.db.create({
        collection: DEPARTURES,
        data: {
          id,
          key: `departure:${membership?.id}`,
          membership: membership?.id,
          person,
          name: 'x',
          season: season.id,
          seat: membership?.seat,
          application: (
            await many<{ id: string; application: string }>(app, 'payments', { person: { equals: person } })
          )[0]?.application,
          payment: membership?.paymentRef,
          cents: 500,
          money: 'by-hand',
          channel: 'phone',
          reasonCode: 'time',
          askedBy: 'system',
          askedAt: new Date(Date.now() - 120_000).toISOString(),
          settled: 0,
          rev: 1,
          factsPending: 0,
        },
      })
      if (await dies(followDeparture(dying(app, n), id))) crashes++
      await runJob(app, 'departures.resume')
      await drain(app)
      expect(await departureOf(id), `crash at write ${n}`).toMatchObject({ settled: 1, returned: 5 })
      expect(await standingOf(person)).toBe('left')
      expect(await auditSeats(app, season.id), `crash at write ${n}`).toEqual([])
    }
    // Standing, membership, seat, file, mark: each was the last once.
    expect(crashes).toBe(5)
  })

  it('frees the seat for the next in line', async () => {
    const season = await openSeason(app, 1)
    const { person } = await joined()
    const next = await interviewed(app)
    unwrap(await acceptApplication(app, { application: next.id, by }))
    await drain(app)
    expect((await fileOf(app, next.id)).state).toBe('waiting')
    unwrap(await requestDeparture(app, ask(person)))
    await drain(app)
    expect((await fileOf(app, next.id)).state).toBe('accepted')
    unwrap(await pay(app, next.id))
    await drain(app)
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('by the door of the person’s file ends the membership the same way', async () => {
    const season = await openSeason(app, 2)
    const { person } = await joined()
    unwrap(await letGo(app, { person, reason: 'Nous l’a dit au téléphone.', by }))
    await drain(app)
    const [row] = await many<DepartureRow>(app, DEPARTURES, { person: { equals: person } })
    expect(row).toMatchObject({ channel: 'office', money: 'by-hand', cents: 500, settled: 1, returned: 5 })
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('is refused for who has no membership, is on the way to one, or administers', async () => {
    await openSeason(app, 4)
    const file = await accepted(app)
    expect(await requestDeparture(app, ask(file.person))).toMatchObject({ reason: 'departure.no-membership' })
    unwrap(await pay(app, file.id))
    expect(await requestDeparture(app, ask(file.person))).toMatchObject({ reason: 'departure.under-way' })
    await drain(app)
    expect(await requestDeparture(app, ask(file.person, { channel: 'pigeon' }))).toMatchObject({
      reason: 'departure.channel-missing',
    })
    expect(await requestDeparture(app, ask(file.person, { reason: '' }))).toMatchObject({
      reason: 'departure.reason-missing',
    })
    unwrap(await grantRole(app, { person: file.person, grant: { role: 'administrator' }, actor: 'test' }))
    expect(await requestDeparture(app, ask(file.person))).toMatchObject({ reason: 'person.administers' })
    expect(await standingOf(file.person)).toBe('active')
  })
})

describe('what is left of the joining grant', () => {
  it.each([
    ['2 spent', 2, 3, 2],
    ['all spent', 5, 0, 5],
  ])('%s: returns the rest, and says what is short', async (_, spent, returned, shortfall) => {
    await openSeason(app, 2)
    const { person } = await joined()
    unwrap(await spend(person, spent))
    const { departure } = unwrap(await requestDeparture(app, ask(person)))
    await drain(app)
    expect(await departureOf(departure)).toMatchObject({ returned, shortfall })
    expect(await balanceOf(person)).toBe(0)
  })

  it('never takes what is held for others, nor what was earned', async () => {
    await openSeason(app, 2)
    const { person } = await joined()
    const account = memberAccount(person)
    unwrap(
      await ledgerOf(app).hold({
        actor: by,
        key: newId(),
        debit: account,
        credit: POOL,
        amount: 4,
        expiresAt: new Date(Date.now() + 3_600_000),
      }),
    )
    const { departure } = unwrap(await requestDeparture(app, ask(person)))
    await drain(app)
    expect(await departureOf(departure)).toMatchObject({ returned: 1, shortfall: 4 })
    expect(unwrap(await ledgerOf(app).readAccount(account))).toMatchObject({ balance: 4, heldOut: 4 })
    const rich = await joined()
    unwrap(
      await ledgerOf(app).transfer({
        actor: by,
        key: newId(),
        debit: POOL,
        credit: memberAccount(rich.person),
        amount: 20,
        code: 'award',
      }),
    )
    unwrap(await requestDeparture(app, ask(rich.person)))
    await drain(app)
    expect(await balanceOf(rich.person)).toBe(20)
  })
})

describe('the money', () => {
  const refund = (departure: string, more: object = {}) => ({
    departure,
    method: 'transfer',
    on: todayOf(app),
    reference: 'VIR 12',
    by,
    ...more,
  })

  it('given back by hand is noted once, and the person told', async () => {
    const season = await openSeason(app, 2)
    const { person } = await joined()
    const { departure } = unwrap(await requestDeparture(app, ask(person)))
    await drain(app)
    expect(await recordRefund(app, refund(departure, { method: 'card' }))).toMatchObject({
      reason: 'refund.wrong-method',
    })
    expect(await recordRefund(app, refund(departure, { on: '2999-01-01' }))).toMatchObject({
      reason: 'refund.wrong-date',
    })
    const all = await Promise.all(Array.from({ length: 8 }, () => recordRefund(app, refund(departure))))
    expect(all.map((r) => unwrap(r)).filter((r) => !r.already)).toHaveLength(1)
    await drain(app)
    expect(await departureOf(departure)).toMatchObject({ money: 'refunded' })
    expect(await recordRefund(app, refund(departure, { method: 'cash' }))).toMatchObject({
      reason: 'refund.already-recorded',
    })
    expect(await many(app, REFUNDS, { person: { equals: person } })).toHaveLength(1)
    // One mail: that of the credit note, which says how and when.
    expect((await mailsOf(person)).slice(-2)).toEqual(['departure', 'payments.credit'])
    const [credit] = await mailRows(person, 'payments.credit')
    expect(credit?.text).toContain(
      `Nous vous avons rendu 5,00\u00a0€ le ${formatDate(todayOf(app), 'fr')} (virement)`,
    )
    expect(await auditSeats(app, season.id)).toEqual([])
  })
})

it('money given back by hand while nobody makes receipts is told by our own mail', async () => {
  await openSeason(app, 2)
  const { person } = await joined()
  const { departure } = unwrap(await requestDeparture(app, ask(person)))
  await drain(app)
  unwrap(await turnOff(app, { plugin: 'payments', by }))
  unwrap(await recordRefund(app, { departure, method: 'cash', on: todayOf(app), by }))
  await drain(app)
  expect((await mailsOf(person)).filter((m) => m === 'refunded')).toHaveLength(1)
  unwrap(await turnOn(app, { plugin: 'payments', by, waiting: 'deliver' }))
  await drain(app)
})

describe('a payment by card', () => {
  type Answer = Awaited<ReturnType<App['call']>> | (() => Promise<never>)
  /** A departure decided, whose payment came by card; the plugin that took it answers as told. */
  async function byCard(...answers: Answer[]) {
    const season = await openSeason(app, 2)
    const { person } = await joined()
    const membership = await findMembership(app, person, season.id)
    await app.payload.db.updateOne({
      collection: 'payments',
      where: { id: { equals: String(membership?.paymentRef) } },
      data: { method: 'card' as never, checkout: 'checkout-of-the-fee' as never },
    })
    const asked: unknown[] = []
    const program: App = {
      ...app,
      call: (async (name: string, input: unknown) => {
        if (name !== 'payments.refund') return app.call(name as never, input as never)
        asked.push(input)
        const answer = answers[asked.length - 1] ?? answers.at(-1)
        return typeof answer === 'function' ? answer() : answer
      }) as App['call'],
    }
    const ended = await requestDeparture(program, ask(person))
    return {
      season,
      person,
      program,
      asked,
      departure: unwrap(ended).departure,
      payment: membership?.paymentRef,
    }
  }

  it('is given back by whoever took it, once they say it is done, and the person told so', async () => {
    const done = await byCard({ ok: true, value: { refund: 're_1', state: 'asked' } } as never)
    await followDeparture(done.program, done.departure)
    await drain(app)
    expect(done.asked).toEqual([{ checkout: 'checkout-of-the-fee', reason: 'departure', by }])
    expect(await departureOf(done.departure)).toMatchObject({ money: 'by-card', settled: 1 })
    const fee = (await many<PaymentRow>(app, 'payments', { id: { equals: String(done.payment) } }))[0]
    const told = { refund: 're_1', ref: feeKey(fee?.application ?? ''), person: done.person, cents: 500 }
    // Of another payment of the same file: nothing of ours.
    await returnedByCard(app, { ...told, checkout: 'paid-twice' })
    expect(await departureOf(done.departure)).toMatchObject({ money: 'by-card' })
    for (let twice = 0; twice < 2; twice++)
      await returnedByCard(app, { ...told, checkout: 'checkout-of-the-fee' })
    await drain(app)
    expect(await departureOf(done.departure)).toMatchObject({ money: 'refunded', settled: 1 })
    expect(await many(app, REFUNDS, { departure: { equals: done.departure } })).toMatchObject([
      { method: 'card', reference: 're_1', cents: 500 },
    ])
    expect(await mailsOf(done.person)).not.toContain('refunded')
    expect(await auditSeats(app, done.season.id)).toEqual([])
  })

  it('stays for staff to give back where nobody can, and says why', async () => {
    const done = await byCard(refuse('service.absent') as never)
    await drain(app)
    expect(await departureOf(done.departure)).toMatchObject({
      money: 'by-hand',
      moneyWhy: 'service.absent',
      settled: 1,
    })
    expect(await auditSeats(app, done.season.id)).toEqual([])
  })

  it('stays for staff to give back where the money did not arrive', async () => {
    const done = await byCard({ ok: true, value: { refund: 're_3', state: 'asked' } } as never)
    const fee = (await many<PaymentRow>(app, 'payments', { id: { equals: String(done.payment) } }))[0]
    await notReturnedByCard(app, {
      ref: feeKey(fee?.application ?? ''),
      checkout: 'checkout-of-the-fee',
      refund: 're_3',
    })
    expect(await departureOf(done.departure)).toMatchObject({
      money: 'by-hand',
      moneyWhy: 'payments.refund-failed',
    })
  })

  it('of which some came back, then all, then nothing after all, while nobody can say more than the news', async () => {
    const done = await byCard(refuse('service.absent') as never)
    const fee = (await many<PaymentRow>(app, 'payments', { id: { equals: String(done.payment) } }))[0]
    const told = { ref: feeKey(fee?.application ?? ''), checkout: 'checkout-of-the-fee', refund: 're_4' }
    await returnedByCard(app, { ...told, cents: 200 })
    expect(await departureOf(done.departure)).toMatchObject({ money: 'by-hand', cents: 500 })
    await returnedByCard(app, { ...told, cents: 500 })
    expect(await departureOf(done.departure)).toMatchObject({ money: 'refunded', cents: 500 })
    for (let twice = 0; twice < 2; twice++) await notReturnedByCard(app, told)
    await drain(app)
    expect(await departureOf(done.departure)).toMatchObject({ money: 'by-hand', cents: 500, round: 2 })
    expect(await auditSeats(app, done.season.id)).toEqual([])
  })

  it('is asked again when the answer was lost; access is cut meanwhile', async () => {
    const lost = async (): Promise<never> => {
      throw new Error('no answer')
    }
    const done = await byCard(lost, { ok: true, value: { refund: 're_2', state: 'done' } } as never)
    expect(await departureOf(done.departure)).toMatchObject({ money: 'by-card', settled: 0 })
    expect(await standingOf(done.person)).toBe('left')
    await followDeparture(done.program, done.departure)
    await drain(app)
    expect(done.asked).toHaveLength(2)
    expect(await departureOf(done.departure)).toMatchObject({ money: 'refunded', settled: 1 })
  })
})

describe('coming back in the same season', () => {
  it('opens a new file, with a fee, a seat and a membership of its own, and no second grant', async () => {
    const season = await openSeason(app, 2)
    const first = await joined()
    const again = () => submitApplication(app, newApplication({ email: first.email }))
    expect(unwrap(await again()).known).toBe(true)
    unwrap(await requestDeparture(app, ask(first.person)))
    await drain(app)
    const both = await Promise.all([again(), again()])
    const made = both.map((r) => unwrap(r)).filter((r) => !r.known)
    expect(made).toHaveLength(1)
    const application = String(made[0]?.application)
    await drain(app)
    const file = await fileOf(app, application)
    expect(file).toMatchObject({ round: 2, person: first.person })
    unwrap(await planInterview(app, { application, at: new Date(Date.now() + 86_400_000), place: 'Ici', by }))
    unwrap(await recordInterview(app, { application, report: 'De retour.', by }))
    unwrap(await acceptApplication(app, { application, by }))
    await drain(app)
    unwrap(await pay(app, application))
    await drain(app)
    expect(await standingOf(first.person)).toBe('active')
    expect(await findMembership(app, first.person, season.id)).toMatchObject({
      state: 'confirmed',
      key: `${first.person}:${season.id}:2`,
    })
    expect(await balanceOf(first.person)).toBe(0)
    expect(await auditSeats(app, season.id)).toEqual([])
    expect((await mailsOf(first.person)).filter((m) => m === 'welcome')).toHaveLength(2)
    // What is held about the person tells of the whole story.
    const held = await exportMembership(app, first.person)
    expect(held.departures).toMatchObject([{ channel: 'phone', cents: 500 }])
    expect(held.memberships).toHaveLength(2)
    // And out again: nothing more to return, nothing short.
    const { departure } = unwrap(await requestDeparture(app, ask(first.person)))
    await drain(app)
    expect(await departureOf(departure)).toMatchObject({ returned: 0, shortfall: 0, cents: 500 })
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('after a refusal only where staff allows it', async () => {
    await openSeason(app, 2)
    const file = await interviewed(app)
    unwrap(await refuseApplication(app, { application: file.id, reason: 'Pas cette fois.', by }))
    await drain(app)
    const again = () => submitApplication(app, newApplication({ email: file.email }))
    expect(unwrap(await again()).known).toBe(true)
    expect(unwrap(await allowReapplying(app, { application: file.id, by })).again).toBe(false)
    expect(unwrap(await allowReapplying(app, { application: file.id, by })).again).toBe(true)
    const { application, known } = unwrap(await again())
    expect(known).toBe(false)
    await drain(app)
    expect(await standingOf(String(file.person))).toBe('applicant')
    expect(await allowReapplying(app, { application: String(application), by })).toMatchObject({
      reason: 'reapply.not-now',
    })
  })
})
