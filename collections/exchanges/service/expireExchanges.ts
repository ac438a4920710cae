import { type App, fact } from '@/hooks'
import { findExchanges } from '../store/exchanges'
import { finish } from './finish'
import { about, takeStep } from './takeStep'

/** Ends what nobody answered or delivered in time; held TS are free again. Returns how many ended. */
export async function expireExchanges(app: App, limit = 100): Promise<number> {
  const now = app.clock.now().toISOString()
  const due = await findExchanges(
    app,
    { and: [{ state: { in: ['asked', 'accepted'] } }, { expiresAt: { less_than_equal: now } }] },
    { limit, sort: 'expiresAt' },
  )
  let ended = 0
  for (const { id } of due) {
    const taken = await takeStep(app, id, 'expire', 'system', (row, _step, at) => ({
      data: { endedAt: at.toISOString(), endedBy: 'system', expiresAt: null },
      facts: [
        fact(app, 'exchange.expired', row.id, {
          ...about(row),
          from: row.state === 'accepted' ? 'accepted' : 'asked',
        }),
      ],
    }))
    if (!taken.ok || !taken.value.changed) continue
    await finish(app, taken.value)
    ended++
  }
  return ended
}
