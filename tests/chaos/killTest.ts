import { setTimeout as sleep } from 'node:timers/promises'
import { MINUTE } from '@/core/clock'
import { type Findings, findingsOf } from './findings'
import { Process } from './process'
import type { Ack } from './protocol'
import { randomFrom } from './random'
import type { Sabotage } from './sabotage'
import { LANES } from './storyPlan'

/** Each process lives so much later than the one before it: longer than any claim or lock of the dead lasts. */
const LATER = 6 * MINUTE
const FOUNDERS = 3

export type KillTest = {
  uri: string
  kills: number
  seed: number
  cap: number
  broken?: Sabotage
  say?: (line: string) => void
}
export type KillReport = {
  seed: number
  kills: number
  /** Kills while the process was still opening the program. */
  early: number
  acks: Ack[]
  /** Stories lived to their end. */
  stories: number
  /** From the kill to the program open again, the longest. */
  slowestStartMs: number
  findings: Findings
  ms: number
}

/**
 * The main story lived by several at once, in a process that is killed with SIGKILL again and again and started
 * again on the same database; at the end what was cut is mended, all stories are lived to their end, and both
 * times everything is checked. The moments of the kills come from the seed: after so many acknowledged acts and
 * so many milliseconds, or while the program opens.
 */
export async function killTest(test: KillTest): Promise<KillReport> {
  const { uri, kills, seed, broken, say = () => undefined } = test
  const began = performance.now()
  const random = randomFrom(seed)
  const acks: Ack[] = []
  const troubles: string[] = []
  const { season, founders } = await prepare(test)
  const options = { loops: true, mail: true }
  const from = Array.from({ length: LANES }, (_, lane) => lane)
  const learn = (process: Process) => {
    acks.push(...process.acks)
    troubles.push(...process.troubles)
    for (const { act, story } of process.acks)
      if (act === 'over') from[story % LANES] = Math.max(from[story % LANES] ?? 0, story + LANES)
  }

  let early = 0
  let slowestStartMs = 0
  // The next process loads its code while the present one lives, so that a start is the program's own time.
  let next = Process.start({ uri, broken, shiftMs: LATER })
  for (let kill = 1; kill <= kills; kill++) {
    const process = await next
    next = Process.start({ uri, broken, shiftMs: (kill + 1) * LATER })
    const whileOpening = kill % 5 === 2
    const [after, wait] = [1 + random(40), random(whileOpening ? 400 : 40)]
    const start = performance.now()
    const opening = process.ask('open', options)
    if (whileOpening) {
      opening.catch(() => undefined)
      await sleep(wait)
      early += 1
    } else {
      await opening
      slowestStartMs = Math.max(slowestStartMs, performance.now() - start)
      await process.ask('stories', { season, founders, from })
      await process.until((p) => p.acks.length >= after || p.troubles.length > 0)
      await sleep(wait)
    }
    await process.kill()
    learn(process)
    say(`kill ${kill}: ${whileOpening ? 'while opening' : `after ${process.acks.length} acts`}`)
    if (troubles.length > 0) break
  }

  const last = await next
  // First what the program mends by itself, with nobody who comes back and tries again.
  await last.ask('open', { ...options, loops: false })
  const mended = await last.ask('settle', null)
  const found = findingsOf(await last.ask('look', { season }), [...acks, ...last.acks], {
    founders,
    over: false,
  })
  if (!mended.drained) found.push('not drained after the last kill')
  // Then everybody goes on to the end of their story.
  await last.ask('background', null)
  await last.ask('stories', { season, founders, from })
  await last.ask('rest', null)
  const ended = await last.ask('settle', null)
  learn(last)
  found.push(...findingsOf(await last.ask('look', { season }), acks, { founders, over: true }))
  if (!ended.drained) found.push('not drained at the end')
  await last.close()
  found.push(...troubles.map((text) => `trouble: ${text}`))

  const stories = acks.filter((a) => a.act === 'over').length
  return {
    seed,
    kills,
    early,
    acks,
    stories,
    slowestStartMs: Math.round(slowestStartMs),
    findings: found,
    ms: Math.round(performance.now() - began),
  }
}

async function prepare({ uri, cap, broken }: KillTest) {
  const first = await Process.start({ uri, push: true, broken })
  await first.ask('open', { loops: false })
  const made = await first.ask('prepare', { cap, founders: FOUNDERS })
  await first.close()
  return made
}
