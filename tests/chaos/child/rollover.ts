import { setTimeout as sleep } from 'node:timers/promises'
import type { Where } from 'payload'
import { MAILS } from '@/collections/mail/contract'
import { taskOf } from '@/collections/tasks/service'
import { runTasks } from '@/collections/tasks/service/runTasks'
import { openPool } from '@/collections/ts/service/openPool'
import { addDays } from '@/core/dates'
import { newId } from '@/core/ids'
import type { Person } from '@/core/person'
import { unwrap } from '@/core/result'
import { type App, traced } from '@/hooks'
import type { RunningApp } from '@/hooks/runtime'
import { RENEWAL_ROUNDS, RENEWALS, SEATS } from '@/plugins/capped-membership/contract'
import { nextSeasonOf } from '@/plugins/capped-membership/domain/rollover/nextSeason'
import { auditSeats } from '@/plugins/capped-membership/service'
import { todayOf } from '@/plugins/capped-membership/service/readCounter'
import { startRollover } from '@/plugins/capped-membership/service/rollover/startRollover'
import { allSeasons, findSeason } from '@/plugins/capped-membership/service/rows'
import { memberOf } from '@/plugins/capped-membership/tests/renewalSupport'
import { openSeason } from '@/plugins/capped-membership/tests/support'
import { asVisitor, makePerson } from '@/tests/factories/people'
import type { Verbs } from '../protocol'
import { type Passage, type PassageBook, SEATS_LEFT } from '../rollover/passage'
import { all } from './books'
import { theKnife } from './knife'
import { waiting } from './look'
import { makeMember } from './prepare'
import { trouble } from './say'

const KIND = 'membership.rollover'

/** A season with no end, its members, and somebody who may begin the next one. */
export async function rolloverPeople(
  app: RunningApp,
  { members: count }: Verbs['rolloverPeople']['input'],
): Promise<Passage> {
  unwrap(await openPool(app))
  const season = await openSeason(app, count, { opensOn: addDays(todayOf(app), -300) })
  const members: string[] = []
  for (let seat = 1; seat <= count; seat++) {
    const { id } = await memberOf(app, season, seat, { as: await makeMember(app) })
    members.push(id)
  }
  const { id } = await makePerson(app, {
    standing: 'prospect',
    grants: [{ role: 'staff', area: 'settings' }],
  })
  await app.drain({ timeoutMs: 60_000 })
  return { from: season.id, members, by: id }
}

/** The season was over yesterday, the next one opens tomorrow: seats are kept and standings settled, both now. */
async function begin(app: App, { from, members }: Passage, by: Person): Promise<void> {
  const season = await findSeason(app, from)
  if (!season) throw new Error('the season is gone')
  const today = todayOf(app)
  const make = {
    ...nextSeasonOf(season),
    ...{ name: `next-${newId()}`, titleFr: 'Saison suivante', titleEn: 'Next season' },
    ...{ cap: members.length + SEATS_LEFT, opensOn: addDays(today, 1), renewalOpensOn: addDays(today, -40) },
    ...{ renewalClosesOn: '', closesOn: '', endsOn: addDays(today, 366) },
  } as const
  unwrap(await startRollover(app, { from, make, ends: addDays(today, -1), by }))
}

/** Goes on with the passage, from its beginning where told so; with a cut, this process kills itself there. */
export async function rolloverLive(
  app: RunningApp,
  { passage, beginning, cut }: Verbs['rolloverLive']['input'],
): Promise<string[]> {
  const { person } = await asVisitor(app, passage.by)
  const knife = theKnife(app)
  const lane = newId()
  if (cut) knife.arm(lane, cut)
  let over = false
  const lived = traced({ request: lane }, async () => {
    if (beginning) await begin(app, passage, person)
    await runTasks(app)
  }).finally(() => {
    over = true
  })
  while (cut && !over && knife.left().includes(lane)) await sleep(5)
  if (cut && !over) process.kill(process.pid, 'SIGKILL')
  await lived
  if (cut) trouble(`not cut: ${cut.side} ${cut.point}`)
  return knife.landed.get(lane) ?? []
}

/** What stands of a passage. For a database at rest. */
export async function rolloverBook(app: App, { from, members }: Passage): Promise<PassageBook> {
  const task = await taskOf(app, KIND, from)
  const next = (await allSeasons(app)).filter((s) => s.renews === from)
  const ofThem = { person: { in: members } }
  const inNext = (more: Where = {}) => ({ and: [{ season: { in: next.map((s) => s.id) } }, more] })
  const [offers, standings, mails] = [
    await all(app, RENEWALS, ofThem),
    await all(app, 'standings', ofThem),
    await all(app, MAILS, ofThem),
  ]
  const of = (person: string, rows: { person?: string | null }[], field: string) =>
    rows.filter((row) => row.person === person).map((row) => String((row as Record<string, unknown>)[field]))
  return {
    next: next.map((s) => s.state),
    ends: (await findSeason(app, from))?.endsOn ?? null,
    task: task && {
      state: task.state,
      done: task.done,
      total: task.total ?? null,
      counts: JSON.parse(task.counts),
    },
    seats: (await all(app, SEATS, inNext())).map((seat) => ({
      number: Number(seat.number),
      state: String(seat.state),
      person: seat.person ?? null,
    })),
    rounds: (await all(app, RENEWAL_ROUNDS, inNext())).length,
    people: Object.fromEntries(
      members.map((person) => [
        person,
        {
          offers: of(person, offers, 'state'),
          standing: of(person, standings, 'standing').join(),
          mails: of(person, mails, 'template').sort(),
        },
      ]),
    ),
    audit: (await auditSeats(app)).map((f) => `${f.code} ${f.about}`),
    waiting: await waiting(app),
  }
}
