import { flushCompileCache } from 'node:module'
import { readConfig } from '@/server/config'
import { openProgram } from '@/server/openProgram'
import { StartRefused } from '@/server/startRefused'
import { backup } from '../backup'
import { restore } from '../restore'

/*
 * A process of its own, for tests that kill it: `backup TO POINT`, `restore FILE POINT` (killed at the point), `start`.
 */
const [what, path = '', killAt] = process.argv.slice(2)
const read = readConfig(process.env)
if (!read.ok) throw new Error(read.problems.join('\n'))
const { config } = read
const common = {
  database: config.database.uri,
  mediaDir: config.mediaDir,
  at: (point: string) => {
    if (point !== killAt) return
    flushCompileCache()
    process.kill(process.pid, 'SIGKILL')
  },
}

if (what === 'backup') console.log(JSON.stringify(await backup({ ...common, to: path })))
else if (what === 'restore')
  console.log(JSON.stringify(await restore({ ...common, file: path, replace: true })))
else {
  try {
    await openProgram(config)
    console.log('open')
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error
    console.log(`refused: ${error.message}`)
  }
}
process.exit(0)
