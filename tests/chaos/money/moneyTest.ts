import { setTimeout as sleep } from 'node:timers/promises'
import { MINUTE } from '@/core/clock'
import { FakeStripe } from '../../counterparts/stripe/fakeStripe'
import { Process } from '../process'
import { randomFrom } from '../random'
import type { MoneySabotage } from '../sabotage'
import { auditFindings, laneFindings, stripeFindings } from './findings'
import { type Cut, type Lane, STORIES, type Story } from './lanes'

/** Each process lives so much later than the one before it: longer than what the dead had claimed. */
const LATER = 6 * MINUTE
/** By when all are to be cut; a machine that is busy needs some of it. */
const PATIENCE_MS = 90_000
const SIDES: readonly Cut['side'][] = ['before', 'after']

export type MoneyReport = { cuts: string[]; findings: string[]; ms: number }

/**
 * Every write of every story of money is found out by living each once; then each is lived again once a write and side,
 * side by side, stopped there, and the process killed with SIGKILL. The next one is killed while it mends. The one after
 * mends to the end, with nobody who comes back; then all come back and do everything again, and Stripe tells all again.
 */
export async function moneyTest({
  uri,
  seed,
  broken,
}: {
  uri: string
  seed: number
  broken?: MoneySabotage
}): Promise<MoneyReport> {
  const began = performance.now()
  const stripe = await FakeStripe.start()
  const start = (nth: number) => Process.start({ uri, broken, shiftMs: nth * LATER, push: nth === 0 })
  const options = { loops: false, stripe: stripe.settings }
  try {
    const first = await start(0)
    await first.ask('open', { ...options, patient: true })
    const second = start(1)
    const world = new World(first, stripe)
    const trial = await world.lanes(Object.fromEntries(STORIES.map((story) => [story, 1])) as Counts)
    const writes = await first.ask('moneyLive', { lanes: trial, patienceMs: PATIENCE_MS })
    const cuts = new Map(trial.map((lane) => [lane.story, cutsOf(writes[lane.name] ?? [])]))
    const counts = Object.fromEntries(STORIES.map((s) => [s, cuts.get(s)?.length ?? 0])) as Counts
    const lanes = (await world.lanes(counts)).map((lane) => ({
      ...lane,
      cut: cuts.get(lane.story)?.shift() ?? null,
    }))
    const findings: string[] = []
    await first.ask('moneyLive', { lanes, patienceMs: PATIENCE_MS }).catch(() => undefined)
    if (first.signal !== 'SIGKILL') findings.push('the process did not kill itself')
    await first.kill()

    const mending = await second
    const third = start(2)
    stripe.now = () => new Date(Date.now() + LATER)
    await mending.ask('open', options)
    mending.ask('settle', null).catch(() => undefined)
    await sleep(100 + randomFrom(seed)(1_500))
    await mending.kill()

    const last = await third
    stripe.now = () => new Date(Date.now() + 2 * LATER)
    await last.ask('open', options)
    const everyone = [...trial, ...lanes]
    const mended = await last.ask('settle', null)
    if (!mended.drained) findings.push('not drained after the kills')
    findings.push(...auditFindings(await last.ask('moneyBooks', { lanes: everyone }), 'mended'))
    const events = [...stripe.events, ...everyone.flatMap(({ event }) => event ?? [])]
    await last.ask('moneyTell', { events: events.toReversed() })
    await last.ask('moneyAgain', { lanes: everyone })
    await last.ask('settle', null)
    const books = await last.ask('moneyBooks', { lanes: everyone })
    await last.close()
    findings.push(...auditFindings(books, 'at the end'))
    findings.push(...everyone.flatMap((lane) => laneFindings(lane, books.lanes[lane.name])))
    findings.push(...stripeFindings(stripe, everyone))
    findings.push(...[first, mending, last].flatMap((p) => p.troubles.map((t) => `trouble: ${t}`)))
    const names = lanes.map(({ story, cut }) => `${story}, ${cut?.side} ${cut?.point}`)
    return { cuts: names, findings, ms: Math.round(performance.now() - began) }
  } finally {
    await stripe.stop()
  }
}

type Counts = Record<Story, number>

const cutsOf = (writes: readonly string[]): Cut[] =>
  [...new Set(writes)].flatMap((point) => SIDES.map((side) => ({ point, side })))

/** Brings people to where their story begins. */
class World {
  constructor(
    private readonly program: Process,
    private readonly stripe: FakeStripe,
  ) {}

  async lanes(counts: Counts): Promise<Lane[]> {
    const made: Lane[] = []
    for (const story of STORIES) {
      const lanes = await this.program.ask('moneyPeople', { story, count: counts[story] })
      const paid = lanes.map((lane) => ({ ...lane, event: this.#payAtStripe(lane) }))
      if (story === 'late') await this.program.ask('moneyClose', { lanes })
      if (story === 'leave' || story === 'leave-by-hand') await this.program.ask('moneyJoin', { lanes: paid })
      made.push(...paid)
    }
    return made
  }

  /** The card is charged; what Stripe tells of it comes when the story begins. */
  #payAtStripe({ session }: Lane) {
    if (!session) return null
    this.stripe.pay(session)
    return this.stripe.takeEvents().at(-1) ?? null
  }
}
