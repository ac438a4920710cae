import { type App, insertOnce } from '@/hooks'
import { SEASON_CAPS } from '../../contract'
import type { CapFact } from '../../domain/figures/caps'
import { findSeason, many } from '../rows'

type CapRow = CapFact & { id: string; key: string; season: string }

/** The caps a season has had, as far as they were kept, in their order. */
export const capsOf = (app: App, season: string): Promise<CapRow[]> =>
  many<CapRow>(app, SEASON_CAPS, { season: { equals: season } }, { sort: 'n' })

/**
 * Notes the cap of a season where it is not the last one noted. Whoever noted a cap looks again, as it may have changed
 * meanwhile; of two who note at once, the key lets one, and the other looks again too. Run again it does nothing.
 */
export async function noteCap(app: App, season: string): Promise<void> {
  for (;;) {
    const last = (await capsOf(app, season)).at(-1)
    const cap = (await findSeason(app, season))?.cap
    if (cap === undefined || last?.cap === cap) return
    const n = (last?.n ?? 0) + 1
    await insertOnce(app, SEASON_CAPS, {
      key: `${season}:${n}`,
      season,
      n,
      cap,
      at: app.clock.now().toISOString(),
    })
  }
}
