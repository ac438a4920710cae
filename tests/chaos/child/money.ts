import type Stripe from 'stripe'
import { openSignIn } from '@/collections/members/service/signIn'
import { openPool } from '@/collections/ts/service/openPool'
import { MINUTE } from '@/core/clock'
import { newId } from '@/core/ids'
import type { Person } from '@/core/person'
import { unwrap } from '@/core/result'
import { type App, insertOnce, traced } from '@/hooks'
import type { RunningApp } from '@/hooks/runtime'
import { APPLICATIONS, SEASONS } from '@/plugins/capped-membership/contract'
import {
  acceptApplication,
  freeSeat,
  holdSeat,
  recordPayment,
  recordRefund,
  requestDeparture,
} from '@/plugins/capped-membership/service'
import { payOnline } from '@/plugins/capped-membership/service/payOnline'
import { todayOf } from '@/plugins/capped-membership/service/readCounter'
import { findSeason } from '@/plugins/capped-membership/service/rows'
import { seedRules } from '@/plugins/credit-rules/service/seedRules'
import { noteEvent } from '@/plugins/payments/service/noteEvent'
import type { Lane, Story } from '../money/lanes'
import type { Verbs } from '../protocol'
import { theKnife } from './knife'
import { trouble } from './say'

/** A season, and people of it who are to live a story, each with the days to pay before them. */
export async function moneyPeople(
  app: RunningApp,
  { story, count }: Verbs['moneyPeople']['input'],
): Promise<Lane[]> {
  unwrap(await openPool(app))
  await seedRules(app)
  const season = await seasonOf(app, count)
  const made = await Promise.all(Array.from({ length: count }, () => accepted(app, season)))
  await settled(app)
  return Promise.all(made.map((who, n) => laneOf(app, season, story, n, who)))
}

const seasonOf = async (app: App, cap: number): Promise<string> => {
  const slug = `money-${newId()}`
  const titles = { titleFr: 'Saison d’épreuve', titleEn: 'Season of trials' }
  const data = {
    name: slug,
    slug,
    ...titles,
    cap,
    feeCents: 500,
    opensOn: todayOf(app),
    state: 'open' as const,
  }
  return String((await app.payload.create({ collection: SEASONS, data })).id)
}

type Who = { person: string; application: string }

/** Interviewed and accepted; the rows of before without the quarter of a second that a password costs. */
async function accepted(app: App, season: string): Promise<Who> {
  const [person, application] = [newId(), newId()]
  const [since, email] = [app.clock.now().toISOString(), `m-${person}@chaos.example`]
  await insertOnce(app, 'standings', { person, standing: 'applicant', since, rev: 1 })
  await insertOnce(app, 'profiles', { person, name: 'Fabien Fictif', slug: person, listed: false })
  await insertOnce(app, 'members', { id: person, email, lang: 'fr' })
  const said = { activity: 'Relecture', skills: 'Relecture', motives: 'Ne plus être seul.' }
  await insertOnce(app, APPLICATIONS, {
    id: application,
    key: `${season}:${email}`,
    ...{ season, person, email, name: 'Fabien Fictif', lang: 'fr', state: 'interviewed', round: 1 },
    ...{ ...said, charterAt: since, privacyAt: since, rev: 1, factsPending: 0 },
  })
  unwrap(await acceptApplication(app, { application, by: 'system' }))
  unwrap(await openSignIn(app, person, 'essai'))
  return { person, application }
}

async function laneOf(app: App, season: string, story: Story, n: number, who: Who): Promise<Lane> {
  const byCard = story === 'card' || story === 'late' || story === 'leave'
  const session = byCard
    ? unwrap(await payOnline(app, who.person))
        .url.split('/')
        .at(-1)
    : null
  if (story === 'late') await loseSeat(app, season, who.person)
  const day = todayOf(app)
  return {
    name: `${story}-${newId()}-${n}`,
    story,
    ...who,
    session: session ?? null,
    event: null,
    day,
    cut: null,
  }
}

/** What happens to whoever pays too late: the seat is somebody else's. */
async function loseSeat(app: App, season: string, person: string): Promise<void> {
  unwrap(await freeSeat(app, { season, person, by: 'system' }))
  const until = new Date(app.clock.now().getTime() + 24 * 60 * MINUTE)
  unwrap(await holdSeat(app, { season, person: newId(), until }))
}

/** Closes the seasons of those whose story ends without a seat: nobody is invited there. */
export async function moneyClose(app: App, lanes: readonly Lane[]): Promise<void> {
  const files = await app.payload.db.find<{ id: string; season: string }>({
    collection: APPLICATIONS,
    where: { id: { in: lanes.map((l) => l.application) } },
    pagination: false,
    limit: 0,
  })
  for (const season of new Set(files.docs.map((f) => f.season)))
    if (await findSeason(app, season))
      await app.payload.update({ collection: SEASONS, id: season, data: { state: 'closed' } })
}

/** Fees are paid, and all that follows is done: who leaves in their story is a member then. */
export async function moneyJoin(app: RunningApp, lanes: readonly Lane[]): Promise<void> {
  for (const lane of lanes) await pay(app, lane)
  await settled(app)
}

/** What was told twice, in whatever order, is told once. */
export async function moneyTell(app: App, events: readonly Stripe.Event[]): Promise<void> {
  await Promise.all(events.map((event) => noteEvent(app, event)))
}

/** Each lane's act, again by whoever comes back and does not know whether it was done. */
export async function moneyAgain(app: App, lanes: readonly Lane[]): Promise<void> {
  for (const lane of lanes) await act(app, lane)
}

const pay = (app: App, lane: Lane) => (lane.event ? noteEvent(app, lane.event) : payByHand(app, lane))

const payByHand = async (app: App, { application, day }: Lane) =>
  unwrap(await recordPayment(app, { application, cents: 500, method: 'cash', receivedOn: day, by: 'system' }))

async function act(app: App, lane: Lane): Promise<void> {
  const { story, person, day } = lane
  if (story === 'card' || story === 'late' || story === 'hand') await pay(app, lane)
  else if (story === 'leave') {
    const by = { id: person } as Person
    unwrap(await requestDeparture(app, { person, channel: 'self', reason: 'moving', by }))
  } else {
    const ask = { person, channel: 'phone', reason: 'time', by: 'system' as const }
    const { departure } = unwrap(await requestDeparture(app, ask))
    unwrap(await recordRefund(app, { departure, method: 'cash', on: day, by: 'system' }))
  }
}

/**
 * Lives all lanes side by side. Those with a cut are stopped there; once all are, this process kills itself, and answers
 * nothing. Without cuts it answers with the writes of each lane, in order.
 */
export async function moneyLive(
  app: RunningApp,
  { lanes, patienceMs }: Verbs['moneyLive']['input'],
): Promise<Verbs['moneyLive']['output']> {
  const mine = theKnife(app)
  for (const { name, cut } of lanes) if (cut) mine.arm(name, cut)
  const acts = lanes.map((lane) =>
    traced({ request: lane.name }, () => act(app, lane)).catch((error) =>
      trouble(`${lane.name}: ${error?.stack ?? error}`),
    ),
  )
  const mortal = lanes.some((lane) => lane.cut)
  const until = performance.now() + patienceMs
  if (!mortal) await Promise.all(acts)
  while (mortal && mine.left().length > 0 && performance.now() < until) await app.drain({ timeoutMs: 200 })
  if (!mortal) await settled(app)
  for (const lane of mine.left()) trouble(`not cut: ${lane}`)
  if (mortal) process.kill(process.pid, 'SIGKILL')
  return Object.fromEntries(lanes.map(({ name }) => [name, mine.landed.get(name) ?? []]))
}

async function settled(app: RunningApp): Promise<void> {
  if (!(await app.drain({ timeoutMs: 60_000 }))) throw new Error('not drained')
}
