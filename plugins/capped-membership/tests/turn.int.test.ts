import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeStanding, readContacts } from '@/collections/members/service'
import { findStanding } from '@/collections/members/service/changeStanding'
import { addDays, startOfDay } from '@/core/dates'
import { unwrap } from '@/core/result'
import { type App, compareAndSet, insertOnce } from '@/hooks'
import { drain, runJob } from '@/hooks/runtime'
import { asVisitor } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { dies, dying } from '@/tests/support/dying'
import { serve, type TestServer } from '@/tests/support/http'
import { MEMBERSHIPS } from '../contract'
import { occupantKey, renewalFileKey } from '../domain/keys'
import { dueStanding } from '../domain/seasonTurn'
import { auditSeats, submitApplication } from '../service'
import { countSeats } from '../service/countSeats'
import { declineRenewal } from '../service/renewal/declineRenewal'
import { keepAllSeats, keepSeats } from '../service/renewal/keepSeats'
import { remindMembers } from '../service/renewal/remindMembers'
import { findRound } from '../service/renewal/renewalRows'
import { renewMembership } from '../service/renewal/renewMembership'
import { settleStanding, settleStandings } from '../service/renewal/settleStandings'
import { findApplicationByKey, findMembership, findSeatOf, type SeasonRow } from '../service/rows'
import { day, type Member, memberOf, membersOf, setDays, twoSeasons } from './renewalSupport'
import { at, newApplication, openSeason, pay } from './support'

let app: App
let server: TestServer
beforeAll(async () => {
  ;({ app } = await bootApp())
  server = await serve(app)
})
afterAll(() => server.stop())

const standingOf = async (person: string) => (await readContacts(app, [person])).get(person)?.standing
const mailsTo = async (member: Member, prefix = 'membership.') =>
  (
    await app.payload.db.find<{ id: string; template: string }>({
      collection: 'mails',
      where: { to: { equals: member.email } },
      sort: 'id',
      pagination: false,
    })
  ).docs
    .map((mail) => mail.template)
    .filter((template) => template.startsWith(prefix))

/** Pays the next season for a member, to the end. */
async function paidNext(member: Member, next: SeasonRow): Promise<void> {
  unwrap(await renewMembership(app, { person: member.id, season: next.id }))
  const file = await findApplicationByKey(app, renewalFileKey(member.id, next.id))
  unwrap(await pay(app, String(file?.id)))
  await drain(app)
}

describe('when a season is over', () => {
  it('its members have some days, then no access; each is told once, and their history stays', async () => {
    const { old } = await twoSeasons(app)
    const member = await memberOf(app, old, 1)
    const browser = server.as((await asVisitor(app, member.id)).token)
    await setDays(app, old, { endsOn: day(app, 1) })
    await settleStandings(app)
    expect(await standingOf(member.id)).toBe('active')

    await setDays(app, old, { endsOn: day(app, 0) })
    await settleStandings(app)
    await drain(app)
    expect(await standingOf(member.id)).toBe('grace')
    expect((await browser.get('/aujourdhui')).status).toBe(200)
    expect(await mailsTo(member)).toEqual(['membership.season-over'])

    await setDays(app, old, { endsOn: day(app, -29) })
    await settleStandings(app)
    expect(await standingOf(member.id)).toBe('grace')
    await setDays(app, old, { endsOn: day(app, -30) })
    await settleStandings(app)
    await settleStandings(app)
    await drain(app)
    expect(await standingOf(member.id)).toBe('lapsed')
    expect((await browser.get('/aujourdhui')).status).toBe(403)
    expect(await mailsTo(member)).toEqual(['membership.season-over', 'membership.lapsed'])
    expect(await (await browser.get('/moi/adhesion')).text()).toContain('Saison A')
  })

  it('follows the association’s midnight to the millisecond, on the nights clocks change too', async () => {
    const { old } = await twoSeasons(app)
    for (const endsOn of ['2031-01-01', '2031-03-30', '2031-10-26']) {
      const season = await setDays(app, old, { endsOn })
      const member = await memberOf(app, season, 0)
      const midnight = startOfDay(endsOn).getTime()
      expect(await settleStanding(at(app, midnight - 1), member.id)).toBe(false)
      expect(await settleStanding(at(app, midnight), member.id)).toBe(true)
      expect(await standingOf(member.id)).toBe('grace')
      const over = startOfDay(addDays(endsOn, 30)).getTime()
      expect(await settleStanding(at(app, over - 1), member.id)).toBe(false)
      expect(await settleStanding(at(app, over), member.id)).toBe(true)
      expect(await standingOf(member.id)).toBe('lapsed')
    }
  })

  it('leaves alone whoever has paid the next one, is suspended, or never had a membership', async () => {
    const { old, next } = await twoSeasons(app)
    const loyal = await memberOf(app, old, 1)
    const out = await memberOf(app, old, 2)
    await paidNext(loyal, next)
    const until = new Date(Date.now() + 3_600_000)
    const change = { person: out.id, from: ['active'] as const, reason: 'x', actor: 'test' }
    unwrap(await changeStanding(app, { ...change, to: 'suspended', until }))
    await setDays(app, old, { endsOn: day(app, -3) })
    const revs = async () => (await findStanding(app, loyal.id))?.rev
    const before = await revs()
    await settleStandings(app)
    await drain(app)
    expect(await standingOf(loyal.id)).toBe('active')
    // Not even for a moment: nothing was written.
    expect(await revs()).toBe(before)
    expect(await standingOf(out.id)).toBe('suspended')
    // The suspension over, what is due meanwhile holds.
    const later = at(app, until.getTime() + 1)
    await settleStanding(later, out.id)
    expect((await findStanding(app, out.id))?.standing).toBe('grace')
    expect(await mailsTo(loyal, 'membership.season')).toEqual([])
  })

  it('paid late: back from grace, and from having lapsed while seats are kept', async () => {
    for (const ago of [5, 40]) {
      const { old, next } = await twoSeasons(app)
      const member = await memberOf(app, old, 1)
      await setDays(app, old, { endsOn: day(app, -ago) })
      await settleStandings(app)
      expect(await standingOf(member.id)).toBe(ago === 5 ? 'grace' : 'lapsed')
      await paidNext(member, next)
      expect(await standingOf(member.id)).toBe('active')
      await settleStandings(app)
      expect(await standingOf(member.id)).toBe('active')
    }
  })

  it('paid at the very moment it is over: active in the end, whichever came first', {
    timeout: 120_000,
  }, async () => {
    const { old, next } = await twoSeasons(app, { cap: 8 })
    const members = await membersOf(app, old, 8)
    const files: string[] = []
    for (const member of members) {
      unwrap(await renewMembership(app, { person: member.id, season: next.id }))
      files.push(String((await findApplicationByKey(app, renewalFileKey(member.id, next.id)))?.id))
    }
    await setDays(app, old, { endsOn: day(app, 0) })
    await Promise.all([
      ...files.map((file) => pay(app, file)),
      settleStandings(app),
      drain(app),
      ...members.map(({ id }) => settleStanding(app, id)),
    ])
    await drain(app)
    for (const { id } of members) expect(await standingOf(id)).toBe('active')
  })

  it('run by two at once, and cut at each write, it ends the same', { timeout: 120_000 }, async () => {
    const { old } = await twoSeasons(app)
    const members = await membersOf(app, old, 4)
    await setDays(app, old, { endsOn: day(app, -2) })
    let cut = 0
    for (let n = 1; n <= 3; n++) if (await dies(settleStandings(dying(app, n)))) cut++
    expect(cut).toBeGreaterThan(0)
    await Promise.all([settleStandings(app), settleStandings(app), settleStandings(app)])
    await drain(app)
    for (const member of members) {
      expect(await standingOf(member.id)).toBe('grace')
      expect(await mailsTo(member)).toEqual(['membership.season-over'])
    }
  })

  it('as days pass, a standing is what memberships say, whatever was paid and ended', {
    timeout: 120_000,
  }, async () => {
    const { old, next } = await twoSeasons(app)
    const member = await memberOf(app, old, 1)
    await setDays(app, old, { endsOn: '2030-06-01' })
    await setDays(app, next, { endsOn: '2031-06-01' })
    const key = `${member.id}:${next.id}`
    const row = await findMembership(app, member.id, old.id)
    // Two seasons, the second of which is ended and given back: each day is what its memberships say.
    for (const confirmed of [true, false]) {
      if (confirmed)
        await insertOnce(app, MEMBERSHIPS, {
          ...row,
          id: undefined,
          key,
          season: next.id,
          state: 'confirmed',
        })
      else await compareAndSet(app, MEMBERSHIPS, { key: { equals: key } }, { state: 'ended' })
      const terms = [{ endsOn: '2030-06-01' }, ...(confirmed ? [{ endsOn: '2031-06-01' }] : [])]
      for (const today of ['2030-05-31', '2030-06-01', '2030-06-30', '2030-07-01', '2031-05-31']) {
        await settleStanding(at(app, startOfDay(today)), member.id)
        const due = dueStanding(terms, today, 30)
        const now = await standingOf(member.id)
        expect(now, `${today}, ${confirmed}`).toBe(due === 'grace' && now === 'lapsed' ? 'lapsed' : due)
      }
    }
  })

  it('who comes back later applies anew, and keeps what they had', async () => {
    const { old } = await twoSeasons(app)
    const member = await memberOf(app, old, 1, { name: 'Ghislaine Retour' })
    await setDays(app, old, { endsOn: day(app, -60) })
    await settleStandings(app)
    const now = await openSeason(app, 5)
    const visitor = (await asVisitor(app, member.id)).person
    const { application } = unwrap(await submitApplication(app, newApplication({ who: visitor })))
    await drain(app)
    expect(application).toBeTruthy()
    expect(await standingOf(member.id)).toBe('applicant')
    expect(await findMembership(app, member.id, old.id)).toMatchObject({ state: 'confirmed' })
    expect(now.id).not.toBe(old.id)
  })
})

describe('reminders', () => {
  it('come once each, before and after, to who has not answered', async () => {
    const { old, next } = await twoSeasons(app)
    const silent = await memberOf(app, old, 1)
    const [renewing, declining, gone] = await Promise.all([
      memberOf(app, old, 2),
      memberOf(app, old, 3),
      memberOf(app, old, 4),
    ])
    await keepAllSeats(app)
    unwrap(await renewMembership(app, { person: renewing.id, season: next.id }))
    unwrap(await declineRenewal(app, { person: declining.id, season: next.id }))
    const left = {
      person: gone.id,
      to: 'left' as const,
      from: ['active'] as const,
      reason: 'x',
      actor: 'test',
    }
    unwrap(await changeStanding(app, left))
    await drain(app)
    const reminders = (member: Member) => mailsTo(member, 'membership.renewal-reminder')
    for (const [ends, expected] of [
      [31, 0],
      [30, 1],
      [20, 1],
      [7, 2],
      [1, 2],
      [0, 2],
      [-7, 3],
    ] as const) {
      await setDays(app, old, { endsOn: day(app, ends) })
      await Promise.all([remindMembers(app), remindMembers(app)])
      await remindMembers(app)
      expect(await reminders(silent), `${ends} days`).toHaveLength(expected)
    }
    for (const member of [renewing, declining, gone]) expect(await reminders(member)).toEqual([])
  })

  it('wait until one can renew, and are none where staff wants none', async () => {
    const { old, next } = await twoSeasons(app, { ends: 20 })
    const member = await memberOf(app, old, 1)
    await setDays(app, next, { renewalOpensOn: day(app, 1) })
    await remindMembers(app)
    expect(await mailsTo(member)).toEqual([])
    await setDays(app, next, { renewalOpensOn: day(app, 0) })
    const set = (remindFirstDays: number) =>
      app.payload.updateGlobal({ slug: 'capped-membership-settings', data: { remindFirstDays } })
    await set(0)
    await remindMembers(app)
    expect(await mailsTo(member)).toEqual([])
    await set(30)
    await remindMembers(app)
    expect(await mailsTo(member)).toEqual(['membership.renewal-reminder'])
  })

  it('cut between one and the next, then sent to each once', async () => {
    const { old } = await twoSeasons(app, { ends: 25 })
    const members = await membersOf(app, old, 3)
    const cut = new AbortController()
    const dying = {
      ...app,
      call: async (...ask: Parameters<App['call']>) => {
        cut.abort()
        return app.call(...ask)
      },
    } as App
    expect(await remindMembers(dying, cut.signal)).toBe(1)
    await remindMembers(app)
    for (const member of members) expect(await mailsTo(member)).toEqual(['membership.renewal-reminder'])
  })
})

describe('a crash', () => {
  it('at each write of keeping seats: kept again, each has one', { timeout: 120_000 }, async () => {
    const { old, next } = await twoSeasons(app, { cap: 6 })
    const members = await membersOf(app, old, 3)
    let crashes = 0
    for (let n = 1; n <= 7; n++) if (await dies(keepSeats(dying(app, n), next))) crashes++
    expect(crashes).toBeGreaterThan(3)
    await keepSeats(app, next)
    expect((await findRound(app, next.id))?.until).toBe(day(app, 20))
    for (const { id, seat } of members)
      expect(await findSeatOf(app, occupantKey(next.id, id))).toMatchObject({ number: seat, state: 'held' })
    expect((await countSeats(app, next.id)).counts).toMatchObject({ held: 3, free: 3 })
  })

  it('at each write of renewing: what was decided is completed, what was not is asked again', {
    timeout: 120_000,
  }, async () => {
    const { old, next } = await twoSeasons(app, { cap: 20 })
    for (let n = 1; n <= 9; n++) {
      const member = await memberOf(app, old, n)
      const ask = { person: member.id, season: next.id }
      await dies(renewMembership(dying(app, n), ask))
      await drain(app)
      unwrap(await renewMembership(app, ask))
      await drain(app)
      expect(await findSeatOf(app, occupantKey(next.id, member.id)), `write ${n}`).toMatchObject({
        state: 'held',
      })
      const file = await findApplicationByKey(app, renewalFileKey(member.id, next.id))
      unwrap(await pay(app, String(file?.id)))
      await drain(app)
      expect(await findMembership(app, member.id, next.id)).toMatchObject({ state: 'confirmed' })
      expect(await mailsTo(member)).toEqual(['membership.renewal-due', 'membership.renewed'])
    }
    expect(await auditSeats(app, next.id)).toEqual([])
  })

  it('the jobs run, and run again', async () => {
    for (const job of ['renewals.keep', 'renewals.remind', 'members.turn'])
      for (let i = 0; i < 2; i++) await runJob(app, job)
  })
})
