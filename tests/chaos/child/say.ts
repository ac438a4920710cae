import { writeSync } from 'node:fs'
import { type Ack, type Line, MARK } from '../protocol'

/** Written before this returns: what was said survives the death of the process. */
export function say(line: Line): void {
  let rest = Buffer.from(`${MARK}${JSON.stringify(line)}\n`)
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest))
    } catch (error) {
      // The pipe is full: its reader is slower than we are.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
    }
  }
}

export const acknowledge = (act: Ack['act'], id: string, story = -1): void =>
  say({ kind: 'ack', ack: { act, id, story } })
export const trouble = (text: string): void => say({ kind: 'trouble', text })
