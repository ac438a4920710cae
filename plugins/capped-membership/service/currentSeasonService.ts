import { ok } from '@/core/result'
import type { Service } from '@/hooks'
import { readCounter } from './readCounter'

/** `season.current`: what other rooms show of the season (contract.ts). */
export const currentSeasonService: Service<'season.current'> = async (app) => {
  const current = await readCounter(app)
  if (!current) return ok(null)
  const { season, counter } = current
  return ok({ id: season.id, name: season.name, counter })
}
