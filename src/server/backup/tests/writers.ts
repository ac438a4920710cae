import { setImmediate as nextTurn } from 'node:timers/promises'
import { storePortrait } from '@/collections/media/service/storePortrait'
import { NOTES } from '@/collections/ts/admin/notes'
import { sealLedger } from '@/collections/ts/service/sealLedger'
import { unwrap } from '@/core/result'
import { insertOnce } from '@/hooks'
import { acceptApplication } from '@/plugins/capped-membership/service'
import { pay } from '@/plugins/capped-membership/tests/support'
import { manyApplicants } from '@/tests/chaos/manyApplicants'
import { award, picture, type World } from './world'

/** People at work while a backup is made, each in a lane of their own, until told to stop. */
export class Writers {
  /** Pairs begun: a link, then a note; at any one instant there is at most one link more than there are notes. */
  pairs = 0
  paid = 0
  awards = 0
  #stopping = false
  #failed: unknown
  readonly #lanes: Promise<void>[]

  constructor(world: World) {
    const { app, people, season } = world
    const [first = '', second = ''] = people
    this.#lanes = [
      this.#lane(async (n) => {
        await insertOnce(app, 'one-time-links', {
          tokenHash: `pair:${n}`,
          purpose: 'pair',
          expiresAt: '2030-01-01T00:00:00.000Z',
        })
        this.pairs += 1
        await insertOnce(app, NOTES, { key: `pair:${n}`, text: 'pair', by: 'system', at: '' })
      }),
      this.#lane(async (n) => {
        await award(app, n % 2 ? first : second, `writers:${n}`)
        this.awards += 1
        if (n % 25 === 24) await sealLedger(app, { lag: 0, checkpointEvery: 16 })
      }),
      this.#lane(async () => {
        const [one] = await manyApplicants(app, season, 1)
        if (!one) return
        unwrap(await acceptApplication(app, { application: one.application, by: 'system' }))
        unwrap(await pay(app, one.application))
        this.paid += 1
      }, 8),
      // What follows a payment: seat, standing, account, credit.
      this.#lane(async () => void (await app.drain({ timeoutMs: 100 }))),
      this.#lane(async (n) => void unwrap(await storePortrait(app, await picture(n % 250), second)), 60),
    ]
  }

  /** Until some pairs more are written. */
  async more(pairs = 20): Promise<void> {
    const from = this.pairs
    while (this.pairs < from + pairs) {
      if (this.#failed) throw this.#failed
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true
    await Promise.all(this.#lanes)
    if (this.#failed) throw this.#failed
  }

  async #lane(act: (n: number) => Promise<void>, most = Number.POSITIVE_INFINITY): Promise<void> {
    try {
      for (let n = 0; n < most && !this.#stopping; n++) {
        await act(n)
        // SQLite answers within the turn: without this, nobody else would ever have theirs.
        await nextTurn()
      }
    } catch (error) {
      this.#failed ??= error
      this.#stopping = true
    }
  }
}
