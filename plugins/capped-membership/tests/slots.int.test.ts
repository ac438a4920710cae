import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY, HOUR } from '@/core/clock'
import type { Person, RoleGrant, Standing } from '@/core/person'
import { unwrap } from '@/core/result'
import { type App, compareAndSet } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { serve, type TestServer } from '@/tests/support/http'
import { APPLICATIONS, SLOTS } from '../contract'
import {
  planInterview,
  publishSlots,
  recordInterview,
  refuseApplication,
  takeSlot,
  withdrawSlot,
} from '../service'
import { uidOf } from '../service/slots/invitation'
import { freeSlots } from '../service/slots/listSlots'
import { findSlot, slotsWhere } from '../service/slots/rows'
import { applied, at, fileOf, openSeason } from './support'

let app: App
let server: TestServer
beforeAll(async () => {
  app = (await bootApp()).app
  await openSeason(app, 50)
  server = await serve(app)
})
afterAll(() => server.stop())

/** Moments of each test's own, so that its slots cross nobody else's. */
let days = 3
const moment = () => new Date(Math.floor(Date.now() / HOUR) * HOUR + days++ * 6 * HOUR + 2 * DAY)

async function slot(startsAt = moment(), place = 'Au local', minutes = 45): Promise<string> {
  unwrap(await publishSlots(app, { by: 'system', moments: [startsAt], minutes, place }))
  const [made] = await slotsWhere(
    app,
    [{ startsAt: { equals: startsAt.toISOString() } }, { state: { equals: 'open' } }],
    1,
  )
  if (!made) throw new Error('the slot just published is not there')
  return made.id
}

/** Somebody who has applied, as a request of theirs would be. */
async function applicant(): Promise<{ who: Person; file: string; email: string }> {
  const { id, person, email } = await applied(app)
  return { who: (await asVisitor(app, String(person))).person, file: id, email }
}

type Mail = { id: string; template: string; attachments?: string | null }
async function mailsOf(email: string): Promise<Mail[]> {
  const { docs } = await app.payload.db.find<Mail>({
    collection: 'mails',
    where: { to: { equals: email } },
    sort: 'id',
    pagination: false,
  })
  return docs
}

/** The events in the calendars that came by mail, in order. */
async function invitationsOf(email: string) {
  return (await mailsOf(email)).flatMap(({ attachments }) => {
    const [file] = attachments ? (JSON.parse(attachments) as { content: string; type: string }[]) : []
    if (!file) return []
    const calendar = new ICAL.Component(ICAL.parse(file.content))
    const component = calendar.getFirstSubcomponent('vevent')
    if (!component) throw new Error('a calendar without an event')
    const event = new ICAL.Event(component)
    return [
      {
        method: calendar.getFirstPropertyValue('method'),
        type: file.type,
        uid: event.uid,
        sequence: event.sequence,
        start: event.startDate.toJSDate().toISOString(),
        end: event.endDate.toJSDate().toISOString(),
        place: event.location,
        status: component.getFirstPropertyValue('status'),
        organizer: component.getFirstPropertyValue('organizer'),
        attendee: component.getFirstPropertyValue('attendee'),
      },
    ]
  })
}

describe('a slot', () => {
  it('is picked, with an invitation; moved: the same event, later; each is free again once left', async () => {
    const { who, file, email } = await applicant()
    const [first, second] = [moment(), moment()]
    const [a, b] = [await slot(first), await slot(second, 'https://visio.example/salle', 30)]
    expect(unwrap(await takeSlot(app, { slot: a, who }))).toMatchObject({
      state: 'interview-planned',
      interviewAt: first.toISOString(),
      interviewPlace: 'Au local',
    })
    await drain(app)
    expect((await freeSlots(app, 12)).map((s) => s.id)).not.toContain(a)
    // Again is harmless.
    unwrap(await takeSlot(app, { slot: a, who }))
    unwrap(await takeSlot(app, { slot: b, who }))
    await drain(app)
    expect((await freeSlots(app, 12)).map((s) => s.id)).toContain(a)
    const common = {
      method: 'REQUEST',
      type: 'text/calendar; method=REQUEST',
      uid: uidOf(app, file),
      status: 'CONFIRMED',
      organizer: 'mailto:bureau@test.example',
      attendee: `MAILTO:${email}`,
    }
    expect(await invitationsOf(email)).toEqual([
      {
        ...common,
        sequence: 1,
        start: first.toISOString(),
        end: new Date(first.getTime() + 45 * 60_000).toISOString(),
        place: 'Au local',
      },
      {
        ...common,
        sequence: 2,
        start: second.toISOString(),
        end: new Date(second.getTime() + 30 * 60_000).toISOString(),
        place: 'https://visio.example/salle',
      },
    ])
    // Back again: a mail of its own, not taken for the first.
    unwrap(await takeSlot(app, { slot: a, who }))
    await drain(app)
    expect((await invitationsOf(email)).map((i) => i.sequence)).toEqual([1, 2, 3])
  })

  it('is one person’s, however many press at once', async () => {
    const all: Awaited<ReturnType<typeof applicant>>[] = []
    for (let i = 0; i < 5; i++) all.push(await applicant())
    const [one, other] = [await slot(), await slot()]
    const tried = await Promise.all(all.map(({ who }) => takeSlot(app, { slot: one, who })))
    expect(tried.filter((r) => r.ok)).toHaveLength(1)
    for (const r of tried) if (!r.ok) expect(r.reason).toBe('slot.taken')
    // And nobody has two: the same person on both at once ends with one.
    const winner = all[tried.findIndex((r) => r.ok)] as (typeof all)[number]
    await Promise.all([one, other, one, other].map((id) => takeSlot(app, { slot: id, who: winner.who })))
    const { docs } = await app.payload.db.find({
      collection: APPLICATIONS,
      where: { interviewSlot: { in: [`slot:${one}`, `slot:${other}`] } },
      pagination: false,
    })
    expect(docs).toHaveLength(1)
  })

  it('is free again when staff fixes another moment by hand, or refuses before it', async () => {
    const [x, y] = [await applicant(), await applicant()]
    const [a, b] = [await slot(), await slot()]
    unwrap(await takeSlot(app, { slot: a, who: x.who }))
    unwrap(await takeSlot(app, { slot: b, who: y.who }))
    unwrap(await planInterview(app, { application: x.file, at: moment(), place: 'Chez vous', by: 'system' }))
    unwrap(await refuseApplication(app, { application: y.file, reason: 'Vous cherchez…', by: 'system' }))
    await drain(app)
    const free = (await freeSlots(app, 12)).map((s) => s.id)
    expect(free).toContain(a)
    expect(free).toContain(b)
    expect((await invitationsOf(y.email)).at(-1)).toMatchObject({ method: 'CANCEL', sequence: 2 })
  })

  it('withdrawn: the person is told, the event leaves the calendar, another is to be picked', async () => {
    const { who, file, email } = await applicant()
    const [a, b] = [await slot(), await slot()]
    unwrap(await takeSlot(app, { slot: a, who }))
    await drain(app)
    await Promise.all([1, 2, 3].map(() => withdrawSlot(app, { slot: a, by: 'system' })))
    await drain(app)
    await drain(app)
    const row = await fileOf(app, file)
    expect(row.state).toBe('received')
    expect(row.interviewAt ?? null).toBeNull()
    expect((await mailsOf(email)).filter((m) => m.template === 'membership.called-off')).toHaveLength(1)
    expect((await invitationsOf(email)).at(-1)).toMatchObject({
      method: 'CANCEL',
      status: 'CANCELLED',
      sequence: 2,
      uid: uidOf(app, file),
    })
    expect(await takeSlot(app, { slot: a, who })).toMatchObject({ reason: 'slot.taken' })
    unwrap(await takeSlot(app, { slot: b, who }))
  })

  it('withdrawn as somebody picks it: never a person on a slot that is not offered', async () => {
    for (let i = 0; i < 6; i++) {
      const { who, file } = await applicant()
      const id = await slot()
      await Promise.all([takeSlot(app, { slot: id, who }), withdrawSlot(app, { slot: id, by: 'system' })])
      await drain(app)
      await drain(app)
      expect((await fileOf(app, file)).interviewSlot ?? '').not.toBe(`slot:${id}`)
      expect((await fileOf(app, file)).state).toBe('received')
    }
  })

  it('withdrawn just before the write of a program that died after it: the delivery of the pick undoes it', async () => {
    const { who, file, email } = await applicant()
    const when = moment()
    const id = await slot(when)
    unwrap(await takeSlot(app, { slot: id, who }))
    // As the withdrawal left it, whose own delivery had found nobody.
    await compareAndSet(app, SLOTS, { id: { equals: id } }, { state: 'withdrawn', key: `withdrawn:${id}` })
    await drain(app)
    await drain(app)
    expect((await fileOf(app, file)).state).toBe('received')
    expect((await mailsOf(email)).map((m) => m.template)).not.toContain('membership.planned')
    expect((await invitationsOf(email)).map((i) => i.method)).toEqual(['CANCEL'])
  })

  it('whose interview has taken place keeps it, even withdrawn', async () => {
    const { who, file } = await applicant()
    const when = moment()
    const id = await slot(when)
    unwrap(await takeSlot(app, { slot: id, who }))
    unwrap(await recordInterview(app, { application: file, report: 'Une belle rencontre.', by: 'system' }))
    unwrap(await withdrawSlot(app, { slot: id, by: 'system' }))
    await drain(app)
    expect(await fileOf(app, file)).toMatchObject({ state: 'interviewed', interviewAt: when.toISOString() })
  })

  it('is picked 12 hours before at the latest, an interview moved 24, to the millisecond', async () => {
    const { who } = await applicant()
    const when = moment()
    const [near, far] = [await slot(when), await slot()]
    const early = (ms: number) => at(app, when.getTime() - ms)
    expect(await takeSlot(early(12 * HOUR - 1), { slot: near, who })).toEqual({
      ok: false,
      reason: 'slot.too-soon',
      detail: { hours: 12 },
    })
    unwrap(await takeSlot(early(12 * HOUR), { slot: near, who }))
    expect(await takeSlot(early(DAY - 1), { slot: far, who })).toMatchObject({
      reason: 'slot.move-too-late',
      detail: { hours: 24 },
    })
    unwrap(await takeSlot(early(DAY), { slot: far, who }))
  })

  it('is published once, and crosses none of the same host', async () => {
    const when = moment()
    const ask = { by: 'system' as const, moments: [when], minutes: 45, place: 'Au local' }
    const all = await Promise.all([1, 2, 3].map(() => publishSlots(app, ask)))
    expect(all.reduce((n, r) => n + unwrap(r).published, 0)).toBe(1)
    const crossing = { ...ask, moments: [new Date(when.getTime() + 44 * 60_000)] }
    expect(unwrap(await publishSlots(app, crossing))).toEqual({ published: 0, left: 1 })
    const touching = { ...ask, moments: [new Date(when.getTime() + 45 * 60_000)] }
    expect(unwrap(await publishSlots(app, touching))).toEqual({ published: 1, left: 0 })
    expect(await publishSlots(app, { ...ask, moments: [new Date(0)] })).toMatchObject({
      reason: 'interview.in-past',
    })
  })

  it('may be offered anew once withdrawn', async () => {
    const when = moment()
    const first = await slot(when)
    unwrap(await withdrawSlot(app, { slot: first, by: 'system' }))
    expect(await slot(when)).not.toBe(first)
    expect((await findSlot(app, first))?.state).toBe('withdrawn')
  })
})

describe('slots are for', () => {
  const KINDS: [string, Standing, RoleGrant[]][] = [
    ['applicant', 'applicant', []],
    ['member', 'active', []],
    ['suspended staff', 'suspended', [{ role: 'staff', area: 'applications' }]],
    ['staff:payments', 'prospect', [{ role: 'staff', area: 'payments' }]],
    ['staff:applications', 'prospect', [{ role: 'staff', area: 'applications' }]],
  ]

  it.each(KINDS)('%s', async (name, standing, grants) => {
    const { id } = await makePerson(app, {
      standing: standing === 'suspended' ? 'active' : standing,
      grants,
      name,
    })
    const { person, token } = await asVisitor(app, id)
    const may = name === 'staff:applications'
    const who = { ...person, standing }
    const asked = await publishSlots(app, { by: who, moments: [moment()], minutes: 30, place: 'x' })
    expect(asked.ok).toBe(may)
    const there = await slot()
    const taken = await withdrawSlot(app, { slot: there, by: who })
    expect(taken.ok).toBe(may)
    // Nobody without a file picks one.
    expect(await takeSlot(app, { slot: await slot(), who })).toMatchObject({ reason: 'application.unknown' })
    if (standing === 'suspended') return
    const browser = server.as(token)
    expect((await browser.get('/bureau/creneaux')).status).toBe(may ? 200 : 403)
    expect((await browser.post('/bureau/creneaux')).status).toBe(may ? 422 : 403)
    expect((await browser.post('/bureau/creneaux/serie')).status).toBe(may ? 422 : 403)
    expect((await browser.post(`/bureau/creneaux/${there}/retirer`)).status).toBe(may ? 303 : 403)
    expect((await browser.get('/ma-candidature/entretien.ics')).status).toBe(404)
  })

  it('nobody who is not signed in', async () => {
    for (const path of ['/bureau/creneaux', '/ma-candidature/entretien.ics'])
      expect((await server.as().get(path)).headers.get('location')).toMatch(/^\/connexion/)
    expect((await server.as().post('/ma-candidature/creneau', { creneau: 'x' })).status).toBe(303)
  })
})

describe('pages', () => {
  it('staff publishes a series, the applicant picks, downloads and moves, another cannot have it', async () => {
    const office = await makePerson(app, { grants: [{ role: 'staff', area: 'applications' }] })
    const staff = server.as((await asVisitor(app, office.id)).token)
    const day = new Date(Date.now() + 60 * DAY).toISOString().slice(0, 10)
    const form = {
      from: day,
      to: day,
      weekdays: String(new Date(`${day}T12:00:00Z`).getUTCDay() || 7),
      start: '14:00',
      end: '15:30',
      minutes: '45',
      place: 'Salle des fêtes',
    }
    const wrong = await staff.post('/bureau/creneaux/serie', { ...form, end: '14:10' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Aucun créneau de cette durée')
    expect((await staff.post('/bureau/creneaux/serie', form)).status).toBe(303)
    expect(await (await staff.get('/bureau/creneaux?qui=moi')).text()).toContain('Salle des fêtes')

    const { file, who } = await applicant()
    const mine = server.as((await asVisitor(app, who.id)).token)
    const ids = (await slotsWhere(app, [{ host: { equals: office.id } }], 0)).map((s) => s.id)
    expect(ids).toHaveLength(2)
    const [first = '', second = ''] = ids
    expect((await mine.get('/ma-candidature/entretien.ics')).status).toBe(404)
    expect((await mine.post('/ma-candidature/creneau', { creneau: first })).status).toBe(303)
    const seen = await (await mine.get('/ma-candidature')).text()
    expect(seen).toContain('Nous vous attendons')
    expect(seen).toContain('Déplacer l’entretien')
    const ics = await mine.get('/ma-candidature/entretien.ics')
    expect(ics.headers.get('content-type')).toContain('text/calendar')
    expect(await ics.text()).toContain(uidOf(app, file))
    expect((await staff.get(`/bureau/candidatures/${file}/entretien.ics`)).status).toBe(200)
    const other = await applicant()
    const theirs = server.as((await asVisitor(app, other.who.id)).token)
    await theirs.post('/ma-candidature/creneau', { creneau: first })
    expect((await fileOf(app, other.file)).state).toBe('received')
    expect((await mine.post('/ma-candidature/creneau', { creneau: second })).status).toBe(303)
    expect((await fileOf(app, file)).interviewSlot).toBe(`slot:${second}`)
    const list = await (await staff.get('/bureau/creneaux?qui=moi')).text()
    expect(list).toContain('Éléonore')
    expect((await theirs.post('/ma-candidature/creneau')).status).toBe(303)
  })
})
