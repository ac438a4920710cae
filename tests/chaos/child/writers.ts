import { setTimeout as sleep } from 'node:timers/promises'
import { POOL } from '@/collections/ts/contract'
import { ledgerOf } from '@/collections/ts/service/ledgerOf'
import { HOUR } from '@/core/clock'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { holdSeat } from '@/plugins/capped-membership/service'
import type { Verbs } from '../protocol'
import { acknowledge, trouble } from './say'

/** Between two attempts while the database cannot answer. */
const RETRY_MS = 50
/** A database that has not come back by then never will. */
const GIVE_UP_MS = 60_000

/**
 * Writes without pause: in each lane transfers and seats in turn. What fails is asked again under the same key
 * until it is answered, and acknowledged then.
 */
export class Writers {
  #stopping = false
  #retries = 0
  #longestMs = 0
  readonly #lanes: Promise<void>[]

  constructor(
    private readonly app: App,
    private readonly input: Verbs['write']['input'],
  ) {
    this.#lanes = Array.from({ length: input.lanes }, (_, lane) => this.#lane(lane))
  }

  async stop(): Promise<{ retries: number; longestMs: number }> {
    this.#stopping = true
    await Promise.all(this.#lanes)
    return { retries: this.#retries, longestMs: Math.round(this.#longestMs) }
  }

  async #lane(lane: number): Promise<void> {
    const { season, account, name } = this.input
    const until = new Date(this.app.clock.now().getTime() + HOUR)
    for (let n = 0; !this.#stopping; n++) {
      const key = `${name}:${lane}:${n}`
      const moved = await this.#untilAnswered(() =>
        ledgerOf(this.app).transfer({
          actor: 'system',
          key,
          debit: POOL,
          credit: account,
          amount: 1,
          code: 'award',
        }),
      )
      if (moved) acknowledge('awarded', unwrap(moved).key)
      // Seats are few: one to every fourth transfer.
      if (n % 4 !== 0) continue
      const person = newId()
      const seat = await this.#untilAnswered(() => holdSeat(this.app, { season, person, until }))
      if (seat?.ok) acknowledge('seated', person)
    }
  }

  async #untilAnswered<T>(ask: () => Promise<T>): Promise<T | null> {
    const since = performance.now()
    for (;;) {
      try {
        const answer = await ask()
        this.#longestMs = Math.max(this.#longestMs, performance.now() - since)
        return answer
      } catch (error) {
        this.#retries += 1
        if (performance.now() - since > GIVE_UP_MS) {
          trouble(`not answered within ${GIVE_UP_MS} ms: ${error}`)
          this.#stopping = true
          return null
        }
        await sleep(RETRY_MS)
      }
    }
  }
}
