import './shiftedTime'
import { createInterface } from 'node:readline'
import type { Command } from '../protocol'
import { say } from './say'

/*
 * A process of the tests' own with the whole program in it: does what its standard input says, line by line, and
 * says on its standard output what it has finished. It is made to be killed.
 */

// After the clock was shifted, since packages may keep what they find.
const { answer } = await import('./verbs')
say({ kind: 'loaded' })

createInterface({ input: process.stdin }).on('line', (line) => {
  const command = JSON.parse(line) as Command
  answer(command).then(
    (value) => {
      say({ kind: 'answer', id: command.id, value })
      if (command.verb === 'close') process.exit(0)
    },
    (error: unknown) =>
      say({
        kind: 'failed',
        id: command.id,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  )
})
// The test is gone: nobody would end us.
process.stdin.on('end', () => process.exit(0))
