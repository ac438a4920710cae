import { afterAll, beforeAll, expect, it } from 'vitest'
import { EXCHANGES } from '@/collections/exchanges/contract'
import { askHelp } from '@/collections/exchanges/service'
import { POOL } from '@/collections/ts/contract'
import { ledgerOf, projectorOf } from '@/collections/ts/service/ledgerOf'
import { memberAccount } from '@/collections/ts/service/openMemberAccount'
import { openPool } from '@/collections/ts/service/openPool'
import { findBalances, readBalanceOf } from '@/collections/ts/service/readBalance'
import { rebuildProjection } from '@/collections/ts/service/repairProjection'
import { verifyLedger } from '@/collections/ts/service/verifyLedger'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { EVENTS } from '@/hooks/runtime/collections'
import { APPLICATIONS, MEMBERSHIPS, WAITING } from '@/plugins/capped-membership/contract'
import {
  acceptApplication,
  auditSeats,
  holdSeat,
  inviteWaiting,
  recordPayment,
  requestDeparture,
} from '@/plugins/capped-membership/service'
import { countSeats } from '@/plugins/capped-membership/service/countSeats'
import { firstInLine } from '@/plugins/capped-membership/service/line/rows'
import { todayOf } from '@/plugins/capped-membership/service/readCounter'
import { asVisitor } from '../factories/people'
import { bootApp } from '../support/app'
import { serve, type TestServer } from '../support/http'
import { makeMember, prepare } from './child/prepare'
import { tally } from './child/together'
import { manyApplicants } from './manyApplicants'

/*
 * Many at once through the whole program: the rules of the ledger and of the seats under race have tests of their
 * own (collections/ts/tests/stores, plugins/capped-membership/tests/seats); here it is what follows from them.
 */

let app: App
let server: TestServer
beforeAll(async () => {
  app = (await bootApp()).app
  await openPool(app)
  server = await serve(app)
})
afterAll(() => server.stop())

const balanceOf = async (person: string) =>
  unwrap(await ledgerOf(app).readAccount(memberAccount(person))).balance
const count = async (
  collection: 'mails' | typeof EVENTS | typeof EXCHANGES | typeof APPLICATIONS,
  where: object,
) => (await app.payload.db.count({ collection, where: where as never })).totalDocs
/** What earlier tests left unprojected (programs that died) is projected first, as the job does. */
async function ledgerIsClean(): Promise<void> {
  await rebuildProjection(app)
  expect((await verifyLedger(app)).findings).toEqual([])
}

it('200 awards to one member at once: 200 TS, each announced once and shown', {
  timeout: 120_000,
}, async () => {
  const person = await makeMember(app)
  const keys = Array.from({ length: 200 }, () => `award:${newId()}`)
  const give = (key: string) =>
    ledgerOf(app).transfer({
      actor: 'system',
      key,
      debit: POOL,
      credit: memberAccount(person),
      amount: 1,
      code: 'award',
    })
  // Each asked twice at once: an award is one, however often its request arrives.
  expect(await tally([...keys, ...keys].map(give))).toEqual({ ok: 400, refused: {} })
  expect(await balanceOf(person)).toBe(200)
  expect(await drain(app, { timeoutMs: 60_000 })).toBe(true)
  const events = keys.map((key) => `ts.recorded:system:transfer:${key}`)
  expect(await count(EVENTS, { key: { in: events } })).toBe(200)
  await ledgerIsClean()
  expect(await readBalanceOf(app, person)).toMatchObject({ balance: 200 })
})

it('5 TS, 20 helpers who all press “accept” twice at once: exactly one holds them', {
  timeout: 120_000,
}, async () => {
  const requester = await makeMember(app)
  unwrap(
    await ledgerOf(app).transfer({
      actor: 'system',
      key: `gift:${newId()}`,
      debit: POOL,
      credit: memberAccount(requester),
      amount: 5,
    }),
  )
  const { person: who } = await asVisitor(app, requester)
  const asked = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const helper = await makeMember(app)
      const { id } = unwrap(
        await askHelp(app, {
          who,
          helper,
          title: 'Relire un devis',
          need: 'Deux pages.',
          hours: 3,
          amount: 5,
          formKey: newId(),
        }),
      )
      const browser = server.as((await asVisitor(app, helper)).token)
      return { id, press: () => browser.post(`/entraide/${id}/accepter`) }
    }),
  )
  const answers = await Promise.all([...asked, ...asked].map(({ press }) => press()))
  // Each is sent back to its page, which says what became of it: never an error.
  expect([...new Set(answers.map((a) => a.status))]).toEqual([303])
  await drain(app, { timeoutMs: 60_000 })
  const ids = { id: { in: asked.map(({ id }) => id) } }
  expect(await count(EXCHANGES, { and: [ids, { state: { equals: 'accepted' } }] })).toBe(1)
  expect(await count(EXCHANGES, { and: [ids, { state: { equals: 'asked' } }] })).toBe(19)
  expect(unwrap(await ledgerOf(app).readAccount(memberAccount(requester)))).toMatchObject({
    balance: 5,
    heldOut: 5,
  })
  await ledgerIsClean()
})

it('1,000 accepted at once on 120 seats, who all pay twice at once: 120 members with 5 TS and one welcome', {
  timeout: 300_000,
}, async () => {
  const { season } = await prepare(app, { cap: 120, founders: 0 })
  const people = await manyApplicants(app, season, 1_000)
  const by = 'system' as const
  const decided = await tally(people.map(({ application }) => acceptApplication(app, { application, by })))
  expect(decided).toEqual({ ok: 1_000, refused: {} })
  // Who took a seat a moment too early, while others waited, gave it back: the line has it next.
  expect(await drain(app, { timeoutMs: 240_000 })).toBe(true)
  expect((await countSeats(app, season)).counts).toMatchObject({ held: 120, free: 0 })

  const pay = ({ application }: { application: string }) =>
    recordPayment(app, { application, cents: 500, method: 'cash', receivedOn: todayOf(app), by })
  const paid = await tally([...people, ...people].map(pay))
  expect(paid).toEqual({ ok: 240, refused: { 'payment.not-accepted': 1_760 } })
  expect(await drain(app, { timeoutMs: 120_000 })).toBe(true)

  expect(await auditSeats(app, season)).toEqual([])
  expect((await countSeats(app, season)).counts).toMatchObject({ confirmed: 120, held: 0, free: 0 })
  const ids = people.map(({ person }) => person)
  const welcomed = { and: [{ person: { in: ids } }, { template: { equals: 'membership.welcome' } }] }
  expect(await count('mails', welcomed)).toBe(120)
  await ledgerIsClean()
  await projectorOf(app).flush()
  const shown = await findBalances(app, { key: { in: ids.map(memberAccount) } }, 'key', 1_000)
  expect(shown.filter(({ balance }) => balance === 5)).toHaveLength(120)
  expect(shown.filter(({ balance }) => balance !== 5 && balance !== 0)).toEqual([])
})

it('1,000 accepted at once for the last 20 seats, who all pay twice at once, and half of whom leave: no seat too many, the line in order', {
  timeout: 300_000,
}, async () => {
  const { season } = await prepare(app, { cap: 120, founders: 0 })
  const by = 'system' as const
  const until = new Date(app.clock.now().getTime() + 86_400_000)
  for (let i = 0; i < 100; i++) unwrap(await holdSeat(app, { season, person: newId(), until }))
  const people = await manyApplicants(app, season, 1_000)
  const decided = await tally(people.map(({ application }) => acceptApplication(app, { application, by })))
  expect(decided).toEqual({ ok: 1_000, refused: {} })
  expect(await drain(app, { timeoutMs: 240_000 })).toBe(true)
  expect((await countSeats(app, season)).counts).toMatchObject({ held: 120, free: 0 })
  expect(await auditSeats(app, season)).toEqual([])
  const inState = (state: string) =>
    count(APPLICATIONS, { and: [{ season: { equals: season } }, { state: { equals: state } }] })
  expect([await inState('accepted'), await inState('waiting')]).toEqual([20, 980])

  const pay = ({ application }: { application: string }) =>
    recordPayment(app, { application, cents: 500, method: 'cash', receivedOn: todayOf(app), by })
  expect(await tally([...people, ...people].map(pay))).toEqual({
    ok: 40,
    refused: { 'payment.not-accepted': 1_960 },
  })
  expect(await drain(app, { timeoutMs: 120_000 })).toBe(true)

  // Ten of them want their money back, each by two ways at once, while four processes look after the line.
  const line = await firstInLine(app, season, 10)
  const ids = people.map(({ person }) => person)
  const { docs: members } = await app.payload.db.find<{ id: string; person: string }>({
    collection: MEMBERSHIPS,
    where: { season: { equals: season } },
    sort: 'id',
    limit: 10,
    pagination: false,
  })
  const leave = ({ person }: { person: string }) =>
    requestDeparture(app, { person, channel: 'phone', reason: 'time', by })
  const asked = await Promise.all([
    tally([...members, ...members].map(leave)),
    ...Array.from({ length: 4 }, () => inviteWaiting(app, season)),
  ])
  expect(asked[0]).toEqual({ ok: 20, refused: {} })
  expect(await drain(app, { timeoutMs: 120_000 })).toBe(true)
  expect(await auditSeats(app, season)).toEqual([])
  expect((await countSeats(app, season)).counts).toMatchObject({ confirmed: 10, held: 110, free: 0 })
  const told = { and: [{ person: { in: ids } }, { template: { equals: 'membership.departure' } }] }
  expect(await count('mails', told)).toBe(10)
  // Those who were first in line, and nobody else.
  const { docs: turned } = await app.payload.db.find<{ id: string; person: string }>({
    collection: WAITING,
    where: { and: [{ season: { equals: season } }, { state: { equals: 'invited' } }] },
    pagination: false,
  })
  expect(new Set(turned.map((row) => row.person))).toEqual(new Set(line.map((row) => row.person)))
  const gone = members.map(({ person }) => memberAccount(person))
  await projectorOf(app).flush()
  expect((await findBalances(app, { key: { in: gone } }, 'key', 100)).map((b) => b.balance)).toEqual(
    Array.from({ length: 10 }, () => 0),
  )
  await ledgerIsClean()
})
