import type { App } from '@/hooks'
import { decide } from '@/hooks'
import { WAITING } from '../../contract'
import { occupantKey } from '../../domain/keys'
import { lineStep } from '../../domain/line'
import { findSeatOf } from '../rows'
import { findLineOf } from './rows'

/**
 * An invited person whose seat is gone (the days are over, staff freed it) has missed this turn. Read in this order: the
 * row, then the seat; a row is only turned to invited once its seat is held, so that one invited again is never taken for
 * one who missed. Run again it does nothing.
 */
export async function missInvitation(app: App, season: string, person: string): Promise<void> {
  for (;;) {
    const row = await findLineOf(app, season, person)
    if (!row || !lineStep(row.state, 'miss').ok) return
    if (await findSeatOf(app, occupantKey(season, person))) return
    if (await decide(app, WAITING, row, { state: 'missed', until: null }, [])) return
  }
}
