import { setTimeout as sleep } from 'node:timers/promises'
import { SECOND } from '@/core/clock'
import type { App, OpenStream } from '@/hooks'
import { boardOf } from '../../service/counterBoard'
import { counterNow } from './bodies'

type Client = { readonly out: OpenStream; readonly season: string; told: string }

/** Proxies and browsers give up what says nothing; some after half a minute. */
const BEAT_MS = 20 * SECOND
/** Seats taken by many at once are told four times a second at most. */
const PAUSE_MS = 250

/** Live events of a process: one ear for topic `season`, however many listen. */
export class CounterHub {
  /** How many may listen at once in this process; the others ask every half minute. */
  most = 1_000
  readonly #clients = new Set<Client>()
  #stop: (() => void) | undefined
  #beat: NodeJS.Timeout | undefined
  #telling = false
  #again = false

  constructor(private readonly app: App) {}

  get open(): number {
    return this.#clients.size
  }
  get full(): boolean {
    return this.open >= this.most
  }

  /** Tells a client what stands, unless they know it (`told`, the id of their last event), and all that follows. */
  join(out: OpenStream, season: string, told: string): () => void {
    const client: Client = { out, season, told }
    this.#clients.add(client)
    // Each waits another while, so that not all come back at once when the program starts anew.
    out.send(`retry: ${2_000 + Math.floor(Math.random() * 4_000)}\n\n`)
    this.#listen()
    this.#tell()
    return () => {
      this.#clients.delete(client)
      if (this.#clients.size === 0) this.#rest()
    }
  }

  /** Ends all: the plugin is turned off. */
  close(): void {
    for (const { out } of this.#clients) out.end()
  }

  #listen(): void {
    this.#stop ??= boardOf(this.app).listen(() => this.#tell())
    this.#beat ??= setInterval(() => {
      if (!this.app.isOn('capped-membership')) return this.close()
      for (const { out } of this.#clients) out.send('event: beat\ndata: 1\n\n')
      // A change whose word was lost, and midnight.
      this.#tell()
    }, BEAT_MS).unref()
  }

  #rest(): void {
    this.#stop?.()
    clearInterval(this.#beat)
    this.#stop = undefined
    this.#beat = undefined
  }

  /** One telling at a time; what changes meanwhile is told by the next. */
  #tell(): void {
    this.#again = true
    if (this.#telling) return
    this.#telling = true
    void this.#tellAll()
  }

  async #tellAll(): Promise<void> {
    try {
      while (this.#again) {
        this.#again = false
        for (const season of new Set([...this.#clients].map((c) => c.season))) await this.#tellOf(season)
        await sleep(PAUSE_MS, undefined, { ref: false })
      }
    } catch (err) {
      // The next beat tells what is now left untold.
      this.app.log.warn({ err }, 'the counter could not be told')
    } finally {
      this.#telling = false
    }
  }

  async #tellOf(season: string): Promise<void> {
    const { json } = await counterNow(this.app, season)
    const id = idOf(json.etag)
    const event = eventOf(json)
    for (const client of this.#clients) {
      if (client.season !== season || client.told === id) continue
      client.told = id
      client.out.send(event)
    }
  }
}

const idOf = (etag: string) => etag.slice(1, -1)

/** The counter as an event; its id says what was told, so that who comes back is not told it again. */
export const eventOf = ({ bytes, etag }: { bytes: Buffer; etag: string }): string =>
  `id: ${idOf(etag)}\ndata: ${bytes}\n\n`

const hubs = new WeakMap<App, CounterHub>()

/** The one hub of a process. */
export function hubOf(app: App): CounterHub {
  const hub = hubs.get(app) ?? new CounterHub(app)
  hubs.set(app, hub)
  return hub
}
