import type { App, Attempt, Logger } from '../../app'
import { errorLine } from '../errorLine'
import type { Faults } from './faults'
import type { Timings } from './timings'

/** Makes `app.attempt`: what a module does, timed, its faults caught and noted under its name. */
export const attempting =
  (log: Logger, faults: () => Faults, timings: Timings): App['attempt'] =>
  async <T, U>({ module, kind, name, run, otherwise, timeoutMs }: Attempt<T, U>): Promise<T | U> => {
    const began = performance.now()
    try {
      const value = await (timeoutMs === undefined ? run() : inTime(run(), timeoutMs))
      timings.add(module, kind, performance.now() - began, false)
      return value
    } catch (error) {
      timings.add(module, kind, performance.now() - began, true)
      log.error({ module, [kind]: name, error: errorLine(error), err: error }, 'a fault of a module')
      faults().note(module, kind, name, error)
      return otherwise(error)
    }
  }

/** The answer, or a throw once the time is over; what comes later is ignored. */
export async function inTime<T>(answer: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
    answer.catch(() => undefined)
  }
}
