import { createServer } from 'node:http'
import { answerAsks } from '../asks'

/* The yardstick: what Node does with a request that asks for nothing. Takes its port from the command line. */

createServer((_req, res) => {
  res.setHeader('Content-Type', 'text/plain')
  res.end('hello')
}).listen(Number(process.argv[2]), '127.0.0.1')

answerAsks({
  usage: () => {
    const { user, system } = process.cpuUsage()
    return { cpuMs: (user + system) / 1000, rssMb: process.memoryUsage.rss() / 1024 / 1024 }
  },
})
process.once('SIGTERM', () => process.exit(0))
