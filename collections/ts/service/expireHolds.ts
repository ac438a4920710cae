import { refuse } from '@/core/result'
import type { Row } from '../contract'
import type { Ledgering } from './context'
import { decideGroup } from './group'
import { materialise } from './materialise'
import { expireHold } from './settleHold'

const PAGE = 100
/** A hold is inserted before its deadline; one still on its way then lands within this, in ms. */
const MARGIN = 10 * 60_000

/**
 * Voids the holds whose deadline has passed and finishes groups that were decided but not followed. Each
 * call goes on from the deadlines the last one finished, so it looks at the whole past once per process.
 */
export class HoldExpiry {
  private done = ''

  constructor(private readonly ledger: Ledgering) {}

  /** @returns how many holds were settled; fewer than `limit` means nothing is left */
  async run(limit = 1_000): Promise<number> {
    const { store, clock } = this.ledger
    const now = clock.now()
    const by = now.toISOString()
    let settled = 0
    while (settled < limit) {
      const holds = await store.openHolds({ after: this.done, by, limit: Math.min(PAGE, limit - settled) })
      if (holds.length === 0) {
        this.done = new Date(now.getTime() - MARGIN).toISOString()
        return settled
      }
      for (const held of holds) await this.expire(held)
      settled += holds.length
    }
    return settled
  }

  private async expire(held: Row): Promise<void> {
    if (held.batch === null) {
      await expireHold(this.ledger, held)
      return
    }
    const finished = await materialise(this.ledger, held.batch)
    if (finished.ok || finished.reason !== 'batch.unknown') return
    await decideGroup(
      this.ledger,
      {
        batch: held.batch,
        actor: held.actor,
        request: held.request,
        reverses: null,
        legs: { length: held.legs ?? 0 },
      },
      'void',
      { refusal: refuse('hold.expired'), index: null, amount: 0 },
    )
    await materialise(this.ledger, held.batch)
  }
}
