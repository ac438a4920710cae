import { AsyncLocalStorage } from 'node:async_hooks'
import { Server } from 'node:http'
import { createRequire } from 'node:module'
import Database from 'libsql'
import { answerAsks } from '../asks'

/*
 * Loaded before the server by `node --import`: answers how much CPU and memory the process took, and, while asked
 * to, notes the database queries each request makes. The server itself knows nothing of it.
 */

export type Usage = { cpuMs: number; rssMb: number }
export type Counted = { url: string; queries: string[] }

const requests = new AsyncLocalStorage<string[]>()
let counted: Counted[] | undefined

const note = (query: string) => requests.getStore()?.push(query)

const emit = Server.prototype.emit
Server.prototype.emit = function (this: Server, name: string | symbol, ...args: unknown[]): boolean {
  if (name !== 'request' || !counted) return Reflect.apply(emit, this, [name, ...args])
  const queries: string[] = []
  counted.push({ url: (args[0] as { url?: string }).url ?? '', queries })
  return requests.run(queries, () => Reflect.apply(emit, this, [name, ...args]))
} as typeof emit

if (process.env.DATABASE_URI?.startsWith('mongodb')) countMongo()
else countSqlite()

/** Each statement run, whichever client asks for it. */
function countSqlite(): void {
  type Tagged = Database.Statement & { sql?: string }
  const database = Database.prototype as unknown as Database.Database
  const { prepare } = database
  database.prepare = function (this: Database.Database, sql: string) {
    return Object.assign(prepare.call(this, sql), { sql })
  } as typeof prepare
  const memory = new Database(':memory:')
  const statement = Object.getPrototypeOf(memory.prepare('SELECT 1')) as Tagged
  memory.close()
  for (const verb of ['run', 'all', 'get'] as const) {
    const original = statement[verb] as (...args: unknown[]) => unknown
    statement[verb] = function (this: Tagged, ...args: unknown[]) {
      note(this.sql ?? '')
      return original.apply(this, args)
    } as never
  }
}

/** Each command sent over a connection; those of the driver's own monitoring belong to no request. */
function countMongo(): void {
  type Commanding = {
    command: (namespace: unknown, command: Record<string, unknown>, ...rest: unknown[]) => unknown
  }
  const load = createRequire(createRequire(import.meta.url).resolve('mongoose'))
  const { Connection } = load('mongodb/lib/cmap/connection.js') as { Connection: { prototype: Commanding } }
  const { command } = Connection.prototype
  Connection.prototype.command = function (namespace, document, ...rest) {
    const [verb = ''] = Object.keys(document)
    note(`${verb} ${document[verb]} ${JSON.stringify(document.filter ?? document.pipeline ?? {})}`)
    return command.call(this, namespace, document, ...rest)
  }
}

const MB = 1024 * 1024

answerAsks({
  usage: (): Usage => {
    const { user, system } = process.cpuUsage()
    return { cpuMs: (user + system) / 1000, rssMb: process.memoryUsage.rss() / MB }
  },
  startCounting: () => {
    counted = []
  },
  stopCounting: (): Counted[] => {
    const all = counted ?? []
    counted = undefined
    return all
  },
})
// The channel to the bench must not keep the server from ending.
process.channel?.unref()
