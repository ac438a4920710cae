import { findStanding } from '@/collections/members/service'
import type { App } from '@/hooks'
import { findExchanges } from '../store/exchanges'
import { cancelHelp } from './cancelHelp'
import { declineHelp } from './declineHelp'

/** More than anybody has under way at once; what is beyond ends by its deadline. */
const LIMIT = 200

/**
 * Ends what somebody who has left had under way: held TS are free again, and the other side is told. Help already given
 * is left to its evaluation: it must still be paid, or judged by staff. Told late, of somebody who is back, it does nothing.
 */
export async function endExchangesOf(app: App, person: string): Promise<void> {
  const standing = (await findStanding(app, person))?.standing
  if (standing !== 'left' && standing !== 'erased') return
  const open = await findExchanges(
    app,
    {
      and: [
        { state: { in: ['asked', 'accepted'] } },
        { or: [{ requester: { equals: person } }, { helper: { equals: person } }] },
      ],
    },
    { limit: LIMIT, sort: 'id' },
  )
  const who = { id: person, judge: false }
  for (const { id, state, requester } of open) {
    // Whatever refuses (somebody was faster, the deadline has passed) has ended the exchange, or is about to.
    if (state === 'accepted' || requester === person) await cancelHelp(app, { id, who })
    else await declineHelp(app, { id, who })
  }
}
