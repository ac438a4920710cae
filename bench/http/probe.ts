import { startCounting, stopCounting, watchQueries } from '../../tests/support/queries'
import { answerAsks } from '../asks'

/*
 * Loaded before the server by `node --import`: answers how much CPU and memory the process took, and, while asked
 * to, notes the database queries each request makes. The server itself knows nothing of it.
 */

export type { Counted } from '../../tests/support/queries'
export type Usage = { cpuMs: number; rssMb: number }

const MB = 1024 * 1024

watchQueries(process.env.DATABASE_URI?.startsWith('mongodb') ? 'mongodb' : 'sqlite')
answerAsks({
  usage: (): Usage => {
    const { user, system } = process.cpuUsage()
    return { cpuMs: (user + system) / 1000, rssMb: process.memoryUsage.rss() / MB }
  },
  startCounting,
  stopCounting,
})
// The channel to the bench must not keep the server from ending.
process.channel?.unref()
