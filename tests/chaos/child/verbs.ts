import { setTimeout as sleep } from 'node:timers/promises'
import type { CollectionSlug } from 'payload'
import type { RunningApp } from '@/hooks/runtime'
import { DELIVERIES } from '@/hooks/runtime/collections'
import type { Command, Verb, Verbs } from '../protocol'
import { moneyBooks } from './books'
import { liveStory, type World } from './liveStory'
import { look } from './look'
import { moneyAgain, moneyClose, moneyJoin, moneyLive, moneyPeople, moneyTell } from './money'
import { openProgram } from './openProgram'
import { prepare } from './prepare'
import { rolloverBook, rolloverLive, rolloverPeople } from './rollover'
import { trouble } from './say'
import { award, claim, openSignIns, spend } from './together'
import { Writers } from './writers'

type Does = { [V in Verb]: (input: Verbs[V]['input']) => Promise<Verbs[V]['output']> }

let opened: RunningApp | undefined
let lanes: Promise<void>[] = []
let resting = false
let writers: Writers | undefined

const app = (): RunningApp => {
  if (!opened) throw new Error('not open')
  return opened
}

const verbs: Does = {
  async open(input) {
    opened = await openProgram(input)
    return null
  },
  async background() {
    await app().start()
    return null
  },
  prepare: (input) => prepare(app(), input),
  async stories({ season, founders, from }) {
    const world = { app: app(), season, founders }
    resting = false
    lanes = from.map((n) => live(world, n, from.length).catch((error) => trouble(String(error?.stack))))
    return null
  },
  async rest() {
    resting = true
    await Promise.all(lanes)
    return null
  },
  settle: async () => ({ drained: await settle() }),
  look: ({ season }) => look(app(), season),
  claim: (input) => claim(app(), input),
  award: (input) => award(app(), input),
  spend: (input) => spend(app(), input),
  signIn: (input) => openSignIns(app(), input),
  async write(input) {
    writers = new Writers(app(), input)
    return null
  },
  async stopWriting() {
    if (!writers) throw new Error('nothing is written')
    return writers.stop()
  },
  moneyPeople: (input) => moneyPeople(app(), input),
  moneyClose: ({ lanes }) => moneyClose(app(), lanes).then(() => null),
  moneyJoin: ({ lanes }) => moneyJoin(app(), lanes).then(() => null),
  moneyTell: ({ events }) => moneyTell(app(), events).then(() => null),
  moneyLive: (input) => moneyLive(app(), input),
  moneyAgain: ({ lanes }) => moneyAgain(app(), lanes).then(() => null),
  moneyBooks: ({ lanes }) => moneyBooks(app(), lanes),
  rolloverPeople: (input) => rolloverPeople(app(), input),
  rolloverLive: (input) => rolloverLive(app(), input),
  rolloverBook: ({ passage }) => rolloverBook(app(), passage),
  async close() {
    await opened?.stop()
    await opened?.payload.destroy()
    return null
  },
}

/** Each command is typed where it is made (process.ts); here verb and input belong together by that. */
export const answer = ({ verb, input }: Command): Promise<unknown> =>
  (verbs[verb] as (input: unknown) => Promise<unknown>)(input)

async function live(world: World, first: number, step: number): Promise<void> {
  for (let n = first; ; n += step) {
    await liveStory(world, n)
    if (resting) return
  }
}

/** Jobs that mend what was cut, in no order that matters: each may bring facts, hence twice. */
const MENDING = [
  'exchanges.reconcile',
  'exchanges.expire',
  'payments.settle',
  'departures.resume',
  'refunds.send',
  'checkouts.look-after',
  'seats.release',
  'ts.expire-holds',
  'mail.send',
  'ts.repair-projection',
  'ts.seal',
]

async function settle(): Promise<boolean> {
  let drained = true
  for (let turn = 0; turn < 2; turn++) {
    drained = await app().drain({ timeoutMs: 60_000 })
    while (await takenElsewhere()) {
      await sleep(500)
      drained = await app().drain({ timeoutMs: 60_000 })
    }
    for (const job of MENDING) await app().runJob(job)
  }
  return drained
}

/**
 * Is a delivery still taken by a process that was cut, or whose word that it was done was lost with the primary? It
 * comes up again by itself, within the listener's time.
 */
const takenElsewhere = async (): Promise<boolean> =>
  (
    await app().payload.db.count({
      collection: DELIVERIES as CollectionSlug,
      where: { state: { equals: 'running' } },
    })
  ).totalDocs > 0
