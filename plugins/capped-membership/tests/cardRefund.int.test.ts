import { describe, expect, it } from 'vitest'
import { formatDate } from '@/core/dates'
import { refuse, unwrap } from '@/core/result'
import { drain } from '@/hooks/runtime'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { meanwhile } from '@/tests/support/meanwhile'
import { retryRefund } from '../../payments/service/retryRefund'
import type { RefundRow as CardRefund } from '../../payments/service/rows'
import { settleRefund } from '../../payments/service/settleRefund'
import { REFUNDS } from '../contract'
import { auditSeats, requestDeparture } from '../service'
import { recordRefund } from '../service/departure/recordRefund'
import { returnedByCard } from '../service/departure/refundByCard'
import { findDeparture } from '../service/departure/rows'
import { todayOf } from '../service/readCounter'
import { many } from '../service/rows'
import { departureHref } from '../web/departure/places'
import { app, cardHouse, news, page, receiptsOf, returned, seatOf, server, stripe } from './cardHouse'
import { accepted, fileOf, openSeason } from './support'

cardHouse()

describe('some of it given back by staff at Stripe', () => {
  it('leaves the seat and the membership; whoever leaves then is owed, told and given the rest', async () => {
    const season = await openSeason(app, 3)
    const file = await accepted(app)
    const session = await page(file.person)
    stripe.pay(session)
    await news()
    stripe.refundByHand(String(stripe.sessions.get(session)?.payment_intent), 200)
    await news()
    await drain(app)
    expect(await seatOf(season.id, file.person)).toMatchObject({ state: 'confirmed' })
    expect((await fileOf(app, file.id)).state).toBe('joined')
    expect(await auditSeats(app, season.id)).toEqual([])
    const mine = server.as((await asVisitor(app, file.person)).token)
    const papers = await (await mine.get('/recus')).text()
    expect(papers).toContain('5,00\u00a0€')
    expect(papers).toContain('−2,00\u00a0€')
    expect(await (await mine.get('/moi/compte/depart')).text()).toContain(
      'Vos 3\u00a0€ de cotisation vous sont rendus sur la carte',
    )
    const asked = { person: file.person, channel: 'phone', reason: 'time', by: 'system' as const }
    const { departure } = unwrap(await requestDeparture(app, asked))
    await news()
    await drain(app)
    expect(await findDeparture(app, departure)).toMatchObject({ cents: 300, money: 'refunded' })
    expect(returned(session)).toBe(500)
    expect((await receiptsOf(file.person)).map((r) => r.cents)).toEqual([500, -200, -300])
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('all of it: whoever leaves then is owed nothing, and that is said', async () => {
    const season = await openSeason(app, 3)
    const file = await accepted(app)
    const session = await page(file.person)
    stripe.pay(session)
    await news()
    stripe.refundByHand(String(stripe.sessions.get(session)?.payment_intent))
    await news()
    await drain(app)
    const asked = { person: file.person, channel: 'phone', reason: 'time', by: 'system' as const }
    const { departure } = unwrap(await requestDeparture(app, asked))
    await drain(app)
    expect(await findDeparture(app, departure)).toMatchObject({ cents: 0, money: 'none', settled: 1 })
    expect(returned(session)).toBe(500)
    expect(await auditSeats(app, season.id)).toEqual([])
  })
})

describe('given back at Stripe, by staff or by us, and failed later', () => {
  /** A member who paid by card. */
  async function member() {
    const season = await openSeason(app, 3)
    const { person } = await accepted(app)
    const session = await page(person)
    stripe.pay(session)
    await news()
    const leaves = async () => {
      const asked = { person, channel: 'phone', reason: 'time', by: 'system' as const }
      const { departure } = unwrap(await requestDeparture(app, asked))
      await news()
      return departure
    }
    return { season, person, session, leaves }
  }

  /** Some or all of which staff gives back at Stripe; Stripe awaits the bank. */
  async function pending(cents?: number) {
    const { season, person, session, leaves } = await member()
    stripe.refundStatus = 'pending'
    const byHand = stripe.refundByHand(String(stripe.sessions.get(session)?.payment_intent), cents)
    await news()
    stripe.refundStatus = 'succeeded'
    const ends = async (status: 'succeeded' | 'failed') => {
      stripe.endRefund(byHand.id, status)
      await news()
    }
    return { season, person, session, leaves, ends }
  }

  it('some of it: what is missing then is for staff to give by hand', async () => {
    const { season, person, session, leaves, ends } = await pending(200)
    const departure = await leaves()
    // All of it comes back on the card, as far as anybody knows.
    expect(await findDeparture(app, departure)).toMatchObject({ cents: 500, money: 'by-card' })
    expect(returned(session)).toBe(300)
    await ends('failed')
    expect(await findDeparture(app, departure)).toMatchObject({ cents: 200, money: 'by-hand' })
    const given = { departure, method: 'cash', on: todayOf(app), by: 'system' as const }
    unwrap(await recordRefund(app, given))
    await drain(app)
    expect(await findDeparture(app, departure)).toMatchObject({ cents: 200, money: 'refunded' })
    expect((await receiptsOf(person)).map((r) => r.cents)).toEqual([500, -300, -200])
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('all of it: all of it', async () => {
    const { season, leaves, ends } = await pending()
    const departure = await leaves()
    expect(await findDeparture(app, departure)).toMatchObject({ cents: 500, money: 'by-card' })
    await ends('failed')
    expect(await findDeparture(app, departure)).toMatchObject({ cents: 500, money: 'by-hand' })
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('after it was said to have arrived, and somebody left who was owed nothing: it is owed', async () => {
    const { season, person, leaves, ends } = await pending()
    await ends('succeeded')
    const departure = await leaves()
    expect(await findDeparture(app, departure)).toMatchObject({ cents: 0, money: 'none' })
    await ends('failed')
    expect(await findDeparture(app, departure)).toMatchObject({ cents: 500, money: 'by-hand' })
    unwrap(await recordRefund(app, { departure, method: 'cash', on: todayOf(app), by: 'system' }))
    await drain(app)
    expect(await findDeparture(app, departure)).toMatchObject({ cents: 500, money: 'refunded' })
    // The card is not tried again: staff sees it as given otherwise.
    const failed = await many<CardRefund>(app, 'card-refunds', { person: { equals: person } })
    expect(failed).toMatchObject([{ state: 'replaced' }])
    expect(await retryRefund(app, String(failed[0]?.id))).toEqual(refuse('payments.not-failed'))
    // One credit note, of what was paid: the one that told of the refund by card. The cash has its mail all the same.
    expect((await receiptsOf(person)).map((r) => r.cents)).toEqual([500, -500])
    const [mail, ...more] = await many<{ id: string; text: string }>(
      app,
      'mails',
      { and: [{ person: { equals: person } }, { template: { equals: 'payments.returned' } }] },
      { sort: 'id' },
    )
    expect(more).toEqual([])
    expect(mail?.text).toContain(
      `Nous vous avons rendu 5,00\u00a0€ le ${formatDate(todayOf(app), 'fr')} (espèces)`,
    )
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('after the departure was given back, ours and theirs: what is missing is due again, each time', async () => {
    const { season, person, session, leaves, ends } = await pending(200)
    await ends('succeeded')
    const departure = await leaves()
    expect(await findDeparture(app, departure)).toMatchObject({ cents: 300, money: 'refunded' })
    await ends('failed')
    const given = { departure, method: 'cash', on: todayOf(app), by: 'system' as const }
    const due = { money: 'by-hand', moneyWhy: 'payments.refund-failed' }
    expect(await findDeparture(app, departure)).toMatchObject({ ...due, cents: 200, round: 2 })
    expect(await auditSeats(app, season.id)).toEqual([])
    const both = await Promise.all([recordRefund(app, given), recordRefund(app, given)])
    expect(both.map((done) => unwrap(done).already).sort()).toEqual([false, true])
    await drain(app)
    expect(await findDeparture(app, departure)).toMatchObject({ cents: 200, money: 'refunded' })
    expect(await recordRefund(app, { ...given, method: 'cheque' })).toMatchObject({
      reason: 'refund.already-recorded',
    })
    const ours = [...stripe.refunds.values()].find(
      (r) => r.payment_intent === stripe.sessions.get(session)?.payment_intent && r.status === 'succeeded',
    )
    stripe.endRefund(String(ours?.id), 'failed')
    await news()
    // What was given by hand stays given.
    expect(await findDeparture(app, departure)).toMatchObject({ ...due, cents: 300, round: 3 })
    unwrap(await recordRefund(app, { ...given, method: 'cheque' }))
    await drain(app)
    expect(await findDeparture(app, departure)).toMatchObject({ cents: 300, money: 'refunded' })
    const refunds = await many(app, REFUNDS, { person: { equals: person } }, { sort: 'id' })
    expect(refunds).toMatchObject([
      { method: 'card', cents: 300 },
      { method: 'cash', cents: 200 },
      { method: 'cheque', cents: 300 },
    ])
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('after it was noted as given, and tried again: it is given back by card after all', async () => {
    const { season, person, leaves } = await member()
    const departure = await leaves()
    const [refund] = await many<CardRefund>(app, 'card-refunds', { person: { equals: person } })
    stripe.endRefund(String(refund?.stripeId), 'failed')
    await news()
    expect(await findDeparture(app, departure)).toMatchObject({ cents: 500, money: 'by-hand', round: 2 })
    const staff = await makePerson(app, { grants: [{ role: 'staff', area: 'payments' }] })
    const office = server.as((await asVisitor(app, staff.id)).token)
    const page = await (await office.get(departureHref(departure))).text()
    expect(page).toContain('Le remboursement par carte n’est pas parvenu à la personne.')
    unwrap(await retryRefund(app, String(refund?.id)))
    const byHand = { departure, method: 'cash', on: todayOf(app), by: 'system' as const }
    expect(await recordRefund(app, byHand)).toMatchObject({ reason: 'refund.on-its-way' })
    await news()
    expect(await findDeparture(app, departure)).toMatchObject({ cents: 500, money: 'refunded', round: 2 })
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('between what is known and the note that it was given: it is due again', async () => {
    const { season, person, leaves } = await member()
    stripe.refundStatus = 'pending'
    const departure = await leaves()
    expect(await findDeparture(app, departure)).toMatchObject({ money: 'by-card' })
    const [row] = await many<CardRefund>(app, 'card-refunds', { person: { equals: person } })
    const told = { refund: String(row?.id), ref: String(row?.ref), checkout: String(row?.checkout) }
    const heard = { stripeId: row?.stripeId ?? null, cents: 500, refund: told.refund, attempt: 1 }
    // The news of its failure comes, and is followed, while the one of its success is being noted.
    const fails = async () => {
      await settleRefund(app, told.checkout, { ...heard, status: 'failed' })
      await drain(app)
    }
    await settleRefund(app, told.checkout, { ...heard, status: 'succeeded' })
    await returnedByCard(meanwhile(app, { verb: 'create', collection: REFUNDS }, fails), {
      ...told,
      cents: 500,
    })
    await drain(app)
    expect(await findDeparture(app, departure)).toMatchObject({ cents: 500, money: 'by-hand', round: 2 })
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('or did arrive: the departure is settled by card', async () => {
    for (const cents of [200, undefined]) {
      const { season, session, leaves, ends } = await pending(cents)
      const departure = await leaves()
      expect(await findDeparture(app, departure)).toMatchObject({ cents: 500, money: 'by-card' })
      await ends('succeeded')
      expect(await findDeparture(app, departure)).toMatchObject({ cents: 500, money: 'refunded' })
      expect(returned(session)).toBe(500)
      expect(await auditSeats(app, season.id)).toEqual([])
    }
  })
})
