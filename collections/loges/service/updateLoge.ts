import { ok, type Result, refuse } from '@/core/result'
import type { App } from '@/hooks'
import { LOGES, type Loge, type LogeReason } from '../contract'
import { findLoge } from './readLoges'

export type LogePage = Pick<Loge, 'territory' | 'presentation' | 'wantedSkills'>

/** Changes what a loge's page says. The caller has checked `mayEdit`. */
export async function updateLoge(app: App, slug: string, data: LogePage): Promise<Result<null, LogeReason>> {
  const loge = await findLoge(app, slug)
  if (!loge) return refuse('loge.unknown')
  await app.payload.update({
    collection: LOGES,
    id: loge.id,
    data: { ...data },
    depth: 0,
    // A coordinator has no right to the collection itself, only to these three texts of its own loge.
    overrideAccess: true,
  })
  return ok(null)
}
