import { beforeAll, describe, expect, it } from 'vitest'
import { changeStanding, readContacts } from '@/collections/members/service'
import { MINUTE } from '@/core/clock'
import { newId } from '@/core/ids'
import { refuse, unwrap } from '@/core/result'
import { type App, compareAndSet } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { dies, dying } from '@/tests/support/dying'
import { serve } from '@/tests/support/http'
import { meanwhile } from '@/tests/support/meanwhile'
import { APPLICATIONS, CARD_FEES, PAYMENTS, SEASONS, SEATS } from '../contract'
import { feeKey, occupantKey } from '../domain/keys'
import { acceptApplication, auditSeats, freeSeat, holdSeat, releaseExpiredHolds, withdraw } from '../service'
import { welcome } from '../service/afterConfirmation'
import { findCardFee } from '../service/cardFeeRows'
import { followPayment } from '../service/followPayment'
import { membershipTodo } from '../service/listTodo'
import { payOnline } from '../service/payOnline'
import { receiveCardFee } from '../service/receiveCardFee'
import { settlePayments } from '../service/reconcile'
import { findRenewal, findRenewalFile } from '../service/renewal/renewalRows'
import { renewMembership } from '../service/renewal/renewMembership'
import { takeBackRenewal } from '../service/renewal/takeBackRenewal'
import { findFee, findMembership, findSeatOf, type SeasonRow } from '../service/rows'
import { day, memberOf, twoSeasons } from './renewalSupport'
import { accepted, at, fileOf, interviewed, loses, openSeason, pay } from './support'

let app: App
beforeAll(async () => {
  ;({ app } = await bootApp())
})

/** Somebody of whom a fee is awaited, in a season without a free seat, and somebody who waits for theirs. */
type Scene = {
  season: SeasonRow
  person: string
  file: string
  /** They give up, and all that follows is done. */
  givesUp: () => Promise<unknown>
  next: string
}

async function waits(season: SeasonRow): Promise<string> {
  const { id } = await interviewed(app)
  unwrap(await acceptApplication(app, { application: id, by: 'system' }))
  await drain(app)
  expect(await fileOf(app, id)).toMatchObject({ state: 'waiting', season: season.id })
  return id
}

async function renewing(): Promise<Scene> {
  const { old, next: season } = await twoSeasons(app, { cap: 1 })
  await compareAndSet(app, SEASONS, { id: { equals: old.id } }, { state: 'closed' })
  await compareAndSet(app, SEASONS, { id: { equals: season.id } }, { opensOn: day(app, 0) })
  const { id: person } = await memberOf(app, old, 1)
  unwrap(await renewMembership(app, { person, season: season.id }))
  await drain(app)
  const row = await findRenewal(app, person, season.id)
  const file = row && (await findRenewalFile(app, row))
  const next = await waits(season)
  const by = (await asVisitor(app, person)).person
  const givesUp = async () => {
    const done = await takeBackRenewal(app, { person, season: season.id, by })
    await drain(app)
    return done
  }
  return { season, person, file: String(file?.id), givesUp, next }
}

async function joining(): Promise<Scene> {
  const season = await openSeason(app, 1)
  const { id: file, person } = await accepted(app)
  const next = await waits(season)
  const who = (await asVisitor(app, person)).person
  const givesUp = async () => {
    const done = await withdraw(app, { who, application: file })
    await drain(app)
    return done
  }
  return { season, person, file, givesUp, next }
}

const cardOf = ({ file, person }: Scene) => ({ checkout: newId(), ref: feeKey(file), person, cents: 500 })
const seatOf = ({ season, person }: Scene) => findSeatOf(app, occupantKey(season.id, person))

/** Whoever paid has the seat, whatever they said at that moment; who waits goes on waiting. */
async function seated(scene: Scene): Promise<void> {
  await drain(app)
  expect((await fileOf(app, scene.file)).state).toBe('joined')
  expect(await findMembership(app, scene.person, scene.season.id)).toMatchObject({ state: 'confirmed' })
  expect(await seatOf(scene)).toMatchObject({ state: 'confirmed', securedUntil: null })
  expect((await fileOf(app, scene.next)).state).toBe('waiting')
  expect(await auditSeats(app, scene.season.id)).toEqual([])
}

/** The seat went to who waited, and no fee stands. */
async function gone(scene: Scene): Promise<void> {
  await drain(app)
  expect((await fileOf(app, scene.file)).state).toBe('withdrawn')
  expect(await findFee(app, scene.file)).toBeNull()
  expect((await fileOf(app, scene.next)).state).toBe('accepted')
  expect(await auditSeats(app, scene.season.id)).toEqual([])
}

describe.each([
  ['a renewal', renewing],
  ['an application', joining],
])('%s given up while its fee comes, all seats taken and somebody in line', (_, made) => {
  it('by hand, between the look and the payment’s row: the payment has its seat', async () => {
    const scene = await made()
    unwrap(await pay(meanwhile(app, { verb: 'create', collection: PAYMENTS }, scene.givesUp), scene.file))
    await seated(scene)
  })

  it('by card, between the judgement and its row: the fee has its seat', async () => {
    const scene = await made()
    await receiveCardFee(
      meanwhile(app, { verb: 'create', collection: CARD_FEES }, scene.givesUp),
      cardOf(scene),
    )
    await seated(scene)
  })

  it('by card, kept and cut before the payment’s row: it is too late to give up', async () => {
    const scene = await made()
    const paid = cardOf(scene)
    // The mark, the judgement; the payment's row is never written.
    expect(await dies(receiveCardFee(dying(app, 3), paid))).toBe(true)
    expect(await findCardFee(app, paid.checkout)).toMatchObject({ outcome: 'kept', settled: 0 })
    expect(await findFee(app, scene.file)).toBeNull()
    expect(await scene.givesUp()).toMatchObject({ ok: false })
    expect((await fileOf(app, scene.file)).state).toBe('accepted')
    await settlePayments(at(app, Date.now() + 2 * MINUTE))
    await seated(scene)
  })

  it('by hand or by card, before the seat was made sure of: nothing is kept, the seat goes to who waits', async () => {
    for (const way of ['hand', 'card']) {
      const scene = await made()
      const paid = cardOf(scene)
      // Judged from a file that was read before: what comes after is as if read late.
      const late = meanwhile(
        app,
        { verb: 'findOne', collection: APPLICATIONS, when: 'after', of: scene.file },
        scene.givesUp,
      )
      if (way === 'hand') expect((await pay(late, scene.file)).ok).toBe(false)
      else await receiveCardFee(late, paid).catch(() => undefined)
      await gone(scene)
      if (way === 'card') expect(await findCardFee(app, paid.checkout)).toMatchObject({ outcome: 'returned' })
    }
  })

  it('and whoever writes the fee dies before it: the seat goes on as soon as nobody can write it any more', async () => {
    const scene = await made()
    const program = meanwhile(app, { verb: 'create', collection: PAYMENTS }, async () => {
      await scene.givesUp()
      throw new Error('cut')
    })
    await expect(pay(program, scene.file)).rejects.toThrow('cut')
    expect(await seatOf(scene)).toMatchObject({ state: 'held' })
    await releaseExpiredHolds(at(app, Date.now() + 14 * MINUTE))
    expect(await seatOf(scene)).toMatchObject({ state: 'held' })
    await releaseExpiredHolds(at(app, Date.now() + 16 * MINUTE))
    await gone(scene)
  })
})

it('given up after the seat was marked and before the file was looked at again: nothing is written, the seat is given on', async () => {
  const scene = await joining()
  const program = meanwhile(app, { verb: 'updateOne', collection: SEATS, when: 'after' }, scene.givesUp)
  expect(await pay(program, scene.file)).toMatchObject({ reason: 'application.wrong-state' })
  await gone(scene)
})

it('giving up told while the welcome is: it is told again, and the member is one', async () => {
  const season = await openSeason(app, 1)
  const { id, person } = await accepted(app)
  unwrap(await pay(app, id))
  const payment = await findFee(app, id)
  if (payment) unwrap(await followPayment(app, payment))
  const told = { person, season: season.id, seat: 1 }
  const back = { person, from: ['accepted'], to: 'prospect', reason: 'test', actor: 'system' } as const
  const third = { verb: 'findOne', collection: 'standings', of: person, nth: 3 } as const
  const program = meanwhile(app, third, async () => unwrap(await changeStanding(app, back)))
  await expect(welcome(program, told, 'membership.confirmed:test')).rejects.toThrow(
    'still to be made a member',
  )
  await drain(app)
  expect((await readContacts(app, [person])).get(person)?.standing).toBe('active')
})

it('a seat whose fee comes is not freed by hand: while it is written down, nor once it stands', async () => {
  const season = await openSeason(app, 1)
  const { id, person } = await accepted(app)
  const ask = { season: season.id, person, by: 'system' } as const
  let during: unknown
  const frees = async () => {
    during = await freeSeat(app, ask)
  }
  unwrap(await pay(meanwhile(app, { verb: 'create', collection: PAYMENTS }, frees), id))
  expect(during).toMatchObject({ reason: 'seat.fee-coming' })
  expect(await freeSeat(app, ask)).toMatchObject({ reason: 'seat.fee-coming' })
  await drain(app)
  expect(await freeSeat(app, ask)).toMatchObject({ reason: 'seat.confirmed' })
})

it('given up while the page to pay is opened: there is none, and no seat is kept', async () => {
  const season = await openSeason(app, 1)
  const { id, person } = await accepted(app)
  const who = (await asVisitor(app, person)).person
  const givesUp = async () => {
    unwrap(await withdraw(app, { who, application: id }))
    await drain(app)
  }
  const late = { verb: 'find', collection: APPLICATIONS, when: 'after', of: person } as const
  expect(await payOnline(meanwhile(app, late, givesUp), person)).toEqual(refuse('payment.not-yours'))
  expect(await findSeatOf(app, occupantKey(season.id, person))).toBeNull()
})

it('a fee that came and found no seat is found by staff, wherever its file stands', async () => {
  const server = await serve(app)
  const season = await openSeason(app, 1)
  const { id, person, name } = await accepted(app)
  unwrap(await pay(app, id))
  // As a house of before left it: withdrawn, paid, and the seat is another's.
  await loses(app, season.id, person)
  unwrap(
    await holdSeat(app, { season: season.id, person: newId(), until: new Date(Date.now() + 60 * MINUTE) }),
  )
  await compareAndSet(app, APPLICATIONS, { id: { equals: id } }, { state: 'withdrawn' })
  await drain(app)
  await compareAndSet(
    app,
    PAYMENTS,
    { application: { equals: id } },
    { recordedAt: new Date(Date.now() - 5 * MINUTE).toISOString() },
  )
  const staff = await makePerson(app, {
    standing: 'prospect',
    grants: [{ role: 'staff', area: 'payments' }],
  })
  const { token, person: who } = await asVisitor(app, staff.id)
  const todo = await membershipTodo(app, who, 'fr')
  const { href } = todo.find((item) => item.label.includes('sans place libre')) ?? { href: '' }
  const list = await (await server.as(token).get(href)).text()
  expect(list).toContain(`/bureau/candidatures/${id}`)
  expect(await (await server.as(token).get(`/bureau/candidatures/${id}`)).text()).toContain(
    `La cotisation de ${name} est enregistrée, mais plus aucune place n’est libre.`,
  )
  await server.stop()
})
