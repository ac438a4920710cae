import { describe, expect, it } from 'vitest'
import { createMember, grantRole } from '@/collections/members/service'
import { ledgerOf } from '@/collections/ts/service/ledgerOf'
import { memberAccount } from '@/collections/ts/service/openMemberAccount'
import { MINUTE } from '@/core/clock'
import { newId } from '@/core/ids'
import { refuse, unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain, turnOff, turnOn } from '@/hooks/runtime'
import { asVisitor } from '@/tests/factories/people'
import { dies, dying } from '@/tests/support/dying'
import { CARD_FEES, SEATS } from '../contract'
import { feeKey } from '../domain/keys'
import { auditSeats, recordPayment, releaseExpiredHolds, requestDeparture, withdraw } from '../service'
import type { CardFeeRow } from '../service/cardFeeRows'
import { followWithdrawal } from '../service/line/leaveLine'
import { payOnline } from '../service/payOnline'
import { receiveCardFee } from '../service/receiveCardFee'
import { settlePayments } from '../service/reconcile'
import { renewMembership } from '../service/renewal/renewMembership'
import { takeBackRenewal } from '../service/renewal/takeBackRenewal'
import { findFee, many, type SeatRow } from '../service/rows'
import {
  app,
  type Candidate,
  cardFeeOf,
  cardHouse,
  checkoutOf,
  loses,
  news,
  page,
  returned,
  seatOf,
  server,
  stripe,
  takenByAnother,
} from './cardHouse'
import { memberOf, twoSeasons } from './renewalSupport'
import { accepted, at, fee, fileOf, openSeason, pay } from './support'

cardHouse()

describe('a fee by card', () => {
  it('seats its person: place, membership, standing, TS, receipt', async () => {
    const season = await openSeason(app, 3)
    const file = await accepted(app)
    const session = await page(file.person)
    stripe.pay(session)
    await news()
    await drain(app)
    expect((await fileOf(app, file.id)).state).toBe('joined')
    expect(await findFee(app, file.id)).toMatchObject({
      method: 'card',
      cents: 500,
      checkout: checkoutOf(session),
    })
    expect(await seatOf(season.id, file.person)).toMatchObject({ state: 'confirmed' })
    expect(unwrap(await ledgerOf(app).readAccount(memberAccount(file.person))).balance).toBe(5)
    expect(await auditSeats(app, season.id)).toEqual([])
    expect(await payOnline(app, file.person)).toEqual(refuse('payment.recorded'))
    expect(returned(session)).toBe(0)
  })

  it('keeps the seat longer than its page can be paid, and never for less', async () => {
    const season = await openSeason(app, 3)
    const file = await accepted(app)
    const days = await seatOf(season.id, file.person)
    await page(file.person)
    expect((await seatOf(season.id, file.person))?.heldUntil).toBe(days?.heldUntil)
    // A minute before the days to pay are over.
    const late = new Date(days?.heldUntil ?? 0).getTime() - MINUTE
    stripe.now = () => new Date(late)
    await page(file.person, at(app, late))
    stripe.now = () => new Date()
    expect((await seatOf(season.id, file.person))?.heldUntil).toBe(new Date(late + 40 * MINUTE).toISOString())
  })

  it('is asked for on one’s own page alone, when it is due', async () => {
    await openSeason(app, 3)
    const file = await accepted(app)
    const mine = server.as((await asVisitor(app, file.person)).token)
    expect(await (await mine.get('/ma-candidature')).text()).toContain('Payer 5')
    const answer = await mine.post('/ma-candidature/payer')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch(/\/c\/pay\/cs_test_/)
    expect(answer.headers.get('content-security-policy')).toContain(
      `form-action 'self' https://checkout.stripe.com ${stripe.url}`,
    )
    const session = String(answer.headers.get('location')).split('/').at(-1) ?? ''
    const back = `/paiement/retour/${checkoutOf(session)}`
    // Somebody else's payment is none of theirs.
    const other = await accepted(app)
    expect((await server.as((await asVisitor(app, other.person)).token).get(back)).status).toBe(404)
    expect((await server.as().get(back)).status).toBe(303)
    expect((await server.as().post('/ma-candidature/payer')).headers.get('location')).toBe('/connexion')
    // Given up, and come back.
    expect((await mine.get(back)).headers.get('location')).toBe('/ma-candidature')
    stripe.pay(session)
    stripe.takeEvents()
    // Come back before the news, which never comes.
    expect((await mine.get(back)).headers.get('location')).toBe('/ma-candidature')
    expect(await (await mine.get('/ma-candidature')).text()).not.toContain('Payer 5')
    await drain(app)
    expect((await fileOf(app, file.id)).state).toBe('joined')
  })

  it('is refused to whoever has nothing to pay', async () => {
    expect(await payOnline(app, newId())).toEqual(refuse('payment.not-yours'))
  })

  it('without a key is not offered, and that is said', async () => {
    await openSeason(app, 3)
    const file = await accepted(app)
    const settings = app.settings as { stripe?: App['settings']['stripe'] }
    settings.stripe = undefined
    const mine = server.as((await asVisitor(app, file.person)).token)
    const text = await (await mine.get('/ma-candidature')).text()
    const refused = await payOnline(app, file.person)
    settings.stripe = stripe.settings
    expect(text).toContain('Le paiement en ligne n’est pas ouvert')
    expect(text).not.toContain('Payer 5')
    expect(refused).toEqual(refuse('payments.offline'))
  })

  it('while the plugin is off is not offered; paid before, it is kept once it is on', async () => {
    await openSeason(app, 3)
    const file = await accepted(app)
    const session = await page(file.person)
    unwrap(await turnOff(app, { plugin: 'payments', by: 'tests' }))
    expect(await payOnline(app, file.person)).toEqual(
      refuse('service.absent', { service: 'payments.checkout' }),
    )
    stripe.pay(session)
    const [event] = stripe.events
    if (event) expect(await stripe.deliver(server.url, event)).toBe(404)
    unwrap(await turnOn(app, { plugin: 'payments', by: 'tests', waiting: 'deliver' }))
    await news()
    await drain(app)
    expect((await fileOf(app, file.id)).state).toBe('joined')
  })
})

describe('paid twice', () => {
  it('a card after a cheque is given back at once', async () => {
    const season = await openSeason(app, 3)
    const file = await accepted(app)
    const session = await page(file.person)
    // Stripe is down just then: the page could not be closed.
    stripe.trouble = 'down'
    unwrap(await recordPayment(app, { ...fee(app, file.id), method: 'cheque' }))
    await drain(app)
    stripe.trouble = 'none'
    stripe.pay(session)
    await news()
    await drain(app)
    expect(await cardFeeOf(session)).toMatchObject({ outcome: 'returned', why: 'paid-twice' })
    expect(returned(session)).toBe(500)
    expect((await findFee(app, file.id))?.method).toBe('cheque')
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('a cheque closes the page that is open', async () => {
    await openSeason(app, 3)
    const file = await accepted(app)
    const session = await page(file.person)
    unwrap(await recordPayment(app, { ...fee(app, file.id), method: 'cheque' }))
    await drain(app)
    expect(stripe.sessions.get(session)?.status).toBe('expired')
  })

  it('who gives up finds the page closed, by the delivery should all else be cut', async () => {
    await openSeason(app, 3)
    const file = await accepted(app)
    const session = await page(file.person)
    const who = (await asVisitor(app, file.person)).person
    // Decided, and cut before anything follows.
    unwrap(await withdraw(app, { who, application: file.id }))
    expect(await dies(followWithdrawal(dying(app, 1, { calls: true }), file.id))).toBe(true)
    await drain(app)
    expect(stripe.sessions.get(session)?.status).toBe('expired')
  })

  it.each([
    ['before its row is written', 'an applicant', 'before'],
    ['before its row is written', 'staff who takes no seat', 'before'],
    ['as its address is given', 'an applicant', 'after'],
    ['as its address is given', 'staff who takes no seat', 'after'],
  ] as const)('who gives up while it is asked for, %s: %s finds none open', async (_, whose, when) => {
    const season = await openSeason(app, 3, { staffTakesSeats: false })
    const file = await accepted(app)
    if (whose !== 'an applicant')
      unwrap(
        await grantRole(app, {
          person: file.person,
          grant: { role: 'staff', area: 'content' },
          actor: 'test',
        }),
      )
    const who = (await asVisitor(app, file.person)).person
    const givesUp = async () => {
      unwrap(await withdraw(app, { who, application: file.id }))
      await drain(app)
    }
    const call = (async (name: string, input: unknown) => {
      const asked = name === 'payments.checkout'
      if (asked && when === 'before') await givesUp()
      const answer = await app.call(name as never, input as never)
      if (asked && when === 'after') await givesUp()
      return answer
    }) as App['call']
    expect(await payOnline({ ...app, call }, file.person)).toEqual(refuse('payment.not-yours'))
    const pages = [...stripe.sessions.values()].filter((s) => s.metadata?.ref === feeKey(file.id))
    expect(pages.map(({ status }) => status)).toEqual(['expired'])
    expect(await seatOf(season.id, file.person)).toBeNull()
  })

  it('who takes a renewal back too, and who leaves', async () => {
    const { old, next } = await twoSeasons(app)
    for (const seat of [1, 2]) {
      const { id: person } = await memberOf(app, old, seat)
      unwrap(await renewMembership(app, { person, season: next.id }))
      await drain(app)
      const session = await page(person)
      expect(stripe.sessions.get(session)?.status).toBe('open')
      const by = (await asVisitor(app, person)).person
      if (seat === 1) unwrap(await takeBackRenewal(app, { person, season: next.id, by }))
      else unwrap(await requestDeparture(app, { person, channel: 'phone', reason: 'time', by: 'system' }))
      await drain(app)
      expect(stripe.sessions.get(session)?.status).toBe('expired')
    }
  })

  it('where Stripe does not answer the page stays; what is paid there is given back', async () => {
    await openSeason(app, 3)
    const file = await accepted(app)
    const session = await page(file.person)
    const who = (await asVisitor(app, file.person)).person
    stripe.trouble = 'down'
    unwrap(await withdraw(app, { who, application: file.id }))
    await drain(app)
    stripe.trouble = 'none'
    stripe.pay(session)
    await news()
    await drain(app)
    expect((await fileOf(app, file.id)).state).toBe('withdrawn')
    expect(returned(session)).toBe(500)
  })

  it('a cheque after a card is refused to staff', async () => {
    await openSeason(app, 3)
    const file = await accepted(app)
    stripe.pay(await page(file.person))
    await news()
    expect(await pay(app, file.id)).toMatchObject({ ok: false, reason: 'payment.already-recorded' })
  })

  it('a card and cash at the same moment: one is kept, and every euro more is given back', async () => {
    const season = await openSeason(app, 10)
    for (let i = 0; i < 5; i++) {
      const file = await accepted(app)
      const session = await page(file.person)
      stripe.pay(session)
      await Promise.all([news(), pay(app, file.id)])
      await drain(app)
      const kept = await findFee(app, file.id)
      expect(returned(session)).toBe(kept?.method === 'card' ? 0 : 500)
    }
    expect(await auditSeats(app, season.id)).toEqual([])
  })
})

describe('paid late', () => {
  it('takes a free seat where there is one', async () => {
    const season = await openSeason(app, 3)
    const file = await accepted(app)
    const session = await page(file.person)
    await loses(season.id, file)
    stripe.pay(session)
    await news()
    await drain(app)
    expect((await fileOf(app, file.id)).state).toBe('joined')
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('is given back where there is none; the person stands in line, before all others', async () => {
    const season = await openSeason(app, 1)
    const file = await accepted(app)
    const session = await page(file.person)
    await loses(season.id, file)
    unwrap(await takenByAnother(season.id))
    stripe.pay(session)
    await news()
    await drain(app)
    expect(await cardFeeOf(session)).toMatchObject({ outcome: 'returned', why: 'no-seat', settled: 1 })
    expect(returned(session)).toBe(500)
    expect((await fileOf(app, file.id)).state).toBe('waiting')
    const told = await app.payload.db.find({
      collection: 'hook-events' as 'seats',
      where: { key: { equals: `payment.unseated:${checkoutOf(session)}` } },
    })
    expect(told.docs).toHaveLength(1)
    const mine = server.as((await asVisitor(app, file.person)).token)
    expect(await (await mine.get('/ma-candidature')).text()).toContain('il vous a été rendu')
    // No seat: nothing to pay for. Once there is one they are invited, and may pay again.
    expect(await payOnline(app, file.person)).toEqual(refuse('payment.not-yours'))
    await app.payload.update({ collection: 'seasons', id: season.id, data: { cap: 2 } })
    await drain(app)
    expect((await fileOf(app, file.id)).state).toBe('accepted')
    stripe.pay(await page(file.person))
    await news()
    await drain(app)
    expect((await fileOf(app, file.id)).state).toBe('joined')
  })

  it('for a file that is not accepted any more is given back', async () => {
    await openSeason(app, 3)
    const file = await accepted(app)
    const session = await page(file.person)
    await app.payload.db.updateOne({
      collection: 'applications',
      where: { id: { equals: file.id } },
      data: { state: 'refused' },
      options: { atomic: true },
    } as Parameters<typeof app.payload.db.updateOne>[0])
    stripe.pay(session)
    await news()
    expect(await cardFeeOf(session)).toMatchObject({ outcome: 'returned', why: 'not-accepted' })
    await drain(app)
    expect(returned(session)).toBe(500)
  })
})

describe('nothing due', () => {
  it('joins at once, without a form, a payment or a receipt', async () => {
    const season = await openSeason(app, 3, { feeCents: 0 })
    const file = await accepted(app)
    await drain(app)
    expect((await fileOf(app, file.id)).state).toBe('joined')
    expect(await findFee(app, file.id)).toMatchObject({ cents: 0, method: 'free' })
    expect(await auditSeats(app, season.id)).toEqual([])
    const receipts = await app.payload.db.count({
      collection: 'receipts',
      where: { person: { equals: file.person } },
    })
    expect(receipts.totalDocs).toBe(0)
  })
})

describe('a crash', () => {
  it('at each write of taking a fee by card: told again, it ends the same', {
    timeout: 120_000,
  }, async () => {
    const season = await openSeason(app, 20)
    let crashes = 0
    for (let n = 1; n <= 5; n++) {
      const file = await accepted(app)
      const session = await page(file.person)
      stripe.pay(session)
      const paid = { checkout: checkoutOf(session), ref: feeKey(file.id), person: file.person, cents: 500 }
      if (await dies(receiveCardFee(dying(app, n), paid))) crashes++
      await settlePayments(at(app, Date.now() + 2 * MINUTE))
      await news()
      await drain(app)
      expect(await auditSeats(app, season.id), `crash at write ${n}`).toEqual([])
      expect((await fileOf(app, file.id)).state).toBe('joined')
      expect(returned(session)).toBe(0)
    }
    // The seat's mark, the decision, the payment, that it is settled; the seat was held for longer.
    expect(crashes).toBe(4)
  })

  it('at each write of giving one back: told again, the money goes back once', {
    timeout: 120_000,
  }, async () => {
    for (let n = 1; n <= 4; n++) {
      const season = await openSeason(app, 1)
      const file = await accepted(app)
      const session = await page(file.person)
      await loses(season.id, file)
      unwrap(await takenByAnother(season.id))
      stripe.pay(session)
      const paid = { checkout: checkoutOf(session), ref: feeKey(file.id), person: file.person, cents: 500 }
      // Before Stripe's news is noted a refund is refused, which is no crash: it throws, and is tried again.
      await dies(receiveCardFee(dying(app, n), paid)).catch(() => undefined)
      await news()
      await drain(app)
      expect(returned(session), `crash at write ${n}`).toBe(500)
      expect(await cardFeeOf(session)).toMatchObject({ outcome: 'returned', why: 'no-seat', settled: 1 })
    }
  })
})

describe('two hundred payments that come after their holds have ended', () => {
  it('never a seat too many, every euro without a seat given back', { timeout: 600_000 }, async () => {
    const LATE = 200
    const FREE = 20
    const season = await openSeason(app, LATE)
    const files: Candidate[] = []
    for (let i = 0; i < LATE; i += 20)
      files.push(...(await Promise.all(Array.from({ length: 20 }, (_, j) => quickFile(season.id, i + j)))))
    const sessions: string[] = []
    for (let i = 0; i < LATE; i += 20)
      sessions.push(...(await Promise.all(files.slice(i, i + 20).map((file) => page(file.person)))))
    // Their time is over, the seats go but for a few.
    while ((await releaseExpiredHolds(at(app, Date.now() + 50 * MINUTE))) > 0);
    await app.payload.update({ collection: 'seasons', id: season.id, data: { cap: FREE } })
    for (const session of sessions) stripe.pay(session)
    const events = stripe.takeEvents()
    // In any order, twenty at once, every tenth twice.
    const shuffled = events
      .flatMap((event, i) => (i % 10 === 0 ? [event, event] : [event]))
      .map((event) => ({ event, by: Math.random() }))
      .sort((x, y) => x.by - y.by)
    for (let i = 0; i < shuffled.length; i += 20)
      await Promise.all(shuffled.slice(i, i + 20).map(({ event }) => stripe.deliver(server.url, event)))
    while (!(await drain(app, { timeoutMs: 60_000 })));
    const fees = await many<CardFeeRow>(app, CARD_FEES, { season: { equals: season.id } })
    expect(fees).toHaveLength(LATE)
    expect(fees.filter((f) => f.outcome === 'kept')).toHaveLength(FREE)
    const seats = await many<SeatRow>(app, SEATS, {
      and: [{ season: { equals: season.id } }, { state: { equals: 'confirmed' } }],
    })
    expect(seats).toHaveLength(FREE)
    for (const session of sessions) {
      const { outcome } = fees.find((f) => f.checkout === checkoutOf(session)) ?? {}
      expect(returned(session)).toBe(outcome === 'kept' ? 0 : 500)
    }
    expect(await auditSeats(app, season.id)).toEqual([])
  })
})

/** An accepted file with its account, made without the pages before it. */
async function quickFile(season: string, i: number): Promise<Candidate> {
  const [email, name] = [`a-${newId()}@test.example`, `Tardif ${i}`]
  const { id: person } = unwrap(await createMember(app, { email, name, lang: 'fr', standing: 'accepted' }))
  const id = newId()
  const now = new Date().toISOString()
  await app.payload.db.create({
    collection: 'applications',
    data: {
      id,
      key: `${season}:${email}`,
      season,
      state: 'accepted',
      name,
      email,
      person,
      lang: 'fr',
      activity: 'Essai',
      skills: 'Essai',
      motives: 'Essai',
      charterAt: now,
      privacyAt: now,
      decision: 'accepted',
      decidedAt: now,
      dueCents: 500,
      createdAt: now,
      updatedAt: now,
      rev: 1,
      factsPending: 0,
    },
  })
  return { ...(await fileOf(app, id)), person }
}
