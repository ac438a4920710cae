import { beforeAll, describe, expect, it } from 'vitest'
import { ledgerOf } from '@/collections/ts/service/ledgerOf'
import { memberAccount } from '@/collections/ts/service/openMemberAccount'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { bootApp } from '@/tests/support/app'
import { dies, dying } from '@/tests/support/dying'
import { SEASONS } from '../contract'
import { occupantKey } from '../domain/keys'
import { acceptApplication, auditSeats, holdSeat, releaseExpiredHolds } from '../service'
import { confirmSeat } from '../service/confirmSeat'
import { followPayment } from '../service/followPayment'
import { settlePayments } from '../service/reconcile'
import { findFee, findSeatOf, type PaymentRow } from '../service/rows'
import { accepted, at, fileOf, interviewed, loses, openSeason, pay } from './support'

let app: App
beforeAll(async () => {
  ;({ app } = await bootApp())
})

const dyingAt = (n: number) => dying(app, n)

const feeOf = async (id: string): Promise<PaymentRow> => {
  const payment = await findFee(app, id)
  if (!payment) throw new Error('no payment')
  return payment
}

describe('a crash', () => {
  it('after the payment’s row, before anything followed: the relay completes it', async () => {
    const season = await openSeason(app, 3)
    const { id, person } = await accepted(app)
    unwrap(await pay(app, id))
    expect(await auditSeats(app, season.id)).not.toEqual([])
    await drain(app)
    expect(await auditSeats(app, season.id)).toEqual([])
    expect(unwrap(await ledgerOf(app).readAccount(memberAccount(person))).balance).toBe(5)
  })

  it('at each write of what follows: run again, it ends the same', { timeout: 120_000 }, async () => {
    const season = await openSeason(app, 20)
    let crashes = 0
    for (let n = 1; n <= 6; n++) {
      const { id, person } = await accepted(app)
      unwrap(await pay(app, id))
      if (await dies(followPayment(dyingAt(n), await feeOf(id)))) crashes++
      await drain(app)
      expect(await auditSeats(app, season.id), `crash at write ${n}`).toEqual([])
      expect((await fileOf(app, id)).state).toBe('joined')
      expect(unwrap(await ledgerOf(app).readAccount(memberAccount(person))).balance).toBe(5)
    }
    // Seat, membership, file, payment: four writes, each of which was the last once.
    expect(crashes).toBe(4)
  })

  it('at each write of recording a payment: recorded again, it is once', { timeout: 120_000 }, async () => {
    const season = await openSeason(app, 10)
    for (let n = 1; n <= 3; n++) {
      const { id } = await accepted(app)
      await dies(pay(dyingAt(n), id))
      expect(unwrap(await pay(app, id)).payment).toBeTruthy()
      await drain(app)
      expect(await auditSeats(app, season.id), `crash at write ${n}`).toEqual([])
    }
  })

  it('at each write of an acceptance: a hold at most, which ends by itself', async () => {
    const season = await openSeason(app, 10)
    for (let n = 1; n <= 2; n++) {
      const { id, person } = await interviewed(app)
      expect(await dies(acceptApplication(dyingAt(n), { application: id, by: 'system' }))).toBe(true)
      expect((await fileOf(app, id)).state).toBe('interviewed')
      await releaseExpiredHolds(at(app, Date.now() + 16 * 60_000))
      expect(await findSeatOf(app, occupantKey(season.id, String(person)))).toBeNull()
    }
  })

  it('and all seats gone meanwhile: the payment waits, is shown, and takes the first seat freed', async () => {
    const season = await openSeason(app, 1)
    const { id, person } = await accepted(app)
    unwrap(await pay(app, id))
    // What cannot happen within the quarter of an hour that a payment keeps its seat for: done by hand.
    await loses(app, season.id, person)
    const other = newId()
    const until = new Date(Date.now() + 60_000)
    unwrap(await holdSeat(app, { season: season.id, person: other, until }))
    await drain(app)
    expect(await auditSeats(app, season.id)).toMatchObject([
      { code: 'payment.no-membership' },
      { code: 'payment.unsettled' },
      { code: 'application.payment' },
    ])
    await app.payload.update({ collection: SEASONS, id: season.id, data: { cap: 2 } })
    await settlePayments(at(app, Date.now() + 120_000))
    await drain(app)
    expect(await auditSeats(app, season.id)).toEqual([])
  })

  it('deliveries in any order, and twice, change nothing', async () => {
    const season = await openSeason(app, 3)
    const { id, person } = await accepted(app)
    unwrap(await pay(app, id))
    const payment = await feeOf(id)
    await Promise.all([
      followPayment(app, payment),
      followPayment(app, payment),
      confirmSeat(app, { season: season.id, person }),
      followPayment(app, payment),
    ])
    await drain(app)
    await followPayment(app, payment)
    expect(await auditSeats(app, season.id)).toEqual([])
    expect(unwrap(await ledgerOf(app).readAccount(memberAccount(person))).balance).toBe(5)
  })
})
