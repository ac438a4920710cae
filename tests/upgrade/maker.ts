import { readConfig } from '@/server/config'
import { openProgram } from '@/server/openProgram'
import { leftEmpty, makeRows } from './makeRows'

/* A process of its own that makes the rows of an upgrade, and says which collections it left empty. */
const read = readConfig({ ...process.env, LOG_LEVEL: 'error' })
if (!read.ok) throw new Error(read.problems.join('\n'))
const { app, close } = await openProgram(read.config)
await makeRows(app)
const empty = await leftEmpty(app)
await close()
console.log(JSON.stringify(empty))
process.exit(0)
