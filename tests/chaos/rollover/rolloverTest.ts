import { setTimeout as sleep } from 'node:timers/promises'
import { MINUTE } from '@/core/clock'
import type { Cut } from '../money/lanes'
import { Process } from '../process'
import type { RolloverSabotage } from '../sabotage'
import { type Passage, type PassageBook, SEATS_LEFT } from './passage'

/** Each process lives so much later than the one before it: longer than what the dead had claimed. */
const LATER = 6 * MINUTE
/** More than one step of the passage takes. */
const MEMBERS = 23
/** By when the last process has ended the passage by itself. */
const PATIENCE_MS = 30_000

/**
 * One process after the other goes on with the passage where the one before it was killed, and gets as far as its own
 * cut: figures count what it has written itself.
 */
const CUTS: readonly Cut[] = [
  { point: 'the act: create tasks #1', side: 'after' },
  { point: 'the act: updateOne seasons #1', side: 'after' },
  { point: 'the act: create seasons #1', side: 'after' },
  { point: 'the act: create seats #9', side: 'before' },
  { point: 'the act: create season-caps #1', side: 'before' },
  { point: 'the act: create renewals #5', side: 'after' },
  { point: 'the act: updateOne seats #7', side: 'after' },
  { point: 'the act: updateOne standings #4', side: 'after' },
  { point: 'the act: create renewal-rounds #1', side: 'before' },
  // Finished, and not ended.
  { point: 'the act: updateOne tasks #2', side: 'before' },
]

export type RolloverReport = { writes: string[]; cuts: readonly Cut[]; findings: string[]; ms: number }

/**
 * A passage to the next season killed with SIGKILL again and again; the last process is started as the program always is,
 * with nobody who begins anything again, and has to end it.
 */
export async function rolloverTest({
  uri,
  broken,
}: {
  uri: string
  broken?: RolloverSabotage
}): Promise<RolloverReport> {
  const began = performance.now()
  const start = (nth: number) => Process.start({ uri, broken, shiftMs: nth * LATER, push: nth === 0 })
  const findings: string[] = []
  const first = await start(0)
  await first.ask('open', { loops: false })
  const trial = await first.ask('rolloverPeople', { members: MEMBERS })
  const passage = await first.ask('rolloverPeople', { members: MEMBERS })
  const writes = await first.ask('rolloverLive', { passage: trial, beginning: true, cut: null })
  let process = first
  for (const [n, cut] of CUTS.entries()) {
    // The next one loads its code meanwhile.
    const next = start(n + 1)
    await process.ask('rolloverLive', { passage, beginning: n === 0, cut }).catch(() => undefined)
    if (process.signal !== 'SIGKILL') findings.push(`${cut.side} ${cut.point}: not killed`)
    await process.kill()
    findings.push(...process.troubles.map((text) => `trouble: ${text}`))
    process = await next
    await process.ask('open', { loops: n === CUTS.length - 1 })
  }
  const until = performance.now() + PATIENCE_MS
  const isOver = async () =>
    ['done', 'failed'].includes((await process.ask('rolloverBook', { passage })).task?.state ?? '')
  while (!(await isOver()) && performance.now() < until) await sleep(200)
  const { drained } = await process.ask('settle', null)
  if (!drained) findings.push('not drained')
  for (const each of [trial, passage])
    findings.push(...bookFindings(each, await process.ask('rolloverBook', { passage: each })))
  findings.push(...process.troubles.map((text) => `trouble: ${text}`))
  await process.close()
  return { writes, cuts: CUTS, findings, ms: Math.round(performance.now() - began) }
}

function bookFindings({ members }: Passage, book: PassageBook): string[] {
  const count = members.length
  const found = [...book.audit, ...book.waiting]
  const same = (what: string, is: unknown, should: unknown) => {
    const [a, b] = [JSON.stringify(is), JSON.stringify(should)]
    if (a !== b) found.push(`${what} is ${a}, not ${b}`)
  }
  same('what follows', book.next, ['open'])
  same('the task', book.task, {
    ...{ state: 'done', done: count, total: count },
    counts: { season: 1, seated: count, grace: count, lapsed: 0 },
  })
  same('rounds', book.rounds, 1)
  const seats = book.seats.toSorted((a, b) => a.number - b.number)
  same(
    'the seats',
    seats,
    Array.from({ length: count + SEATS_LEFT }, (_, n) => ({
      number: n + 1,
      ...(n < count ? { state: 'held', person: members[n] } : { state: 'free', person: null }),
    })),
  )
  for (const [person, how] of Object.entries(book.people))
    same(person, how, { offers: ['offered'], standing: 'grace', mails: ['membership.season-over'] })
  return found
}
