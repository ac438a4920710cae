import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { START } from '@/collections/tasks/contract'
import { taskOf } from '@/collections/tasks/service'
import { findTask } from '@/collections/tasks/service/rows'
import { runTasks } from '@/collections/tasks/service/runTasks'
import { addDays } from '@/core/dates'
import { newId } from '@/core/ids'
import type { Person, RoleGrant, Standing } from '@/core/person'
import { type Result, unwrap } from '@/core/result'
import { type App, compareAndSet } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { dies, dying } from '@/tests/support/dying'
import { type Browser, serve, type TestServer } from '@/tests/support/http'
import { SEASONS } from '../contract'
import { type NextSeason, nextSeasonOf } from '../domain/rollover/nextSeason'
import { auditSeats } from '../service'
import { countSeats } from '../service/countSeats'
import { declineRenewal } from '../service/renewal/declineRenewal'
import { keepAllSeats } from '../service/renewal/keepSeats'
import { findRound, renewalsOf } from '../service/renewal/renewalRows'
import { renewMembership } from '../service/renewal/renewMembership'
import { setEnd } from '../service/rollover/makeSeason'
import { readRollover, readRolloverFigures } from '../service/rollover/readRollover'
import { rolloverTask } from '../service/rollover/rolloverTask'
import { startRollover } from '../service/rollover/startRollover'
import { allSeasons, findSeason, findSeatOf, type SeasonRow } from '../service/rows'
import { day, memberOf, membersOf } from './renewalSupport'
import { openSeason } from './support'

let app: App
let server: TestServer
let by: Person
const SETTINGS: RoleGrant[] = [{ role: 'staff', area: 'settings' }]

beforeAll(async () => {
  app = (await bootApp()).app
  server = await serve(app)
  by = (await asker('prospect', SETTINGS)).person
})
afterAll(() => server.stop())

async function asker(standing: Standing, grants: RoleGrant[]): Promise<{ person: Person; browser: Browser }> {
  const { id } = await makePerson(app, { standing, grants })
  const { person, token } = await asVisitor(app, id)
  return { person, browser: server.as(token) }
}
const reason = (result: Result<unknown>) => (result.ok ? null : result.reason)

/** A season that has begun, and ends so many days from now; none where null. */
const season = (cap: number, ends: number | null, more: Partial<SeasonRow> = {}) =>
  openSeason(app, cap, {
    opensOn: day(app, -300),
    titleFr: 'Saison 2026',
    titleEn: '2026 season',
    name: `2026-${newId()}`,
    ...(ends === null ? {} : { endsOn: day(app, ends) }),
    ...more,
  })

/** The next season, its renewals open since yesterday, unless told otherwise. */
const nextOf = (from: SeasonRow, more: Partial<NextSeason> = {}): NextSeason => ({
  ...nextSeasonOf(from),
  name: `2027-${newId()}`,
  opensOn: day(app, 20),
  renewalOpensOn: day(app, -1),
  renewalClosesOn: '',
  closesOn: '',
  endsOn: day(app, 400),
  ...more,
})
const start = (from: SeasonRow, more: Partial<NextSeason> = {}, of: App = app) =>
  startRollover(of, { from: from.id, make: nextOf(from, more), ends: day(app, 20), by })

async function rolled(from: SeasonRow, more: Partial<NextSeason> = {}) {
  const { task } = unwrap(await start(from, more))
  await runTasks(app)
  await drain(app)
  return result(task)
}
async function result(task: string) {
  const row = await findTask(app, task)
  const { next } = JSON.parse(row?.input ?? '{}') as { next: string }
  const counts = JSON.parse(row?.counts ?? '{}') as Record<string, number>
  return { next, state: row?.state, done: row?.done, total: row?.total, counts }
}
const standingsOf = async (people: readonly string[]): Promise<string[]> =>
  (
    await app.payload.db.find<{ id: string; standing: string }>({
      collection: 'standings',
      where: { person: { in: [...people] } },
      limit: 0,
    })
  ).docs
    .map((row) => row.standing)
    .sort()

describe('the passage to the next season', () => {
  it('makes it with this one’s settings, keeps each member’s seat, and is done once, whoever asks', async () => {
    const from = await season(5, 20, { feeCents: 700, staffTakesSeats: true })
    const members = await membersOf(app, from, 3)
    const begun = await Promise.all([start(from), start(from, { cap: 9 }), start(from)])
    expect(new Set(begun.map((b) => unwrap(b).task)).size).toBe(1)
    await Promise.all([runTasks(app), runTasks(app)])
    await drain(app)
    const done = await result(unwrap(begun[0] as (typeof begun)[number]).task)
    expect(done).toMatchObject({ state: 'done', done: 3, total: 3, counts: { season: 1, seated: 3 } })
    const followers = (await allSeasons(app)).filter((s) => s.renews === from.id)
    expect(followers).toMatchObject([
      { id: done.next, titleFr: 'Saison 2027', feeCents: 700, state: 'open', staffTakesSeats: true },
    ])
    // Each the number they had, and the round is noted, so that the job has nothing left to do.
    for (const { id, seat } of members)
      expect(await findSeatOf(app, `${done.next}:${id}`)).toMatchObject({ number: seat, state: 'held' })
    expect(await findRound(app, done.next)).not.toBeNull()
    expect((await countSeats(app, done.next)).counts).toMatchObject({
      held: 3,
      free: (followers[0]?.cap ?? 0) - 3,
    })
    // Asked again later, it is the same.
    expect(unwrap(await start(from))).toMatchObject({ already: true })
    await runTasks(app)
    expect((await allSeasons(app)).filter((s) => s.renews === from.id)).toHaveLength(1)
    expect(await auditSeats(app, done.next)).toEqual([])
  })

  it('cut at any write and gone on with ends the same', { timeout: 120_000 }, async () => {
    let died = 0
    for (let write = 1; write < 80; write += 3) {
      const from = await season(3, null)
      await membersOf(app, from, 2)
      const make = nextOf(from)
      const ask = { from: from.id, make, ends: day(app, 20), by }
      const cut = dying(app, write)
      const over = !(await dies(
        (async () => {
          unwrap(await startRollover(cut, ask))
          await runTasks(cut)
        })(),
      ))
      if (!over) died++
      unwrap(await startRollover(app, ask))
      await runTasks(app)
      await drain(app)
      const task = await taskOf(app, 'membership.rollover', from.id)
      const done = await result(task?.id ?? '')
      expect(done, `cut at ${write}`).toMatchObject({
        state: 'done',
        done: 2,
        total: 2,
        counts: { season: 1, seated: 2 },
      })
      expect((await allSeasons(app)).filter((s) => s.renews === from.id)).toHaveLength(1)
      expect((await countSeats(app, done.next)).counts).toMatchObject({ held: 2, free: 1 })
      expect(await findSeason(app, from.id)).toMatchObject({ endsOn: day(app, 20), closesOn: day(app, 20) })
      if (over) break
    }
    expect(died).toBeGreaterThan(4)
  })

  it('settles who is out once the season is over, and leaves alone who has gone on', async () => {
    const from = await season(6, -1)
    const members = await membersOf(app, from, 3)
    const elsewhere = await openSeason(app, 3, { opensOn: day(app, -5), endsOn: day(app, 300) })
    await compareAndSet(app, SEASONS, { id: { equals: from.id } }, { state: 'open' })
    const [stays] = members
    if (stays) await memberOf(app, elsewhere, 1, { as: stays.id })
    const done = await rolled(from, { opensOn: day(app, 1) })
    expect(done).toMatchObject({ state: 'done', counts: { seated: 3, grace: 2 } })
    expect(await standingsOf(members.map((m) => m.id))).toEqual(['active', 'grace', 'grace'])
    const late = await season(6, -40)
    const gone = await membersOf(app, late, 2)
    expect((await rolled(late, { opensOn: day(app, 1) })).counts).toMatchObject({ lapsed: 2 })
    expect(await standingsOf(gone.map((m) => m.id))).toEqual(['lapsed', 'lapsed'])
  })

  it('leaves to the jobs what is for a later day', async () => {
    const from = await season(4, 60)
    const [member] = await membersOf(app, from, 1)
    const done = await rolled(from, { opensOn: day(app, 60), renewalOpensOn: day(app, 30) })
    expect(done).toMatchObject({ state: 'done', done: 0, total: null, counts: { season: 1 } })
    expect(await findSeatOf(app, `${done.next}:${member?.id}`)).toBeNull()
    expect(await findRound(app, done.next)).toBeNull()
  })

  it('follows with the season there is already, in preparation or not, and changes nothing of it', async () => {
    const from = await season(4, 20)
    const [member] = await membersOf(app, from, 1)
    const there = await openSeason(app, 7, {
      opensOn: day(app, 20),
      renews: from.id,
      renewalOpensOn: day(app, -1),
      state: 'draft',
    })
    await compareAndSet(app, SEASONS, { id: { equals: from.id } }, { state: 'open' })
    const done = await rolled(from, { cap: 1 })
    expect(done).toMatchObject({ next: there.id, state: 'done', counts: { seated: 1 } })
    expect(await findSeason(app, there.id)).toMatchObject({ state: 'open', cap: 7 })
    expect(await findSeatOf(app, `${there.id}:${member?.id}`)).toMatchObject({ state: 'held' })
  })

  it('leaves one that is closed as it is, keeps no seat in it, and does not say otherwise', async () => {
    const from = await season(4, 20)
    const [member] = await membersOf(app, from, 1)
    const there = await openSeason(app, 7, { opensOn: day(app, 20), renews: from.id })
    const days = { state: 'closed' as const, renewalOpensOn: day(app, -1) }
    await compareAndSet(app, SEASONS, { id: { equals: there.id } }, days)
    await compareAndSet(app, SEASONS, { id: { equals: from.id } }, { state: 'open' })
    const { browser } = await asker('prospect', SETTINGS)
    const review = await (await browser.post(`/bureau/saisons/${from.id}/suivante`, {})).text()
    expect(review).toContain('finit')
    expect(review).not.toMatch(/montrée au public|est gardée à chaque/)
    await rolled(from)
    expect(await findSeason(app, there.id)).toMatchObject({ state: 'closed' })
    expect(await findSeatOf(app, `${there.id}:${member?.id}`)).toBeNull()
  })

  it('goes on as it began when renewals open half-way: the job then keeps a seat for each', {
    timeout: 120_000,
  }, async () => {
    const from = await season(25, -3)
    const members = await membersOf(app, from, 25)
    const { task } = unwrap(await start(from, { renewalOpensOn: day(app, 1) }))
    const next = (await result(task)).next
    const { step } = rolloverTask
    const input = JSON.parse((await findTask(app, task))?.input ?? '{}')
    const ask = (cursor: string) => step(app, { task, input, cursor, by })
    const first = unwrap(await ask(unwrap(await ask(START)).next ?? ''))
    await compareAndSet(app, SEASONS, { id: { equals: next } }, { renewalOpensOn: day(app, -1) })
    for (let cursor = first.next; cursor !== null; ) cursor = unwrap(await ask(cursor)).next
    expect(await findRound(app, next)).toBeNull()
    await keepAllSeats(app)
    for (const { id } of members)
      expect(await findSeatOf(app, `${next}:${id}`)).toMatchObject({ state: 'held' })
    await runTasks(app)
  })

  it('never takes the place of an end that somebody set meanwhile', async () => {
    const from = await season(2, null)
    await compareAndSet(app, SEASONS, { id: { equals: from.id } }, { endsOn: day(app, 50) })
    await setEnd(app, from, day(app, 5))
    expect(await findSeason(app, from.id)).toMatchObject({ endsOn: day(app, 50) })
  })

  it('keeps a seat for those in longest where there are fewer seats than members, page by page', {
    timeout: 120_000,
  }, async () => {
    const from = await season(25, 20)
    const members = await membersOf(app, from, 25)
    const done = await rolled(from, { cap: 22 })
    expect(done).toMatchObject({ done: 25, counts: { seated: 22 } })
    const without = []
    for (const { id } of members) if (!(await findSeatOf(app, `${done.next}:${id}`))) without.push(id)
    expect(without).toEqual(members.slice(22).map((m) => m.id))
    for (const { id } of members) expect(await renewalsOf(app, id)).toMatchObject([{ season: done.next }])
  })

  it('is refused where it makes no sense, and begins nothing', async () => {
    const from = await season(2, null)
    for (const [more, expected] of [
      [{ cap: 0 }, 'rollover.cap'],
      [{ name: '' }, 'rollover.name-missing'],
      [{ renewalOpensOn: day(app, 21) }, 'rollover.renewal-after-opening'],
    ] as const)
      expect(reason(await start(from, more))).toBe(expected)
    const ask = { from: from.id, make: nextOf(from), by }
    expect(reason(await startRollover(app, { ...ask, ends: '' }))).toBe('rollover.end-missing')
    expect(reason(await startRollover(app, { ...ask, ends: day(app, -400) }))).toBe('rollover.ends-first')
    expect(reason(await startRollover(app, { ...ask, from: newId(), ends: day(app, 9) }))).toBe(
      'season.unknown',
    )
    const draft = await season(2, 20, { state: 'draft' })
    expect(reason(await start(draft))).toBe('rollover.in-preparation')
    const { person } = await asker('active', [{ role: 'staff', area: 'applications' }])
    expect(reason(await startRollover(app, { ...ask, ends: day(app, 9), by: person }))).toBe(
      'staff.not-allowed',
    )
    expect(await taskOf(app, 'membership.rollover', from.id)).toBeNull()
    // A name that another season has is no reason to fail half-way.
    const other = await season(2, 20, { name: `2027-${newId()}` })
    const done = await rolled(from, { name: (await findSeason(app, other.id))?.slug ?? '' })
    expect(done.state).toBe('done')
  })

  it('says beforehand who has renewed, who has not answered, who would lose access', async () => {
    const from = await season(8, 20)
    const members = await membersOf(app, from, 5)
    const { next } = await rolled(from)
    const [renewed, wants, declines, grace] = members.map((m) => m.id)
    const into = await findSeason(app, next)
    if (!into || !renewed || !wants || !declines || !grace) throw new Error('the test made too little')
    await memberOf(app, into, 1, { as: renewed })
    unwrap(await renewMembership(app, { person: wants, season: next }))
    unwrap(await declineRenewal(app, { person: declines, season: next }))
    await compareAndSet(app, 'standings', { person: { equals: grace } }, { standing: 'grace' })
    const rollover = await readRollover(app, from.id)
    expect(await readRolloverFigures(app, from, into, rollover?.seasons ?? [])).toEqual({
      members: 5,
      renewed: 1,
      wanted: 1,
      declined: 1,
      unanswered: 2,
      inGrace: 1,
      wouldLose: 4,
    })
  })
})

describe('at the office', () => {
  it.each<[string, Standing, RoleGrant[], boolean]>([
    ['member', 'active', [], false],
    ['applicant', 'applicant', [], false],
    ['staff:applications', 'prospect', [{ role: 'staff', area: 'applications' }], false],
    ['staff:payments', 'prospect', [{ role: 'staff', area: 'payments' }], false],
    ['staff:settings', 'prospect', SETTINGS, true],
    ['administrator', 'prospect', [{ role: 'administrator' }], true],
  ])('is for those who set seasons: %s', async (_, standing, grants, may) => {
    const from = await season(2, 20)
    const { browser } = await asker(standing, grants)
    const path = `/bureau/saisons/${from.id}/suivante`
    expect((await browser.get(path)).status).toBe(may ? 200 : 403)
    expect((await browser.post(path, { nom: '' })).status).toBe(may ? 422 : 403)
    expect((await browser.post(`${path}/lancer`, { nom: '' })).status).toBe(may ? 422 : 403)
    expect((await server.as().get(path)).headers.get('location')).toMatch(/^\/connexion/)
    expect(await taskOf(app, 'membership.rollover', from.id)).toBeNull()
  })

  it('is done by forms alone: filled in, mended, reviewed, begun once, followed', async () => {
    const from = await season(3, null)
    const [member] = await membersOf(app, from, 1)
    const { browser } = await asker('prospect', SETTINGS)
    const path = `/bureau/saisons/${from.id}/suivante`
    expect(await (await browser.get(`/bureau/saisons/${from.id}`)).text()).toContain(path)
    const blank = await (await browser.get(path)).text()
    expect(blank).toContain('Saison 2027')
    expect(blank).toContain('value="5,00"')
    const form = {
      nom: `2027-${newId()}`,
      titreFr: 'Saison 2027',
      titreEn: '2027 season',
      places: '4',
      cotisation: '6,50',
      dernierJour: day(app, 19),
      ouverture: day(app, 20),
      renouvellement: day(app, -1),
      gardees: '',
      cloture: '',
      fin: day(app, 385),
    }
    const wrong = await browser.post(path, { ...form, places: 'beaucoup' })
    expect(wrong.status).toBe(422)
    const said = await wrong.text()
    expect(said).toContain('de 1 à 5')
    expect(said).toContain('value="beaucoup"')
    const review = await browser.post(path, form)
    expect(review.status).toBe(200)
    const plan = await review.text()
    expect(plan).toContain('Une place est gardée à chaque adhérent')
    expect(plan).toContain('Ouverture à tous')
    expect(await taskOf(app, 'membership.rollover', from.id)).toBeNull()
    // A last day that is past is never proposed; said all the same, the review says what it does at once.
    const past = await (await browser.post(path, { ...form, dernierJour: day(app, -60) })).text()
    const [now = '', later = ''] = past.split('Ouverture à tous')
    expect(now).toContain('Fin de l’accès de qui n’a pas renouvelé')
    expect(now).toContain('Une personne serait concernée')
    expect(later).not.toContain('Fin de l’accès')
    expect(plan.split('Ouverture à tous')[0]).not.toContain('Fin de l’accès')
    const begun = await browser.post(`${path}/lancer`, form)
    const act = begun.headers.get('location') ?? ''
    expect(act).toMatch(/^\/bureau\/travaux\//)
    expect((await browser.post(`${path}/lancer`, form)).headers.get('location')).toBe(act)
    expect(await (await browser.get(path)).text()).toContain('Suivre le passage')
    await runTasks(app)
    await drain(app)
    expect(await (await browser.get(act)).text()).toContain('Le travail est terminé')
    const { next } = await result(act.split('/').at(-1) ?? '')
    expect(await findSeason(app, next)).toMatchObject({ cap: 4, feeCents: 650, endsOn: form.fin })
    expect(await findSeason(app, from.id)).toMatchObject({ endsOn: addDays(form.dernierJour, 1) })
    expect(await findSeatOf(app, `${next}:${member?.id}`)).toMatchObject({ state: 'held' })
    expect((await browser.get(`/bureau/saisons/${newId()}/suivante`)).status).toBe(404)
  })
})
