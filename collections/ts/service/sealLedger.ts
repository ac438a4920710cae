import type { App } from '@/hooks'
import { ledgerStoreOf } from './ledgerOf'
import { type SealOptions, sealRows } from './sealRows'

/** Seals all that is old enough; a run stops after many batches, the next one goes on. */
export async function sealLedger(app: App, options: SealOptions = {}): Promise<number> {
  for (let seals = 0; seals < 500; seals++)
    if (!(await sealRows(ledgerStoreOf(app), app.clock.now(), options))) return seals
  return 500
}
