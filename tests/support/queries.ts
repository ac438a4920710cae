import { AsyncLocalStorage } from 'node:async_hooks'
import { Server } from 'node:http'
import { createRequire } from 'node:module'
import Database from 'libsql'

/*
 * Counts the database queries each HTTP request of this process makes, at the statement or command itself: whichever
 * client asks, it is seen. The program knows nothing of it. For the bench and for tests.
 */

export type Counted = { url: string; queries: string[] }

const requests = new AsyncLocalStorage<string[]>()
let counted: Counted[] | undefined
let watched = false

/** To be called before the database is opened; again, by another file of tests, it changes nothing. */
export function watchQueries(database: 'sqlite' | 'mongodb'): void {
  if (watched) return
  watched = true
  const note = (query: string) => requests.getStore()?.push(query)
  watchRequests()
  if (database === 'mongodb') watchMongo(note)
  else watchSqlite(note)
}

export function startCounting(): void {
  counted = []
}

export function stopCounting(): Counted[] {
  const all = counted ?? []
  counted = undefined
  return all
}

function watchRequests(): void {
  const { emit } = Server.prototype
  Server.prototype.emit = function (this: Server, name: string | symbol, ...args: unknown[]): boolean {
    if (name !== 'request' || !counted) return Reflect.apply(emit, this, [name, ...args])
    const queries: string[] = []
    counted.push({ url: (args[0] as { url?: string }).url ?? '', queries })
    return requests.run(queries, () => Reflect.apply(emit, this, [name, ...args]))
  } as typeof emit
}

type Note = (query: string) => void

/** Each statement run, whichever client asks for it. */
function watchSqlite(note: Note): void {
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
function watchMongo(note: Note): void {
  type Commanding = {
    command: (namespace: unknown, command: Record<string, unknown>, ...rest: unknown[]) => unknown
  }
  const load = createRequire(createRequire(import.meta.url).resolve('mongoose'))
  const { Connection } = load('mongodb/lib/cmap/connection.js') as { Connection: { prototype: Commanding } }
  const { command } = Connection.prototype
  Connection.prototype.command = function (namespace, document, ...rest) {
    const [verb = ''] = Object.keys(document)
    // The next rows of a question that is asked already, and that no more of them are wanted.
    if (verb !== 'getMore' && verb !== 'killCursors')
      note(`${verb} ${document[verb]} ${JSON.stringify(document.filter ?? document.pipeline ?? {})}`)
    return command.call(this, namespace, document, ...rest)
  }
}
