import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY, fixedClock } from '@/core/clock'
import type { Person } from '@/core/person'
import { ok } from '@/core/result'
import type { App, NewFact } from '@/hooks'
import { membershipSettings } from '../collections/settings'
import { APPLICATIONS, SEASONS, SEATS, WAITING } from '../contract'
import { auditSeason } from '../domain/audit'
import { freeOccupant, occupantKey, seatKey } from '../domain/keys'
import { acceptApplication } from '../service/acceptApplication'
import { freeSeat } from '../service/freeSeat'
import { givePriority, takePriorityBack } from '../service/line/favour'
import { inviteWaiting, keepLine } from '../service/line/inviteWaiting'
import { standAgain, withdraw } from '../service/line/leaveLine'
import { findLineOf } from '../service/line/rows'
import { listeners } from '../service/listeners'
import { releaseExpiredHolds } from '../service/releaseExpiredHolds'
import type { ApplicationRow, SeatRow } from '../service/rows'
import { MemoryDb, type Row, type Watch } from './memoryDb'

class Crash extends Error {}

const SEASON = 's'
const PEOPLE = ['ada', 'bo', 'cy', 'di']
const FACTS = [APPLICATIONS, SEATS, WAITING]
/** Listeners that look after the line; mails and pages are told elsewhere. */
const HEARD = [
  'application.waitlisted',
  'application.withdrawn',
  'waiting.invited',
  'seat.freed',
  'payment.unseated',
]

const of = <V extends string>(weight: number, ...verbs: V[]) => ({
  weight,
  arbitrary: fc.record({ verb: fc.constantFrom(...verbs), who: fc.nat(PEOPLE.length - 1), late: fc.nat(40) }),
})
const command = fc.oneof(
  of(4, 'accept'),
  of(4, 'free'),
  of(2, 'withdraw'),
  of(3, 'again'),
  of(2, 'favour', 'level'),
  of(5, 'invite', 'deliver', 'keep'),
  of(2, 'retell'),
  of(2, 'expire'),
)
type Command = { verb: string; who: number; late: number }
type CrashAt = { after: number; moment: 'before' | 'after' }

/** Lets one waiting step through at a time, as the choices say: each list of choices is one interleaving. */
class Interleaver {
  private readonly waiting: (() => void)[] = []
  private step = 0
  constructor(private readonly choices: readonly number[]) {}
  readonly gate = (): Promise<void> => new Promise((resolve) => this.waiting.push(resolve))
  async run(work: readonly Promise<unknown>[]): Promise<void> {
    let left = work.length
    for (const w of work) w.finally(() => left--).catch(() => undefined)
    while (left > 0) {
      await new Promise(setImmediate)
      const n = this.choices[this.step++ % this.choices.length] ?? 0
      const [go] = this.waiting.splice(n % Math.max(1, this.waiting.length), 1)
      go?.()
    }
  }
}

/** The program, as far as the line goes, on a database in memory. */
function programOn(db: MemoryDb, clock: ReturnType<typeof fixedClock>): App {
  const quiet = () => undefined
  return {
    payload: {
      db,
      globals: { config: [{ slug: 'capped-membership-settings', fields: membershipSettings }] },
    },
    // Each look at the clock is later than the one before: instants tell what came first.
    clock: {
      now: () => {
        clock.advance(1)
        return clock.now()
      },
    },
    settings: { timeZone: 'Europe/Paris', publicUrl: 'https://exemple.fr' },
    log: { info: quiet, warn: quiet, error: quiet },
    touch: async () => undefined,
    nudge: quiet,
    call: async () => ok({ queued: true }),
  } as unknown as App
}

async function makeSeason(db: MemoryDb, clock: ReturnType<typeof fixedClock>, cap: number): Promise<void> {
  const now = clock.now().toISOString()
  await db.create({
    collection: SEASONS,
    data: {
      id: SEASON,
      cap,
      feeCents: 500,
      state: 'open',
      opensOn: '2026-01-01',
      titleFr: 'S',
      titleEn: 'S',
    },
  })
  for (let n = 1; n <= cap; n++)
    await db.create({
      collection: SEATS,
      data: {
        key: seatKey(SEASON, n),
        season: SEASON,
        number: n,
        state: 'free',
        occupant: freeOccupant(SEASON, n),
        rev: 0,
        factsPending: 0,
      },
    })
  for (const person of PEOPLE) {
    await db.create({
      collection: APPLICATIONS,
      data: {
        id: `f-${person}`,
        key: `${SEASON}:${person}`,
        season: SEASON,
        state: 'interviewed',
        person,
        name: person,
        email: person,
        lang: 'fr',
        createdAt: now,
        rev: 1,
        factsPending: 0,
      },
    })
    await db.create({
      collection: 'standings',
      data: { person, standing: 'applicant', rev: 1, factsPending: 0 },
    })
  }
}

/** The relay, in small: tells each fact that rides in a row, then clears it; a crash in between tells it again. */
async function deliver(app: App, told: NewFact[]): Promise<boolean> {
  let some = false
  for (const collection of FACTS) {
    const { docs } = await app.payload.db.find<Record<string, unknown> & { id: string }>({
      collection: collection as typeof SEATS,
      where: { factsPending: { equals: 1 } },
    })
    for (const row of docs) {
      some = true
      for (const event of JSON.parse(String(row.facts)) as NewFact[]) {
        told.push(event)
        await tell(app, event)
      }
      await app.payload.db.updateOne({
        collection: collection as typeof SEATS,
        where: { and: [{ id: { equals: row.id } }, { rev: { equals: Number(row.rev) } }] },
        data: { facts: null, factsPending: 0 },
      } as never)
    }
  }
  return some
}

async function tell(app: App, event: NewFact): Promise<void> {
  const listen = HEARD.includes(event.name) ? listeners[event.name] : undefined
  await (listen as ((a: App, e: unknown) => Promise<void>) | undefined)?.(app, event)
}

async function perform(app: App, told: NewFact[], { verb, who, late }: Command): Promise<void> {
  const person = PEOPLE[who] ?? 'ada'
  const application = `f-${person}`
  const self = { id: person } as Person
  if (verb === 'accept') await acceptApplication(app, { application, by: 'system' })
  if (verb === 'free') await freeSeat(app, { season: SEASON, person, by: 'system' })
  if (verb === 'withdraw') await withdraw(app, { who: self, application })
  if (verb === 'again') await standAgain(app, { who: self, application })
  if (verb === 'invite') await inviteWaiting(app, SEASON)
  if (verb === 'deliver') await deliver(app, told)
  // Once more, late, in another order: deliveries promise no less.
  const again = told[late % Math.max(1, told.length)]
  if (verb === 'retell' && again) await tell(app, again)
  if (verb === 'keep') await keepLine(app)
  if (verb === 'expire')
    await releaseExpiredHolds({
      ...app,
      clock: { now: () => new Date(app.clock.now().getTime() + 30 * DAY) },
    })
  if (verb !== 'favour' && verb !== 'level') return
  const row = await findLineOf(app, SEASON, person)
  if (!row) return
  if (verb === 'favour') await givePriority(app, { waiting: row.id, reason: 'x', by: 'system' })
  else await takePriorityBack(app, { waiting: row.id, by: 'system' })
}

/**
 * A newcomer never keeps a seat past those who wait: those who did when the seat was taken, and still do when the file is
 * decided.
 */
class Passing {
  readonly seen: string[] = []
  private readonly whenTaken = new Map<string, string[]>()
  constructor(private readonly rows: (collection: string) => Row[]) {}

  readonly watch: Watch = (collection, before, after) => {
    if (collection === SEATS && before.state === 'free' && after.state === 'held')
      this.whenTaken.set(String(after.person), this.waits())
    if (collection !== APPLICATIONS || before.state !== 'interviewed' || after.state !== 'accepted') return
    const still = new Set(this.waits())
    const past = (this.whenTaken.get(String(after.person)) ?? []).filter((w) => still.has(w))
    this.seen.push(...past.map((w) => `${after.person} past ${w}`))
  }

  private waits = (): string[] =>
    this.rows(APPLICATIONS)
      .filter((a) => a.state === 'waiting')
      .map((a) => `${a.id} since ${a.waitingAt}`)
}

async function run(
  cap: number,
  accepted: number,
  commands: readonly Command[],
  choices: readonly number[],
  crashes: readonly CrashAt[],
) {
  const clock = fixedClock('2026-11-01T08:00:00Z')
  const interleaver = new Interleaver(choices)
  const waiting = crashes.map((crash) => ({ ...crash }))
  let wild = false
  const db = new MemoryDb(
    async (_, moment) => {
      if (!wild) return
      await interleaver.gate()
      const next = waiting[0]
      if (!next || next.moment !== moment || next.after-- > 0) return
      waiting.shift()
      throw new Crash()
    },
    (...change) => passing.watch(...change),
  )
  const passing = new Passing(db.rows)
  const app = programOn(db, clock)
  const told: NewFact[] = []
  await makeSeason(db, clock, cap)
  // Before it begins some are accepted already, so that there may be a line; the others are newcomers.
  for (const person of PEOPLE.slice(0, accepted))
    await acceptApplication(app, { application: `f-${person}`, by: 'system' })
  await deliver(app, told)
  wild = true
  // Four processes at once, each with its share of what is asked.
  const doers = [0, 1, 2, 3].map(async (doer) => {
    for (const [i, asked] of commands.entries()) {
      if (i % 4 !== doer) continue
      try {
        await perform(app, told, asked)
      } catch (error) {
        if (!(error instanceof Crash)) throw error
      }
    }
  })
  await interleaver.run(doers)
  await Promise.all(doers)
  wild = false
  // What a crash left is finished: short holds end, facts are delivered, the job looks after the line.
  const holdsOver = { ...app, clock: { now: () => new Date(app.clock.now().getTime() + 16 * 60_000) } }
  await releaseExpiredHolds(holdsOver)
  for (let round = 0; round < 30 && (await deliver(app, told)); round++) await keepLine(app)
  await keepLine(app)
  for (let round = 0; round < 30 && (await deliver(app, told)); round++) await keepLine(app)
  return { db, passed: passing.seen }
}

test('several processes look after the line at once, with crashes: nobody twice, nobody skipped, no seat idle', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 2 }),
      fc.nat({ max: PEOPLE.length }),
      fc.array(command, { minLength: 8, maxLength: 28, size: 'max' }),
      fc.array(fc.nat({ max: 1_000 }), { minLength: 20, maxLength: 40, size: 'max' }),
      fc.array(
        fc.record({
          after: fc.nat({ max: 80 }),
          moment: fc.constantFrom('before' as const, 'after' as const),
        }),
        { maxLength: 3 },
      ),
      async (cap, accepted, commands, choices, crashes) => {
        const { db, passed } = await run(cap, accepted, commands, choices, crashes)
        const seats = db.rows(SEATS) as unknown as SeatRow[]
        const findings = auditSeason({
          renewals: [],
          season: { id: SEASON, cap },
          seats,
          memberships: [],
          payments: [],
          applications: db.rows(APPLICATIONS) as unknown as ApplicationRow[],
          standings: new Map(),
          line: db.rows(WAITING) as never,
          invites: true,
          departures: [],
          refunds: [],
        })
        expect(findings).toEqual([])
        expect(passed).toEqual([])
        expect(new Set(seats.map((s) => s.occupant)).size).toBe(cap)
        // Who is accepted and holds nothing has had a seat and lost it; who waits stands in line once.
        for (const a of db.rows(APPLICATIONS))
          if (a.state === 'waiting')
            expect(seats.some((s) => s.occupant === occupantKey(SEASON, String(a.person)))).toBe(false)
      },
    ),
    { numRuns: 2_500 },
  )
}, 120_000)
