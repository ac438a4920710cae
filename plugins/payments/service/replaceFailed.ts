import { type App, decide } from '@/hooks'
import { CARD_REFUNDS } from '../contract'
import { refundsOf } from './rows'

/**
 * Money was handed over in the place of refunds of this payment that failed: they are not to be
 * tried again. One that fails after, where this is told late, may be taken for one of them: it too is then given by hand.
 */
export async function replaceFailed(app: App, checkout: string): Promise<void> {
  for (;;) {
    const row = (await refundsOf(app, checkout)).find(({ state }) => state === 'failed')
    if (!row) return
    await decide(app, CARD_REFUNDS, row, { state: 'replaced' }, [])
  }
}
