import { buildConfig, type CollectionConfig, getPayload, type Payload } from 'payload'
import { type Clock, systemClock } from '@/core/clock'
import { type ActionName, decidingFields, type Module, withIds } from '@/hooks'
import { globalsOf } from '@/hooks/gate'
import { databaseAdapter } from '@/server/database'
import { freshDatabase } from '@/tests/support/app'
import { runtimeCollections } from '../collections'
import { createApp, type Probe, type Tuning } from '../index'
import { memoryLog } from './memoryLog'

declare module '@/hooks' {
  interface Actions {
    'test.decided': { n: number }
    'test.other': { n: number }
  }
  interface Filters {
    'test.price': { value: number; context: { who: string } }
  }
  interface Services {
    'test.double': { input: number; output: number }
  }
}

/** A collection whose rows decide. */
const things: CollectionConfig = {
  slug: 'test-things',
  custom: { deciding: true },
  fields: [
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'state', type: 'text' },
    ...decidingFields(),
  ],
}
export const THINGS = 'test-things' as never

const booted = new Map<string, Promise<Payload>>()

/**
 * Payload with the runtime's collections and little more, on an empty database, once a worker; another
 * `name` is another database, with the collections given, and the settings of these modules.
 */
export function bootPayload(
  name = 'runtime',
  more: CollectionConfig[] = [],
  modules: Module[] = [],
): Promise<Payload> {
  const payload = booted.get(name) ?? boot(name, more, modules)
  booted.set(name, payload)
  return payload
}

async function boot(name: string, more: CollectionConfig[], modules: Module[]): Promise<Payload> {
  process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'
  const config = await buildConfig({
    // Else Payload starts a process that writes payload-types.ts again.
    typescript: { autoGenerate: false },
    secret: 'a secret for tests only, long enough to pass',
    db: await databaseAdapter(freshDatabase().uri, { push: true }),
    collections: withIds([...runtimeCollections, things, ...more]),
    globals: globalsOf(modules),
    telemetry: false,
  })
  return getPayload({ config, key: `tests of ${name}` })
}

let made: { stop(options: { timeoutMs: number }): Promise<boolean> }[] = []

/** Ends what a failed test left running: a program with other modules would relay for those of the next. */
export async function stopAll(): Promise<void> {
  await Promise.all(made.map((app) => app.stop({ timeoutMs: 0 })))
  made = []
}

/** A program of its own on the common database: each stands for a process. */
export async function makeApp(options: {
  modules?: Module[]
  clock?: Clock
  tuning?: Partial<Tuning>
  probe?: Probe
  mailConfigured?: boolean
  payload?: Payload
}) {
  const { log, lines } = memoryLog()
  const app = createApp({
    payload: options.payload ?? (await bootPayload()),
    clock: options.clock ?? systemClock,
    log,
    modules: options.modules ?? [],
    tuning: {
      sweepMs: 50,
      deliveryPollMs: 20,
      jobTickMs: 20,
      revisionPollMs: 20,
      nudgeMs: 1,
      ...options.tuning,
    },
    probe: options.probe,
    settings: {
      publicUrl: 'https://asso.example.org',
      timeZone: 'Europe/Paris',
      mailConfigured: options.mailConfigured ?? false,
    },
  })
  made.push(app)
  return { app, lines }
}

/** A module that writes down what it hears. */
export function hearing(
  id: string,
  name: ActionName,
  heard: string[],
  then: (key: string) => Promise<void> | void = () => undefined,
): Module {
  return {
    id,
    on: {
      [name]: async (_: unknown, event: { key: string }) => {
        heard.push(`${id} ${event.key}`)
        await then(event.key)
      },
    },
  }
}

/** Asked again until it is true; throws when it has not been within a few seconds. */
export async function eventually(what: () => boolean | Promise<boolean>, ms = 8_000): Promise<void> {
  const until = performance.now() + ms
  while (!(await what())) {
    if (performance.now() > until) throw new Error(`not within ${ms} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
