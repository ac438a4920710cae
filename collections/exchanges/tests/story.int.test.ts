import { beforeAll, describe, expect, it } from 'vitest'
import { rebuildProjection } from '@/collections/ts/service/repairProjection'
import { verifyLedger } from '@/collections/ts/service/verifyLedger'
import { DAY } from '@/core/clock'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { bootApp } from '@/tests/support/app'
import {
  acceptHelp,
  askHelp,
  cancelHelp,
  declineHelp,
  deliverHelp,
  evaluateHelp,
  expireExchanges,
  reconcileExchanges,
  releaseHelp,
} from '../service'
import { as, asked, crashingAt, funds, later, member, read } from './support'

let app: App
beforeAll(async () => {
  app = (await bootApp()).app
})

const good = (id: string, who: { id: string; judge: boolean }) => ({
  id,
  who,
  rating: 5,
  comment: 'Parfait.',
})
const bad = (id: string, who: { id: string; judge: boolean }) => ({
  id,
  who,
  rating: 1,
  comment: 'Rien reçu.',
})

async function accepted(amount = 5) {
  const [marie, paul] = [await member(app, amount), await member(app, 0)]
  const id = await asked(app, marie, paul, amount)
  unwrap(await acceptHelp(app, { id, who: as(paul) }))
  return { id, marie, paul }
}
async function delivered() {
  const made = await accepted()
  unwrap(await deliverHelp(app, { id: made.id, who: as(made.paul) }))
  return made
}

describe('the story', () => {
  it('asked, accepted with TS held, delivered, evaluated, settled', async () => {
    const [marie, paul] = [await member(app, 5), await member(app, 5)]
    const id = await asked(app, marie, paul)
    expect(await funds(app, marie)).toEqual([5, 0])

    expect(unwrap(await acceptHelp(app, { id, who: as(paul) })).state).toBe('accepted')
    expect(await funds(app, marie)).toEqual([5, 5])

    unwrap(await deliverHelp(app, { id, who: as(paul) }))
    expect(await funds(app, paul)).toEqual([5, 0])

    expect(unwrap(await evaluateHelp(app, good(id, as(marie)))).state).toBe('settled')
    expect(await funds(app, marie)).toEqual([0, 0])
    expect(await funds(app, paul)).toEqual([10, 0])
    expect(await read(app, id)).toMatchObject({
      state: 'settled',
      owes: 'none',
      rating: 5,
      evaluatedBy: marie.id,
    })
  })

  it('staff evaluates where the requester is silent', async () => {
    const { id, paul } = await delivered()
    expect(unwrap(await evaluateHelp(app, good(id, { id: newId(), judge: true }))).state).toBe('settled')
    expect(await funds(app, paul)).toEqual([5, 0])
  })

  it('a bad evaluation waits for staff, who gives back', async () => {
    const { id, marie, paul } = await delivered()
    expect(unwrap(await evaluateHelp(app, bad(id, as(marie)))).state).toBe('disputed')
    expect(await funds(app, marie)).toEqual([5, 5])
    expect(await releaseHelp(app, { id, who: as(marie) })).toMatchObject({ reason: 'exchange.not-your-turn' })
    unwrap(await releaseHelp(app, { id, who: { id: newId(), judge: true } }))
    expect(await read(app, id)).toMatchObject({ state: 'released', owes: 'none' })
    expect(await funds(app, marie)).toEqual([5, 0])
    expect(await funds(app, paul)).toEqual([0, 0])
  })

  it('or pays; and the requester may still make it good', async () => {
    for (const judge of ['staff', 'requester'] as const) {
      const { id, marie, paul } = await delivered()
      unwrap(await evaluateHelp(app, bad(id, as(marie))))
      const who = judge === 'staff' ? { id: newId(), judge: true } : as(marie)
      expect(unwrap(await evaluateHelp(app, good(id, who))).state).toBe('settled')
      expect(await funds(app, paul)).toEqual([5, 0])
    }
  })

  it('cancelling gives back, by either side', async () => {
    for (const side of ['marie', 'paul'] as const) {
      const made = await accepted()
      unwrap(await cancelHelp(app, { id: made.id, who: as(made[side]) }))
      expect(await read(app, made.id)).toMatchObject({
        state: 'cancelled',
        owes: 'none',
        endedBy: made[side].id,
      })
      expect(await funds(app, made.marie)).toEqual([5, 0])
    }
  })

  it('expiry gives back, and ends what nobody answered', async () => {
    const { id, marie } = await accepted()
    const silent = await asked(app, await member(app, 5), await member(app, 0))
    await expireExchanges(later(app, 13 * DAY))
    expect((await read(app, silent)).state).toBe('asked')
    await expireExchanges(later(app, 15 * DAY))
    expect((await read(app, silent)).state).toBe('expired')
    expect((await read(app, id)).state).toBe('accepted')
    await expireExchanges(later(app, 61 * DAY))
    expect(await read(app, id)).toMatchObject({ state: 'expired', owes: 'none' })
    expect(await funds(app, marie)).toEqual([5, 0])
  })

  it('once delivered, time alone takes nothing away', async () => {
    const { id, paul, marie } = await delivered()
    const muchLater = later(app, 300 * DAY)
    await expireExchanges(muchLater)
    expect((await read(app, id)).state).toBe('delivered')
    unwrap(await evaluateHelp(muchLater, good(id, as(marie))))
    expect(await funds(app, paul)).toEqual([5, 0])
  })
})

describe('asking', () => {
  it('is done once a form', async () => {
    const [marie, paul] = [await member(app, 5), await member(app, 0)]
    const formKey = newId()
    const ask = () =>
      askHelp(app, {
        who: marie,
        helper: paul.id,
        title: 'Aide',
        need: 'Un besoin',
        hours: 1,
        amount: 2,
        formKey,
      })
    const ids = (await Promise.all(Array.from({ length: 10 }, ask))).map((r) => unwrap(r).id)
    expect(new Set(ids).size).toBe(1)
  })

  it('with other words than the form was first sent with, says so', async () => {
    const [marie, paul, zoe] = [await member(app, 5), await member(app, 0), await member(app, 0)]
    const first = {
      who: marie,
      helper: paul.id,
      title: 'Aide',
      need: 'Un besoin',
      hours: 1,
      amount: 2,
      formKey: newId(),
    }
    unwrap(await askHelp(app, first))
    for (const other of [
      { helper: zoe.id },
      { title: 'Autre' },
      { need: 'Autre besoin' },
      { hours: 2 },
      { amount: 3 },
    ])
      expect(await askHelp(app, { ...first, ...other })).toMatchObject({ reason: 'exchange.already-asked' })
    expect(await askHelp(app, first)).toMatchObject({ ok: true })
  })

  it('refuses oneself, strangers and figures that are none', async () => {
    const marie = await member(app, 5)
    const ask = (more: object) =>
      askHelp(app, {
        ...{
          who: marie,
          helper: marie.id,
          title: 'Aide',
          need: 'Un besoin',
          hours: 1,
          amount: 2,
          formKey: newId(),
        },
        ...more,
      })
    expect(await ask({})).toMatchObject({ reason: 'exchange.self' })
    expect(await ask({ helper: newId() })).toMatchObject({ reason: 'exchange.helper-unavailable' })
    const paul = await member(app, 0)
    for (const amount of [0, -5, 1.5, 1_000])
      expect(await ask({ helper: paul.id, amount })).toMatchObject({ reason: 'exchange.amount-invalid' })
    expect(await ask({ helper: paul.id, hours: 0.3 })).toMatchObject({ reason: 'exchange.hours-invalid' })
  })
})

describe('a requester who lacks TS', () => {
  it('leaves the request open; a later try has a key of its own', async () => {
    const [marie, paul] = [await member(app, 2), await member(app, 0)]
    const id = await asked(app, marie, paul)
    expect(await acceptHelp(app, { id, who: as(paul) })).toMatchObject({
      ok: false,
      reason: 'exchange.short',
    })
    expect(await read(app, id)).toMatchObject({ state: 'asked', owes: 'none', attempt: 1 })
    const helped = await asked(app, await member(app, 5), marie)
    unwrap(await acceptHelp(app, { id: helped, who: as(marie) }))
    unwrap(await deliverHelp(app, { id: helped, who: as(marie) }))
    unwrap(await evaluateHelp(app, good(helped, { id: newId(), judge: true })))
    expect(unwrap(await acceptHelp(app, { id, who: as(paul) }))).toMatchObject({
      state: 'accepted',
      attempt: 2,
    })
    expect(await funds(app, marie)).toEqual([7, 5])
  })
})

describe('who has no part in it', () => {
  it('does nothing, at any step', async () => {
    const stranger = as(await member(app, 0))
    const { id } = await accepted()
    for (const verb of [acceptHelp, declineHelp, deliverHelp, cancelHelp, releaseHelp])
      expect(await verb(app, { id, who: stranger })).toMatchObject({ reason: 'exchange.not-yours' })
    expect(await evaluateHelp(app, good(id, stranger))).toMatchObject({ reason: 'exchange.not-yours' })
    expect(await acceptHelp(app, { id: newId(), who: stranger })).toMatchObject({
      reason: 'exchange.unknown',
    })
  })

  it('a judge who takes part in it does not judge', async () => {
    const { id, paul } = await delivered()
    expect(await evaluateHelp(app, good(id, as(paul, true)))).toMatchObject({
      reason: 'exchange.own-counterpart',
    })
  })
})

describe('all at once', () => {
  it('20 acceptances make one hold', async () => {
    const [marie, paul] = [await member(app, 20), await member(app, 0)]
    const id = await asked(app, marie, paul)
    const all = await Promise.all(Array.from({ length: 20 }, () => acceptHelp(app, { id, who: as(paul) })))
    expect(all.every((r) => r.ok)).toBe(true)
    expect(await funds(app, marie)).toEqual([20, 5])
    expect(await read(app, id)).toMatchObject({ state: 'accepted', attempt: 1, owes: 'none' })
  })

  it('20 evaluations pay once', async () => {
    const { id, marie, paul } = await delivered()
    const all = await Promise.all(Array.from({ length: 20 }, () => evaluateHelp(app, good(id, as(marie)))))
    expect(all.every((r) => r.ok)).toBe(true)
    expect(await funds(app, marie)).toEqual([0, 0])
    expect(await funds(app, paul)).toEqual([5, 0])
  })

  it('good and bad evaluations together: one of them holds', async () => {
    const { id, marie, paul } = await delivered()
    await Promise.all([
      evaluateHelp(app, good(id, as(marie))),
      evaluateHelp(app, bad(id, { id: newId(), judge: true })),
    ])
    const row = await read(app, id)
    const [balance] = await funds(app, paul)
    expect([row.state, balance]).toEqual(row.state === 'disputed' ? ['disputed', 0] : ['settled', 5])
  })

  it('acceptance against cancellation: nothing stays held that should not', async () => {
    for (let i = 0; i < 8; i++) {
      const [marie, paul] = [await member(app, 5), await member(app, 0)]
      const id = await asked(app, marie, paul)
      await Promise.all([
        acceptHelp(app, { id, who: as(paul) }),
        cancelHelp(app, { id, who: as(marie) }),
        acceptHelp(app, { id, who: as(paul) }),
      ])
      await reconcileExchanges(app, { olderThan: 0 })
      const row = await read(app, id)
      expect(row.owes).toBe('none')
      expect(await funds(app, marie)).toEqual(row.state === 'accepted' ? [5, 5] : [5, 0])
    }
  })

  it('five TS and ten requests accepted at once: one is', async () => {
    const marie = await member(app, 5)
    const helpers = await Promise.all(Array.from({ length: 10 }, () => member(app, 0)))
    const ids = await Promise.all(helpers.map((helper) => asked(app, marie, helper)))
    const all = await Promise.all(ids.map((id, i) => acceptHelp(app, { id, who: as(helpers[i]!) })))
    expect(all.filter((r) => r.ok)).toHaveLength(1)
    expect(all.filter((r) => !r.ok).every((r) => !r.ok && r.reason === 'exchange.short')).toBe(true)
    expect(await funds(app, marie)).toEqual([5, 5])
  })
})

describe('a crash', () => {
  it.each(['before', 'after'] as const)('%s the hold: the acceptance is finished later', async (when) => {
    const [marie, paul] = [await member(app, 5), await member(app, 0)]
    const id = await asked(app, marie, paul)
    await acceptHelp(crashingAt(app, 'hold', when), { id, who: as(paul) })
    expect(await read(app, id)).toMatchObject({ state: 'asked', owes: 'hold' })
    await reconcileExchanges(app, { olderThan: 0 })
    expect(await read(app, id)).toMatchObject({ state: 'accepted', owes: 'none' })
    expect(await funds(app, marie)).toEqual([5, 5])
  })

  it.each(['before', 'after'] as const)('%s the hold, then cancelled: the TS are free', async (when) => {
    const [marie, paul] = [await member(app, 5), await member(app, 0)]
    const id = await asked(app, marie, paul)
    await acceptHelp(crashingAt(app, 'hold', when), { id, who: as(paul) })
    unwrap(await cancelHelp(app, { id, who: as(marie) }))
    expect(await read(app, id)).toMatchObject({ state: 'cancelled', owes: 'none' })
    expect(await funds(app, marie)).toEqual([5, 0])
  })

  it.each(['before', 'after'] as const)('%s the payment: it is made once', async (when) => {
    const { id, marie, paul } = await delivered()
    const half = unwrap(await evaluateHelp(crashingAt(app, 'post', when), good(id, as(marie))))
    expect(half.state).toBe('evaluated')
    await reconcileExchanges(app, { olderThan: 0 })
    await reconcileExchanges(app, { olderThan: 0 })
    expect(await read(app, id)).toMatchObject({ state: 'settled', owes: 'none' })
    expect(await funds(app, marie)).toEqual([0, 0])
    expect(await funds(app, paul)).toEqual([5, 0])
  })

  it.each(['before', 'after'] as const)('%s the release: the TS are freed later', async (when) => {
    const { id, marie } = await accepted()
    unwrap(await cancelHelp(crashingAt(app, 'void', when), { id, who: as(marie) }))
    expect(await read(app, id)).toMatchObject({ state: 'cancelled', owes: 'void' })
    await reconcileExchanges(app, { olderThan: 0 })
    expect((await read(app, id)).owes).toBe('none')
    expect(await funds(app, marie)).toEqual([5, 0])
  })
})

it('the ledger is right after all this', async () => {
  // What crashed programs had still to project is projected again, as the repair job does.
  await rebuildProjection(app)
  expect((await verifyLedger(app)).findings).toEqual([])
})
